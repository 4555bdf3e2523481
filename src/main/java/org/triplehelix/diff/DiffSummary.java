package org.triplehelix.diff;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.triplehelix.diff.Change.Kind;
import org.triplehelix.diff.DiffReport.Entry;
import org.triplehelix.diff.DiffReport.Fate;

/**
 * A difference in five numbers: of what people wrote, not of what follows from it.
 *
 * @param changed statements that got another value
 * @param added statements that came
 * @param removed statements that went
 * @param newThings things that only the second release speaks of
 * @param goneThings things that only the first release speaks of
 */
public record DiffSummary(long changed, long added, long removed, long newThings, long goneThings) {

  /** The numbers of a difference. */
  public static DiffSummary of(DiffReport report) {
    return new DiffSummary(
        count(report, Kind.CHANGED),
        count(report, Kind.ADDED),
        count(report, Kind.REMOVED),
        things(report, Fate.NEW),
        things(report, Fate.GONE));
  }

  private static long count(DiffReport report, Kind kind) {
    return report.entries().stream()
        .filter(isWritten().and(entry -> entry.change().kind() == kind))
        .count();
  }

  private static long things(DiffReport report, Fate fate) {
    Set<Node> subjects =
        report.entries().stream()
            .filter(isWritten())
            .map(entry -> entry.change().subject())
            .collect(Collectors.toSet());
    return subjects.stream().filter(thing -> report.fate(thing) == fate).count();
  }

  private static Predicate<Entry> isWritten() {
    return entry -> !entry.area().follows();
  }
}
