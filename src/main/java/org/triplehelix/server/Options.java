package org.triplehelix.server;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.backend.BackEnd;
import org.triplehelix.query.run.Limits;
import org.triplehelix.replica.FollowStatus;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.guard.DoorSettings;
import org.triplehelix.server.pipeline.Settings;
import org.triplehelix.source.DocumentFolder;
import org.triplehelix.store.Store;

/**
 * How to serve: what suits this machine, with nothing logged, no documents at hand and no reports
 * taken, until more is said.
 */
public final class Options {
  /** How many reports a client may send in an hour, if nothing else is said. */
  public static final int REPORT_RATE = 20;

  private static final int SIXTH = 6;

  final String host;
  final int port;
  String address = "";
  Limits limits = Limits.forServer();
  Settings settings = Settings.ofThisMachine();
  DoorSettings door = DoorSettings.usual();
  Duration grace = Duration.ZERO;
  boolean prepares;
  String version = "unknown";
  Optional<OutputStream> accessLog = Optional.empty();
  String metricsToken = "";
  DocumentFolder texts = DocumentFolder.NONE;
  Supplier<NetworkViews> networks = () -> NetworkViews.NONE;
  Optional<Store> store = Optional.empty();
  Optional<ReportLog> reports = Optional.empty();
  int reportRate = REPORT_RATE;
  Optional<BackEnd> backEnd = Optional.empty();
  Duration lookEvery = Duration.ofSeconds(2);
  Optional<FollowStatus> follows = Optional.empty();
  long olderReleaseBytes = Runtime.getRuntime().maxMemory() / SIXTH;

  private Options(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Where to listen.
   *
   * @param port 0 takes any that is free
   */
  public static Options at(String host, int port) {
    return new Options(host, port);
  }

  /**
   * Under which address clients know the server.
   *
   * @param known without a slash at its end; empty for http://localhost and the port
   */
  public Options under(String known) {
    address = known;
    return this;
  }

  /** With documents at hand, of which any may be missing. */
  public Options with(DocumentFolder documents) {
    texts = documents;
    return this;
  }

  /** With networks that can be had as files of graph tools. */
  public Options with(NetworkViews views) {
    return networks(() -> views);
  }

  /** The same, read when they are first asked for. */
  public Options networks(Supplier<NetworkViews> views) {
    networks = views;
    return this;
  }

  /**
   * With the layers of a store beside each release.
   *
   * @param layers is closed with the server
   */
  public Options beside(Store layers) {
    store = Optional.of(layers);
    return this;
  }

  /** With limits of each query. */
  public Options within(Limits others) {
    limits = others;
    return this;
  }

  /** With limits of all requests together. */
  public Options within(Settings others) {
    settings = others;
    return this;
  }

  /** With limits of clients and connections. */
  public Options within(DoorSettings others) {
    door = others;
    return this;
  }

  /** With time for what runs when the server is stopped. */
  public Options endingWithin(Duration time) {
    grace = time;
    return this;
  }

  /** Not ready before {@link HelixServer#prepare} has ended. */
  public Options preparing() {
    prepares = true;
    return this;
  }

  /** With the version of the program, for the metrics. */
  public Options ofVersion(String number) {
    version = number;
    return this;
  }

  /** With a line written for each request. */
  public Options loggingTo(OutputStream log) {
    accessLog = Optional.of(log);
    return this;
  }

  /** With metrics for those on other machines who have a token; none if it is empty. */
  public Options metricsFor(String token) {
    metricsToken = token;
    return this;
  }

  /**
   * With readers' reports taken.
   *
   * @param log is closed with the server
   * @param perHour how many a client may send
   */
  public Options taking(ReportLog log, int perHour) {
    reports = Optional.of(log);
    reportRate = perHour;
    return this;
  }

  /** With readers' queries answered by another engine, which holds the release too. */
  public Options asking(BackEnd engine) {
    backEnd = Optional.of(engine);
    return this;
  }

  /** How often it is looked whether a later release was published. */
  public Options lookingEvery(Duration time) {
    lookEvery = time;
    return this;
  }

  /** Ready only while a log is followed, and not before its end was reached. */
  public Options following(FollowStatus status) {
    follows = Optional.of(status);
    return this;
  }

  /** How much of the heap older releases may take that requests name, about. */
  public Options keepingOlder(long bytes) {
    olderReleaseBytes = bytes;
    return this;
  }
}
