package org.triplehelix.server.ask;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.query.Question;
import org.triplehelix.query.run.LimitReached;
import org.triplehelix.query.run.QueryText;
import org.triplehelix.server.api.Asked;
import org.triplehelix.server.api.Resting;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.source.BadInputException;

/**
 * The workbench for SPARQL: an editor where scripts run, a form where they do not. With {@code
 * show=table} the answer of a SELECT is on the page.
 */
final class WorkbenchRoute implements Route {
  static final String PATH = "/query";

  /** Taken where no query is given. */
  private static final String FIRST = "figures-of-a-thing";

  private static final int ROWS = 1_000;
  private static final String NAME = "query";

  private final Site site;
  private final Knowledge knowledge;
  private final Asked asked;

  WorkbenchRoute(Knowledge knowledge, Asked asked) {
    this.site = knowledge.site();
    this.knowledge = knowledge;
    this.asked = asked;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?show=table&query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("query", "question", "show", "view");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Optional<String> given = call.parameter("query").map(text -> text.replace("\r\n", "\n"));
    String text = given.or(() -> saved(call)).orElse("");
    if (call.parameter("show").filter("table"::equals).isEmpty()) {
      return new Workbench(text, call, null);
    }
    return new Workbench(text, call, parsed(text));
  }

  /** The query of a question with its defaults; that of the first if none is asked for. */
  private Optional<String> saved(Call call) {
    Optional<Question> question =
        call.parameter("question")
            .map(asked::question)
            .or(() -> knowledge.site().questions().named(FIRST));
    return question.map(q -> Resting.of(knowledge, q, asked.values(q, call)).query().toString());
  }

  private Query parsed(String text) {
    try {
      Query query = QueryText.parse(NAME, text, site.limits(), site.release().prefixes());
      if (!query.isSelectType()) {
        throw new Problem(
            Problem.Kind.BAD_REQUEST,
            "Only the answer of a SELECT is a table.",
            "Take another format.");
      }
      return query;
    } catch (BadInputException e) {
      throw Evaluation.problem(e);
    } catch (LimitReached e) {
      throw Evaluation.problem(e);
    }
  }

  private final class Workbench implements Prepared {
    private final String text;
    private final String path;
    private final Query query;
    private final String language;

    Workbench(String text, Call call, Query query) {
      this.text = text;
      this.path = call.target(parameters()::contains);
      this.query = query;
      this.language = call.language();
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return path;
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      AnswerTable table = query == null ? null : table(attempt);
      site.pages()
          .write(
              "workbench.jte",
              WorkbenchPage.of(site, site.frame(language, path), text, table),
              out);
    }

    private AnswerTable table(Attempt attempt) {
      List<Binding> rows = new Evaluation(NAME, site.engine(), site.limits()).rows(query, attempt);
      return AnswerTable.of(
          query.getResultVars(),
          query.getResultVars(),
          rows.stream().limit(ROWS).toList(),
          new Refs(site, language));
    }
  }
}
