package org.triplehelix.check;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/**
 * Something that a check found.
 *
 * @param position where it is written
 * @param what the fault, a clause without full stop
 * @param remedy what to do, a clause without full stop
 * @param check the check's name
 * @param severity how bad it is
 * @param evidence where it is about the graph
 */
public record Finding(
    Position position,
    String what,
    String remedy,
    String check,
    Severity severity,
    Optional<Evidence> evidence)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::position)
          .thenComparing(Finding::check)
          .thenComparing(Finding::what)
          .thenComparing(Finding::remedy)
          .thenComparing(Finding::severity);

  /** As in SHACL. */
  public enum Severity {
    VIOLATION,
    WARNING,
    INFO
  }

  /** A violation in a file. */
  public Finding(Position position, String what, String remedy, String check) {
    this(position, what, remedy, check, Severity.VIOLATION, Optional.empty());
  }

  /** A fault of a file as a finding of a check. */
  public static Finding of(InputProblem problem, String check) {
    return new Finding(problem.position(), problem.what(), problem.remedy(), check);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String grade =
        severity == Severity.VIOLATION ? "" : severity.name().toLowerCase(Locale.ROOT) + ": ";
    return position + ": " + grade + what + "; " + remedy + " [" + check + "]";
  }
}
