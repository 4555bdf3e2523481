package org.triplehelix.server;

import java.util.Optional;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.dump.Dumps;
import org.triplehelix.server.pipeline.AccessLog;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.report.Reporting;
import org.triplehelix.store.Store;

/** What outlives a release: all editions of a server share it. */
final class Parts implements AutoCloseable {
  private final Options options;
  private final Address address;
  private final Metrics metrics = new Metrics();
  private final Dumps dumps = new Dumps();
  private final Optional<AccessLog> log;
  private final Reporting reporting;
  private final Readiness readiness;

  Parts(Options options, Address address) {
    this.options = options;
    this.address = address;
    this.log = options.accessLog.map(AccessLog::new);
    this.reporting = new Reporting(options.reports, options.reportRate, metrics);
    this.readiness =
        new Readiness(options.prepares ? Readiness.State.PREPARING : Readiness.State.READY);
    metrics.info("helix.build.info", "The program", "version", () -> options.version);
    log.ifPresent(
        l -> metrics.counter("helix.log.lost", "Lines of the log that were not written", l::lost));
  }

  Options options() {
    return options;
  }

  Address address() {
    return address;
  }

  Metrics metrics() {
    return metrics;
  }

  Dumps dumps() {
    return dumps;
  }

  Optional<AccessLog> log() {
    return log;
  }

  Reporting reporting() {
    return reporting;
  }

  Readiness readiness() {
    return readiness;
  }

  @Override
  public void close() {
    dumps.close();
    metrics.close();
    options.reports.ifPresent(ReportLog::close);
    options.store.ifPresent(Store::close);
    log.ifPresent(AccessLog::close);
  }
}
