package org.triplehelix.source;

import java.util.Comparator;

/**
 * One fault in what somebody wrote.
 *
 * @param position where
 * @param what the fault, a clause without full stop
 * @param remedy what to do, a clause without full stop
 */
public record InputProblem(Position position, String what, String remedy)
    implements Comparable<InputProblem> {
  private static final Comparator<InputProblem> ORDER =
      Comparator.comparing(InputProblem::position).thenComparing(InputProblem::what);

  @Override
  public int compareTo(InputProblem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return position + ": " + what + "; " + remedy;
  }
}
