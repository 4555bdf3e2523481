package org.triplehelix.server.report;

import java.util.List;
import java.util.Optional;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** How readers report errors: what all editions share, and the routes of each. */
public final class Reporting {
  private final Optional<ReportLog> log;
  private final int perHour;
  private final Throttle throttle;
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
    this.throttle = new Throttle(perHour, System::nanoTime);
    this.metrics = metrics;
  }

  /** The routes about what is in a site's release. */
  public List<Route> all(Site site) {
    Desk desk = new Desk(site, log, throttle, metrics);
    Names names = new Names(site);
    return List.of(
        new ReportsRoute(desk, names, perHour),
        new ReportRoute(desk, names),
        new ReceivedRoute(desk));
  }
}
