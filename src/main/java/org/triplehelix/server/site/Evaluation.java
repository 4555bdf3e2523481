package org.triplehelix.server.site;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.query.backend.BackEndFailure;
import org.triplehelix.query.run.AnswerWriter;
import org.triplehelix.query.run.CollectedRows;
import org.triplehelix.query.run.Engine;
import org.triplehelix.query.run.LimitReached;
import org.triplehelix.query.run.Limits;
import org.triplehelix.query.run.NotOfferedException;
import org.triplehelix.query.run.QueryRun;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Limit;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.TooCostly;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/**
 * How queries are evaluated for a request: in a first, short try, then with all their time; what
 * ends one is told as a problem.
 *
 * @param name what a query is called in messages
 * @param engine that is asked
 * @param limits of each query
 */
public record Evaluation(String name, Engine engine, Limits limits) {
  /** A query that needs no longer is answered beside those that do. */
  private static final Duration SHORT = Duration.ofMillis(100);

  /** Of queries that a dataset of the server answers. */
  public Evaluation(String name, DatasetGraph dataset, Limits limits) {
    this(name, Engine.of(dataset), limits);
  }

  /**
   * Evaluates a query and writes its answer.
   *
   * @throws Problem if it has none
   * @throws TooCostly if the attempt does not reach that far
   */
  public void write(Query query, AnswerWriter writer, Attempt attempt, OutputStream out) {
    write(query, Optional.empty(), writer, attempt, out);
  }

  /**
   * The same by a plan that is known of the query.
   *
   * @param plan optimised; none to have one made
   */
  public void write(
      Query query, Optional<Op> plan, AnswerWriter writer, Attempt attempt, OutputStream out) {
    if (engine.isElsewhere() && attempt.isShort()) {
      throw new TooCostly();
    }
    boolean first = attempt.isShort() && SHORT.compareTo(limits.time()) < 0;
    QueryRun run = new QueryRun(name, query, plan, engine, first ? limits.within(SHORT) : limits);
    attempt.onGone().accept(run::cancel);
    try {
      attempt.onRows().accept(run.write(writer, out).rows());
    } catch (LimitReached e) {
      if (first && e.kind() == LimitReached.Kind.TIME) {
        throw new TooCostly();
      }
      throw engine.isElsewhere() ? BackEndProblems.of(e) : problem(e);
    } catch (BackEndFailure e) {
      throw BackEndProblems.of(e);
    } catch (BadInputException e) {
      throw problem(e);
    }
  }

  /**
   * The rows of a SELECT.
   *
   * @throws Problem if it has none
   * @throws TooCostly if the attempt does not reach that far
   */
  public List<Binding> rows(Query query, Attempt attempt) {
    CollectedRows collected = new CollectedRows();
    write(query, collected, attempt, OutputStream.nullOutputStream());
    return collected.rows();
  }

  /** What ends a query as a problem. */
  public static Problem problem(BadInputException e) {
    InputProblem first = e.problems().get(0);
    Position position = first.position();
    boolean known = position.line() > 0;
    Problem problem =
        new Problem(
            e instanceof NotOfferedException ? Problem.Kind.NOT_OFFERED : Problem.Kind.BAD_QUERY,
            sentence(
                first.what().startsWith("the ") || first.what().startsWith("SERVICE")
                    ? first.what()
                    : "the query " + first.what()),
            sentence(first.remedy()));
    return known
        ? problem.with("line", position.line()).with("column", position.column())
        : problem;
  }

  /** A limit that was reached as a problem. */
  public static Problem problem(LimitReached e) {
    Problem.Kind kind =
        switch (e.kind()) {
          case TIME -> Problem.Kind.TIME;
          case MEMORY -> Problem.Kind.MEMORY;
          case CANCELLED -> Problem.Kind.CANCELLED;
          default -> Problem.Kind.LIMIT;
        };
    Problem problem = new Problem(kind, sentence("the query " + e.what()), sentence(e.remedy()));
    return kind == Problem.Kind.CANCELLED ? problem : problem.beyond(limit(e.kind()), e.limit());
  }

  private static Limit limit(LimitReached.Kind kind) {
    return switch (kind) {
      case TIME -> Limit.TIMEOUT;
      case ROWS -> Limit.ROWS;
      case BYTES -> Limit.BYTES;
      case MEMORY -> Limit.MEMORY;
      case LENGTH -> Limit.QUERY_LENGTH;
      case NESTING -> Limit.NESTING;
      case VALUE -> Limit.VALUE_LENGTH;
      case CANCELLED -> throw new IllegalArgumentException("no limit");
    };
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }
}
