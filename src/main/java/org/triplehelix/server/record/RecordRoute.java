package org.triplehelix.server.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.entity.Names;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/** What the Research Organization Registry says of an organisation: {@code /records/ror/…}. */
public final class RecordRoute implements Route {
  private static final Query QUERY = query();
  private static final Node NAME = NodeFactory.createURI("https://schema.org/name");

  /** Values of a row that are shown. */
  private static final int MOST = 200;

  private final Site site;

  /** The records of a site. */
  public RecordRoute(Site site) {
    this.site = site;
  }

  private static Query query() {
    try (InputStream in = RecordRoute.class.getResourceAsStream("record.rq")) {
      return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String path() {
    return Refs.RECORDS + "*";
  }

  @Override
  public String example() {
    return Refs.RECORDS + "02jx3x895";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String identifier = call.path().substring(Refs.RECORDS.length());
    if (!identifier.matches("0[0-9a-hj-km-np-tv-z]{6}[0-9]{2}")) {
      throw missing(identifier);
    }
    return new Answer(identifier, call.language());
  }

  private static Problem missing(String identifier) {
    return new Problem(
        Problem.Kind.NOT_FOUND,
        "No record " + identifier + " of the Research Organization Registry is known here.",
        "Give nine characters, as in /records/ror/02jx3x895; records of the whole registry are"
            + " there once it is loaded.");
  }

  /** The page of a record in a language. */
  private final class Answer implements Prepared {
    private final Node record;
    private final Frame frame;
    private final Refs refs;
    private final String language;

    Answer(String identifier, String language) {
      this.record = NodeFactory.createURI("https://ror.org/" + identifier);
      this.language = language;
      this.frame = site.frame(language, Refs.RECORDS + identifier);
      this.refs = new Refs(site, language);
    }

    @Override
    public List<Format> formats() {
      return Stream.concat(Stream.of(Format.HTML), ResultFormats.OF_GRAPHS.stream()).toList();
    }

    @Override
    public String canonical() {
      return record.getURI();
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      Query asked = QueryTransformOps.replaceVars(QUERY, Map.of(Var.alloc("record"), record));
      List<Binding> rows =
          new Evaluation("record", site.dataset(), site.limits()).rows(asked, attempt);
      if (in("record", rows).isEmpty() && in("identity", rows).isEmpty()) {
        throw missing(record.getURI().substring("https://ror.org/".length()));
      }
      if (format.equals(Format.HTML)) {
        site.pages().write("record.jte", page(asked, rows), out);
      } else {
        RDFWriter.source(graph(rows)).format(ResultFormats.GRAPHS.get(format)).output(out);
      }
    }

    /** What the register and this graph state of the record, and who states the former. */
    private Graph graph(List<Binding> rows) {
      Graph graph = GraphFactory.createDefaultGraph();
      site.release().prefixes().map().forEach(graph.getPrefixMapping()::setNsPrefix);
      Stream.of("record", "identity")
          .flatMap(part -> in(part, rows).stream())
          .forEach(
              row -> {
                graph.add(record, row.get("property"), row.get("value"));
                if (row.contains("name")) {
                  graph.add(row.get("value"), NAME, row.get("name"));
                }
              });
      in("layer", rows)
          .forEach(row -> graph.add(Refs.LAYER, row.get("property"), row.get("value")));
      return graph;
    }

    private RecordPage page(Query asked, List<Binding> rows) {
      List<Binding> layer = in("layer", rows);
      return new RecordPage(
          frame,
          title(rows),
          new Ref(record.getURI(), "", record.getURI()),
          !layer.isEmpty(),
          text(layer, DCTerms.rights.asNode()),
          text(layer, OWL2.versionInfo.asNode()),
          rows(in("record", rows)),
          rows(
              Stream.of("identity", "place")
                  .flatMap(part -> in(part, rows).stream())
                  .filter(row -> !row.get("property").equals(NAME))
                  .toList()),
          Behind.of(frame, frame.text("record.question"), asked.toString().strip()),
          ResultFormats.OF_GRAPHS.stream().map(this::data).toList());
    }

    private Ref data(Format format) {
      return new Ref(format.label(), "", frame.href(frame.path() + "?format=" + format.label()));
    }

    private static List<Binding> in(String part, List<Binding> rows) {
      return rows.stream()
          .filter(row -> row.get("part").getLiteralLexicalForm().equals(part))
          .toList();
    }

    /** In the reader's language: as the register has it, else as this graph names the thing. */
    private String title(List<Binding> rows) {
      Stream<String> labels =
          values(rows, RDFS.label.asNode())
              .filter(label -> label.getLiteralLanguage().equals(language))
              .map(Node::getLiteralLexicalForm);
      Stream<String> ours =
          values(in("identity", rows), TH.recordOf)
              .flatMap(thing -> site.names().told(language, thing).stream())
              .filter(name -> name.language().equals(language))
              .map(Names.Name::text);
      Stream<String> names = values(rows, NAME).map(Node::getLiteralLexicalForm);
      return Stream.of(labels, ours, names)
          .flatMap(found -> found)
          .findFirst()
          .orElse(record.getURI());
    }

    private static Stream<Node> values(List<Binding> rows, Node property) {
      return rows.stream()
          .filter(row -> row.get("property").equals(property))
          .map(row -> row.get("value"));
    }

    private String text(List<Binding> rows, Node property) {
      return values(rows, property)
          .filter(
              value ->
                  value.getLiteralLanguage().isEmpty()
                      || value.getLiteralLanguage().equals(language))
          .map(Node::getLiteralLexicalForm)
          .findFirst()
          .orElse("");
    }

    /** In the order of the query. */
    private List<RecordPage.Row> rows(List<Binding> bindings) {
      Map<Node, List<Binding>> byProperty =
          bindings.stream()
              .collect(
                  Collectors.groupingBy(
                      row -> row.get("property"), LinkedHashMap::new, Collectors.toList()));
      List<RecordPage.Row> rows = new ArrayList<>();
      byProperty.forEach(
          (property, found) -> {
            List<Ref> values =
                found.stream()
                    .map(this::value)
                    .distinct()
                    .sorted(Comparator.comparing(Ref::text))
                    .toList();
            int shown = Math.min(MOST, values.size());
            rows.add(
                new RecordPage.Row(
                    refs.of(property), values.subList(0, shown), values.size() - shown));
          });
      return rows;
    }

    private Ref value(Binding row) {
      Ref ref = refs.of(row.get("value"));
      return row.contains("name")
          ? new Ref(row.get("name").getLiteralLexicalForm(), "", ref.href())
          : ref;
    }
  }
}
