package org.triplehelix.server.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.report.NotStored;
import org.triplehelix.report.Receipt;
import org.triplehelix.report.Report;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.guard.Buckets;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Limit;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Site;

/** Where reports are handed in: checks who may, keeps them, and counts. */
final class Desk {
  private static final String DESCRIPTION = "Reports of errors by what became of them";

  private final Site site;
  private final Optional<ReportLog> log;
  private final int perHour;
  private final Buckets throttle;
  private final Metrics metrics;

  /**
   * A desk.
   *
   * @param log takes reports; empty if the server takes none
   * @param perHour how many a client may send
   * @param throttle counts them
   */
  Desk(Site site, Optional<ReportLog> log, int perHour, Buckets throttle, Metrics metrics) {
    this.site = site;
    this.log = log;
    this.perHour = perHour;
    this.throttle = throttle;
    this.metrics = metrics;
  }

  Site site() {
    return site;
  }

  /**
   * Whether reports are taken at all.
   *
   * @throws Problem if they are not
   */
  void demandOpen() {
    if (log.isEmpty()) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "This server takes no reports of errors.",
          "Whoever runs it may give it a folder for them: serve --reports DIR.");
    }
  }

  /**
   * Browsers let any page send a form anywhere; what comes so is not the reader's will.
   *
   * @throws Problem if a page of another origin asks
   */
  void demandOwnPage(Call call) {
    if (call.caller().page().isElsewhere(site.address().absolute(""))) {
      throw refused(
          new Problem(
              Problem.Kind.OTHER_ORIGIN,
              "A page of another origin sends this.",
              "Report from the pages of this server, or by a program."));
    }
  }

  /** All faults of a draft as one problem. */
  Problem invalid(Draft draft) {
    List<Map<String, Object>> errors = draft.faults().stream().map(Fault::json).toList();
    return new Problem(
            Problem.Kind.INVALID,
            "The report cannot be taken as it is.",
            "Mend what the errors name, and send it again.")
        .with("errors", errors);
  }

  /**
   * Keeps a report.
   *
   * @throws Problem if it is not kept
   */
  Receipt file(Report report, Call.Caller caller) {
    long wait = throttle.take(caller.address(), 1);
    if (wait > 0) {
      throw new Problem(
              Problem.Kind.TOO_MANY,
              "So many reports came from your address that this one is not taken.",
              "Send it again in " + wait + " seconds.")
          .beyond(Limit.REPORT_RATE, perHour + " in an hour")
          .withHeader("Retry-After", Long.toString(wait));
    }
    try {
      Receipt receipt = log.orElseThrow().add(report, site.release().hash());
      metrics.count("helix.reports", DESCRIPTION, "outcome", "accepted", "reason", "");
      return receipt;
    } catch (NotStored e) {
      throw new Problem(
          e.isFull() ? Problem.Kind.STORAGE_FULL : Problem.Kind.STORAGE,
          e.isFull()
              ? "The report was not kept: there is no room left for it."
              : "The report was not kept: the file of reports cannot be written.",
          "Keep your text, and send it again later.");
    }
  }

  /** Counts a report that is not taken. */
  Problem refused(Problem problem) {
    metrics.count(
        "helix.reports", DESCRIPTION, "outcome", "refused", "reason", problem.kind().label());
    return problem;
  }
}
