package org.triplehelix.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.triplehelix.query.backend.BackEndWatch;
import org.triplehelix.replica.FollowStatus;
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
  private final AtomicReference<BackEndWatch> backEnd = new AtomicReference<>();

  Parts(Options options, Address address) {
    this.options = options;
    this.address = address;
    this.log = options.accessLog.map(AccessLog::new);
    this.reporting = new Reporting(options.reports, options.reportRate, metrics);
    this.readiness =
        new Readiness(
            options.prepares ? Readiness.State.PREPARING : Readiness.State.READY, options.follows);
    options.follows.ifPresent(this::measure);
    metrics.info("helix.build.info", "The program", "version", () -> options.version);
    log.ifPresent(
        l -> metrics.counter("helix.log.lost", "Lines of the log that were not written", l::lost));
  }

  private void measure(FollowStatus follows) {
    metrics.gauge(
        "helix.follow.offset", "Offset in the log after the release in use", follows::offset);
    metrics.gauge("helix.follow.lag", "Offsets of the log that are not in use yet", follows::lag);
    metrics.gauge(
        "helix.follow.stopped",
        "1 if the log is followed no more, since it holds what cannot be applied",
        () -> follows.stopped().isPresent() ? 1 : 0);
    metrics.gauge(
        "helix.follow.silence.seconds", "Seconds since the log answered", follows::silence);
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

  /** Looks from now on whether the back end, if there is one, holds the release. */
  void watchBackEnd(String release) {
    options.backEnd.ifPresent(
        there -> {
          backEnd.set(new BackEndWatch(there, this::askedBackEnd, release));
          metrics.gauge(
              "helix.backend.up",
              "Whether the back end answers and holds the release that is served",
              () -> backEndTrouble().isPresent() ? 0 : 1);
        });
  }

  /** One request to the back end that ended. */
  void askedBackEnd(String result) {
    metrics.count(
        "helix.backend.requests", "Requests to the back end, by how they ended", "result", result);
  }

  /** What is wrong with the back end, a sentence. */
  Optional<String> backEndTrouble() {
    return Optional.ofNullable(backEnd.get()).flatMap(BackEndWatch::trouble);
  }

  Readiness readiness() {
    return readiness;
  }

  @Override
  public void close() {
    Optional.ofNullable(backEnd.get()).ifPresent(BackEndWatch::close);
    dumps.close();
    metrics.close();
    options.reports.ifPresent(ReportLog::close);
    options.store.ifPresent(Store::close);
    log.ifPresent(AccessLog::close);
  }
}
