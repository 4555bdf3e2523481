package org.triplehelix.server.report;

import java.util.List;
import java.util.Optional;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The routes by which readers report errors. */
public final class Reporting {
  private Reporting() {}

  /**
   * All of them.
   *
   * @param log takes reports; empty if the server takes none: then the routes say so
   * @param perHour how many a client may send
   */
  public static List<Route> all(Site site, Optional<ReportLog> log, int perHour, Metrics metrics) {
    Desk desk = new Desk(site, log, new Throttle(perHour, System::nanoTime), metrics);
    Names names = new Names(site);
    return List.of(
        new ReportsRoute(desk, names, perHour),
        new ReportRoute(desk, names),
        new ReceivedRoute(desk));
  }
}
