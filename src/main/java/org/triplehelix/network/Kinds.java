package org.triplehelix.network;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Names;
import org.triplehelix.graph.Content;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;

/**
 * The kinds that pictures tell apart, as {@code ontology/networks/kinds.csv} has them.
 *
 * @param list from the narrowest to the widest: a thing is of the first whose type it has
 */
public record Kinds(List<Kind> list) {
  /** Where none is told apart: all is of one. */
  public static final Kinds NONE =
      new Kinds(List.of(new Kind("other", RDFS.Resource.getURI(), "其他", "other", "#707880")));

  private static final String FILE = "ontology/networks/kinds.csv";
  private static final String COLOUR = "#[0-9a-f]{6}";
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  public Kinds {
    list = List.copyOf(list);
  }

  /**
   * The kinds of a folder, as yet without names for people; {@link #NONE} where it has no file.
   *
   * @throws BadInputException with the fault of the file
   */
  public static Kinds in(Content content) {
    Content.Item file = content.file(Content.Role.NETWORK, FILE);
    if (!file.exists()) {
      return NONE;
    }
    List<Kind> kinds = new ArrayList<>();
    try (CSVParser rows = CSV.parse(new StringReader(file.text()))) {
      for (CSVRecord row : rows) {
        kinds.add(kind(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Kinds(kinds);
  }

  private static Kind kind(CSVRecord row) {
    Optional<String> type =
        row.isConsistent() ? Prefixes.standard().expand(row.get("type")) : Optional.empty();
    if (type.isEmpty() || !row.get("colour").matches(COLOUR)) {
      throw new BadInputException(
          new Position(FILE, row.getRecordNumber() + 1, 0),
          "is no kind: " + String.join(",", row.values()),
          "write a name, a class or concept scheme, and a colour such as #0a5a6a");
    }
    String name = row.get("kind");
    return new Kind(name, type.get(), name, name, row.get("colour"));
  }

  /** With the names that a release gives to their types. */
  Kinds called(Names names) {
    return new Kinds(list.stream().map(kind -> called(kind, names)).toList());
  }

  private static Kind called(Kind kind, Names names) {
    Node type = NodeFactory.createURI(kind.type());
    boolean isAll = kind.type().equals(RDFS.Resource.getURI());
    return new Kind(
        kind.name(),
        kind.type(),
        isAll ? "其他" : names.in("zh", type).orElse(kind.name()),
        isAll ? "other" : names.in("en", type).orElse(kind.name()),
        kind.colour());
  }

  /** The kind of a thing; the last where no other is. */
  public Kind of(Node thing, DatasetGraph dataset) {
    return list.stream()
        .filter(kind -> isOf(thing, kind, dataset))
        .findFirst()
        .orElse(list.get(list.size() - 1));
  }

  private static boolean isOf(Node thing, Kind kind, DatasetGraph dataset) {
    Node type = NodeFactory.createURI(kind.type());
    return kind.type().equals(RDFS.Resource.getURI())
        || dataset.contains(Quad.defaultGraphIRI, thing, RDF.Nodes.type, type)
        || dataset.contains(Quad.defaultGraphIRI, thing, SKOS.inScheme.asNode(), type);
  }

  /** The kind of a name. */
  public Optional<Kind> named(String name) {
    return list.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
