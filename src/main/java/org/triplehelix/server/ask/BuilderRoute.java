package org.triplehelix.server.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.query.run.QueryText;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.figure.Workbook;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Nearest;
import org.triplehelix.vocab.Prefixes;

/**
 * Builds a question without SPARQL: a kind of thing, then what things of it must have. Only what
 * leads to an answer is offered.
 */
final class BuilderRoute implements Route {
  static final String PATH = "/build";
  private static final String NAME = "built";
  private static final String KINDS = text();
  private static final Node ANY = Quad.defaultGraphIRI;
  private static final int NEAR = 3;
  private static final int STEPS = 9;

  private final Site site;

  BuilderRoute(Site site) {
    this.site = site;
  }

  private static String text() {
    try (InputStream in = BuilderRoute.class.getResourceAsStream("kinds.rq")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?kind=th%3AProgramme";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("kind", "with", "at", "of", "least", "most");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Optional<Node> kind = call.parameter("kind").map(this::kind);
    List<Step> steps = call.all("with").stream().map(this::step).toList();
    if (steps.size() > STEPS || kind.isEmpty() && !steps.isEmpty()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          kind.isEmpty()
              ? "There is no kind of thing."
              : "There are more steps than " + STEPS + ".",
          "Begin at " + PATH + ".");
    }
    return new Built(kind.map(k -> question(k, steps, call)), call.language());
  }

  private BuiltQuestion question(Node kind, List<Step> steps, Call call) {
    BuiltQuestion question = new BuiltQuestion(kind, steps, site.release().prefixes());
    if (!question.isSound()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "A step goes on from one that is not there.",
          "Begin at " + PATH + " and follow what is offered.");
    }
    if (call.parameter("at").isEmpty()) {
      for (String name : List.of("of", "least", "most")) {
        call.parameter(name).ifPresent(value -> refuseWithoutStep(name, value));
      }
      return question;
    }
    return bounded(question, call.parameter("at").get(), call);
  }

  private static void refuseWithoutStep(String name, String value) {
    throw new Problem(
        Problem.Kind.BAD_REQUEST,
        name + "=" + value + " is of no step.",
        "Write at= with the number of the step that it bounds, counted from 1.");
  }

  /** The question with the bounds that a form sends for one of its steps. */
  private static BuiltQuestion bounded(BuiltQuestion question, String at, Call call) {
    boolean isStep = at.matches("\\d") && question.open().contains(Integer.parseInt(at) - 1);
    if (!isStep) {
      throw wrong("at", at);
    }
    boolean ofYears = call.parameter("of").filter("years"::equals).isPresent();
    Bounds bounds =
        Bounds.of(
            ofYears, call.parameter("least").orElse(null), call.parameter("most").orElse(null));
    return question.within(Integer.parseInt(at) - 1, bounds);
  }

  private Node kind(String text) {
    return site.release()
        .prefixes()
        .expand(text)
        .map(NodeFactory::createURI)
        .filter(kind -> site.dataset().contains(ANY, Node.ANY, RDF.Nodes.type, kind))
        .orElseThrow(
            () ->
                unknown(
                    "kind",
                    text,
                    text,
                    site.dataset().stream(ANY, Node.ANY, RDF.Nodes.type, Node.ANY)
                        .map(Quad::getObject)));
  }

  /** A step whose relation is used, and leads to what there is. */
  private Step step(String text) {
    Prefixes prefixes = site.release().prefixes();
    Step step = Step.of(text, prefixes).orElseThrow(() -> wrong("with", text));
    DatasetGraph data = site.dataset();
    if (!data.contains(ANY, Node.ANY, step.relation(), Node.ANY)) {
      String name = prefixes.abbreviate(step.relation().getURI());
      throw unknown("with", text, name, data.stream().map(Quad::getPredicate));
    }
    Optional<Node> value = step.value().filter(Node::isURI);
    if (value.filter(thing -> !isThere(thing)).isPresent()) {
      String name = prefixes.abbreviate(value.get().getURI());
      throw unknown("with", text, name, data.stream(ANY, null, null, null).map(Quad::getSubject));
    }
    return step;
  }

  private boolean isThere(Node thing) {
    return site.dataset().contains(ANY, thing, Node.ANY, Node.ANY)
        || site.dataset().contains(ANY, Node.ANY, Node.ANY, thing);
  }

  private Problem unknown(String parameter, String text, String name, Stream<Node> there) {
    Prefixes prefixes = site.release().prefixes();
    List<String> known =
        there
            .filter(Node::isURI)
            .distinct()
            .map(node -> prefixes.abbreviate(node.getURI()))
            .sorted()
            .toList();
    return wrong(parameter, text).with("near", Nearest.of(name, known, NEAR));
  }

  private static Problem wrong(String parameter, String text) {
    return new Problem(
        Problem.Kind.BAD_REQUEST,
        parameter + "=" + text + " names nothing.",
        "Begin at " + PATH + " and follow what is offered.");
  }

  private final class Built implements Prepared {
    private final Optional<BuiltQuestion> question;
    private final String language;

    Built(Optional<BuiltQuestion> question, String language) {
      this.question = question;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return question.isPresent()
          ? List.of(Format.HTML, Sheet.CSV, Workbook.XLSX)
          : List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return question.map(BuiltQuestion::sparql).orElse("");
    }

    @Override
    public Map<String, String> headers(Format format) {
      return format.equals(Format.HTML)
          ? Map.of()
          : Map.of(
              "Content-Disposition",
              "attachment; filename=\"triplehelix-list." + format.label() + "\"");
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      BuilderView view = new BuilderView(site, language, text -> rows(text, attempt));
      if (format.equals(Sheet.CSV)) {
        view.sheet(question.orElseThrow()).write(format, true, out);
        return;
      }
      if (format.equals(Workbook.XLSX)) {
        Workbook.write(view.sheet(question.orElseThrow()), "list", out);
        return;
      }
      site.pages()
          .write("builder.jte", question.map(view::page).orElseGet(() -> view.start(KINDS)), out);
    }

    private List<Binding> rows(String text, Attempt attempt) {
      Query query = QueryText.parse(NAME, text, site.limits(), site.release().prefixes());
      return new Evaluation(NAME, site.engine(), site.limits()).rows(query, attempt);
    }
  }
}
