package org.triplehelix.report;

import java.time.Instant;
import java.util.List;

/**
 * A report that was acknowledged.
 *
 * @param receipt its number
 * @param when it came
 * @param release the hash of the release that its reader saw
 * @param report what it says
 * @param marks what became of it, the latest last
 */
public record FiledReport(
    Receipt receipt, Instant when, String release, Report report, List<Mark> marks) {
  public FiledReport {
    marks = List.copyOf(marks);
  }

  /** How it stands: open until it is marked. */
  public Status status() {
    return marks.isEmpty() ? Status.OPEN : marks.get(marks.size() - 1).status();
  }
}
