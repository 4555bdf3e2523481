package org.triplehelix.server.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.query.run.QueryText;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Site;

/**
 * Builds a question without SPARQL: a kind of thing, then what things of it must have. Only what
 * leads to an answer is offered.
 */
final class BuilderRoute implements Route {
  static final String PATH = "/build";
  static final int VALUES = 60;
  private static final String NAME = "built";
  private static final String KINDS = text();
  private static final int STEPS = 8;

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
    return Set.of("kind", "with");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Optional<Node> kind = call.parameter("kind").map(text -> name("kind", text));
    List<Step> steps = call.all("with").stream().map(this::step).toList();
    if (steps.size() > STEPS || kind.isEmpty() && !steps.isEmpty()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          kind.isEmpty()
              ? "There is no kind of thing."
              : "There are more steps than " + STEPS + ".",
          "Begin at " + PATH + ".");
    }
    return new Built(
        kind.map(k -> new BuiltQuestion(k, steps, site.release().prefixes())), call.language());
  }

  private Node name(String parameter, String text) {
    return site.release()
        .prefixes()
        .expand(text)
        .map(NodeFactory::createURI)
        .orElseThrow(() -> wrong(parameter, text));
  }

  private Step step(String text) {
    return Step.of(text, site.release().prefixes()).orElseThrow(() -> wrong("with", text));
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
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return question.map(BuiltQuestion::sparql).orElse("");
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      BuilderView view = new BuilderView(site, language, text -> rows(text, attempt));
      site.pages()
          .write("builder.jte", question.map(view::page).orElseGet(() -> view.start(KINDS)), out);
    }

    private List<Binding> rows(String text, Attempt attempt) {
      Query query = QueryText.parse(NAME, text, site.limits(), site.release().prefixes());
      return new Evaluation(NAME, site.dataset(), site.limits()).rows(query, attempt);
    }
  }
}
