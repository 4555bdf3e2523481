package org.triplehelix.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.Graphs;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/**
 * Makes networks of the rows that their views give.
 *
 * @param dataset of the release
 * @param names of its things
 * @param evidence of its statements
 * @param kinds that are told apart
 * @param prefixes with which edges are named
 */
public record NetworkReader(
    DatasetGraph dataset, Names names, Evidence evidence, Kinds kinds, Prefixes prefixes) {
  private static final int DAY = 10;

  /**
   * Every edge that the rows give and the choice admits: rows of one relation are one edge, and
   * what a thing has to do with itself is none.
   */
  List<NetworkEdge> edges(NetworkView view, Collection<Binding> rows, Selection selection) {
    Map<String, List<Binding>> together = new TreeMap<>();
    for (Binding row : rows) {
      if (isAdmitted(row, selection)) {
        together.computeIfAbsent(id(row), id -> new ArrayList<>()).add(row);
      }
    }
    return together.entrySet().stream()
        .map(entry -> edge(entry.getKey(), view, entry.getValue()))
        .filter(edge -> isWithin(edge, selection))
        .toList();
  }

  private boolean isAdmitted(Binding row, Selection selection) {
    if (get(row, NetworkView.SOURCE).equals(get(row, NetworkView.TARGET))) {
      return false;
    }
    if (!selection.relations().isEmpty()
        && !selection.relations().contains(get(row, NetworkView.RELATION))) {
      return false;
    }
    Optional<Evidence.Place> place = place(row);
    boolean isSaidByOne =
        selection.sources().isEmpty()
            || place.map(p -> source(p.graph())).filter(selection.sources()::contains).isPresent();
    return isSaidByOne && selection.admits().admits(place);
  }

  /** A many-sided fact is an edge of its own, beside those of the same ends. */
  private String id(Binding row) {
    String triple =
        Stream.of(NetworkView.SOURCE, NetworkView.RELATION, NetworkView.TARGET)
            .map(part -> prefixes.abbreviate(get(row, part).getURI()))
            .collect(Collectors.joining(" "));
    return claim(row)
        .filter(claim -> Family.of(claim.getURI()).filter(Family::ofNodes).isPresent())
        .map(fact -> triple + " " + prefixes.abbreviate(fact.getURI()))
        .orElse(triple);
  }

  private NetworkEdge edge(String id, NetworkView view, List<Binding> rows) {
    Binding first = rows.get(0);
    Node relation = get(first, NetworkView.RELATION);
    List<NetworkEdge.Mention> mentions =
        rows.stream().flatMap(row -> mention(row).stream()).distinct().toList();
    return new NetworkEdge(
        id,
        get(first, NetworkView.SOURCE).getURI(),
        get(first, NetworkView.TARGET).getURI(),
        relation.getURI(),
        name(relation, "zh"),
        name(relation, "en"),
        mentions,
        day(rows, TH.from).min(LocalDate::compareTo),
        day(rows, TH.until).max(LocalDate::compareTo),
        attributes(view, rows));
  }

  /** What is a thing has a second attribute, with its Chinese name. */
  private Map<String, String> attributes(NetworkView view, List<Binding> rows) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : view.attributes()) {
      List<Node> values =
          rows.stream().map(row -> row.get(name)).filter(Objects::nonNull).distinct().toList();
      if (!values.isEmpty()) {
        attributes.put(name, joined(values, "en"));
      }
      if (values.stream().anyMatch(Node::isURI)) {
        attributes.put(name + "_zh", joined(values, "zh"));
      }
    }
    return attributes;
  }

  private String joined(List<Node> values, String language) {
    return values.stream()
        .map(value -> value.isURI() ? name(value, language) : value.getLiteralLexicalForm())
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private Optional<NetworkEdge.Mention> mention(Binding row) {
    return place(row)
        .map(
            place ->
                new NetworkEdge.Mention(
                    place.claim().map(Node::getURI).orElse(""),
                    place.graph().getURI(),
                    source(place.graph()),
                    place.status().map(Admission::name).orElse(""),
                    place.modality().map(Admission::name).orElse(""),
                    place.claim().map(this::wording).orElse("")));
  }

  /** Where a row is said: in a claim, or in a sentence as a whole. */
  private Optional<Evidence.Place> place(Binding row) {
    return claim(row)
        .flatMap(evidence::ofClaim)
        .or(() -> Optional.ofNullable(row.get(NetworkView.PASSAGE)).map(NetworkReader::whole));
  }

  private static Evidence.Place whole(Node passage) {
    return new Evidence.Place(
        passage, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private String wording(Node claim) {
    return objects(claim, TH.asWritten)
        .map(Node::getLiteralLexicalForm)
        .distinct()
        .sorted()
        .collect(Collectors.joining("；"));
  }

  private Stream<LocalDate> day(List<Binding> rows, Node property) {
    return rows.stream()
        .flatMap(row -> claim(row).stream())
        .flatMap(claim -> objects(claim, property))
        .map(value -> LocalDate.parse(value.getLiteralLexicalForm().substring(0, DAY)));
  }

  private Stream<Node> objects(Node subject, Node property) {
    List<Node> found = new ArrayList<>();
    dataset
        .find(Graphs.CLAIMS, subject, property, Node.ANY)
        .forEachRemaining(quad -> found.add(quad.getObject()));
    if (found.isEmpty()) {
      dataset
          .find(Quad.defaultGraphIRI, subject, property, Node.ANY)
          .forEachRemaining(quad -> found.add(quad.getObject()));
    }
    return found.stream();
  }

  /** What has no date is always there. */
  private static boolean isWithin(NetworkEdge edge, Selection selection) {
    boolean isOver =
        selection.from().isPresent()
            && edge.until().filter(day -> day.isBefore(selection.from().get())).isPresent();
    boolean isToCome =
        selection.to().isPresent()
            && edge.from().filter(day -> day.isAfter(selection.to().get())).isPresent();
    return !isOver && !isToCome;
  }

  String name(Node node, String language) {
    return names.in(language, node).orElseGet(() -> Slugs.of(node));
  }

  private static Optional<Node> claim(Binding row) {
    return Optional.ofNullable(row.get(Var.alloc(NetworkView.CLAIM)));
  }

  private static Node get(Binding row, String name) {
    return row.get(Var.alloc(name));
  }

  /** The document of a passage. */
  private static String source(Node passage) {
    String path = passage.getURI().substring(Family.SOURCE.namespace().length());
    return path.substring(0, path.indexOf('/'));
  }
}
