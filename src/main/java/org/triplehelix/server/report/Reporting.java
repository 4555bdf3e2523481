package org.triplehelix.server.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.guard.Buckets;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** How readers report errors: what all editions share, and the routes of each. */
public final class Reporting {
  private static final double HOUR = Duration.ofHours(1).toSeconds();

  private final Optional<ReportLog> log;
  private final int perHour;
  private final Buckets throttle;
  private final Metrics metrics;

  /**
   * Reporting.
   *
   * @param log takes reports; empty if the server takes none: then the routes say so
   * @param perHour how many a client may send
   */
  public Reporting(Optional<ReportLog> log, int perHour, Metrics metrics) {
    this.log = log;
    this.perHour = perHour;
    this.throttle = new Buckets(perHour / HOUR, perHour, System::nanoTime);
    this.metrics = metrics;
  }

  /** The routes about what is in a site's release. */
  public List<Route> all(Site site) {
    Desk desk = new Desk(site, log, perHour, throttle, metrics);
    Names names = new Names(site);
    return List.of(
        new ReportsRoute(desk, names, perHour),
        new ReportRoute(desk, names),
        new ReceivedRoute(desk));
  }
}
