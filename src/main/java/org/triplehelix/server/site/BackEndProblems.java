package org.triplehelix.server.site;

import org.triplehelix.query.backend.BackEndFailure;
import org.triplehelix.query.run.LimitReached;
import org.triplehelix.server.pipeline.Limit;
import org.triplehelix.server.pipeline.Problem;

/** What goes wrong with a back end, as a problem. */
final class BackEndProblems {
  private static final String SECONDS = "5";

  private BackEndProblems() {}

  static Problem of(BackEndFailure failure) {
    Problem problem =
        switch (failure.kind()) {
          case BUSY ->
              new Problem(
                  Problem.Kind.BACK_END_BUSY,
                  failure.getMessage(),
                  "Ask again in a few seconds; pages and linked data are answered without it.");
          case REFUSED ->
              new Problem(
                  Problem.Kind.BACK_END,
                  failure.getMessage(),
                  "Write the query otherwise, or tell who runs the server.");
          default ->
              new Problem(
                  Problem.Kind.BACK_END,
                  failure.getMessage(),
                  "Ask again later; pages and linked data are answered without it.");
        };
    return failure.kind() == BackEndFailure.Kind.BUSY
        ? problem.withHeader("Retry-After", SECONDS)
        : problem;
  }

  /** A limit of ours; where it is time, it is the back end that took too long. */
  static Problem of(LimitReached reached) {
    return reached.kind() == LimitReached.Kind.TIME
        ? new Problem(
                Problem.Kind.BACK_END_SLOW,
                "The back end gave no whole answer within " + reached.limit() + ".",
                "Ask for less, or start from what is rarest.")
            .beyond(Limit.TIMEOUT, reached.limit())
        : Evaluation.problem(reached);
  }
}
