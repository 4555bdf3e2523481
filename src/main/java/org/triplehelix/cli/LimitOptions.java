package org.triplehelix.cli;

import java.time.Duration;
import java.util.List;
import org.triplehelix.query.run.Limits;
import org.triplehelix.server.Options;
import org.triplehelix.server.guard.Clients;
import org.triplehelix.server.guard.DoorSettings;
import org.triplehelix.server.guard.Networks;
import org.triplehelix.server.pipeline.Settings;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What clients and queries may take, for the command that serves them: docs/operation.md. */
final class LimitOptions {
  private static final String USUAL = "Default: ${DEFAULT-VALUE}.";
  private static final String BY_HEAP = "Default: by the heap.";
  private static final String BY_PROCESSORS = "Default: by the processors.";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "After how long a query is cancelled. " + USUAL)
  private int timeout;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Rows or triples of a query's answer. " + USUAL)
  private int rows;

  @Option(
      names = "--answer-bytes",
      paramLabel = "N",
      defaultValue = "100000000",
      description = "Bytes of a query's answer. " + USUAL)
  private int answerBytes;

  @Option(
      names = "--memory",
      paramLabel = "PERCENT",
      defaultValue = "55",
      description = "Share of the old generation above which the largest query is ended. " + USUAL)
  private int memory;

  @Option(
      names = "--query-length",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Characters of a query. " + USUAL)
  private int queryLength;

  @Option(
      names = "--nesting",
      paramLabel = "N",
      defaultValue = "100",
      description = "Brackets within each other in a query. " + USUAL)
  private int nesting;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Groups, operators, path steps and triple patterns of a query. " + USUAL)
  private int steps;

  @Option(
      names = "--value-length",
      paramLabel = "N",
      description = "Characters of a value that a query computes. " + BY_HEAP)
  private Integer valueLength;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Requests of a client in a second; one that is answered from the cache counts a tenth. "
              + USUAL)
  private int rate;

  @Option(
      names = "--burst",
      paramLabel = "N",
      defaultValue = "500",
      description = "Requests that a client may send at once, before that. " + USUAL)
  private int burst;

  @Option(
      names = "--client-connections",
      paramLabel = "N",
      defaultValue = "64",
      description = "Connections of a client at once. " + USUAL)
  private int clientConnections;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Connections of all clients at once. " + USUAL)
  private int connections;

  @Option(
      names = "--uri-bytes",
      paramLabel = "N",
      defaultValue = "65536",
      description = "Length of a request's address. " + USUAL)
  private int uriBytes;

  @Option(
      names = "--header-bytes",
      paramLabel = "N",
      defaultValue = "32768",
      description = "Length of a request's headers together. " + USUAL)
  private int headerBytes;

  @Option(
      names = "--headers",
      paramLabel = "N",
      defaultValue = "100",
      description = "Number of a request's headers. " + USUAL)
  private int headers;

  @Option(
      names = "--header-time",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "In which a request's headers must come. " + USUAL)
  private int headerTime;

  @Option(
      names = "--body-bytes",
      paramLabel = "N",
      defaultValue = "2097152",
      description = "Length of a request's body. " + USUAL)
  private int bodyBytes;

  @Option(
      names = "--body-time",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "In which a request's body must come. " + USUAL)
  private int bodyTime;

  @Option(
      names = "--bodies",
      paramLabel = "N",
      defaultValue = "64",
      description = "Bodies that may come slowly at once. " + USUAL)
  private int bodies;

  @Option(
      names = "--idle-time",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long a connection may lie idle. " + USUAL)
  private int idleTime;

  @Option(
      names = "--answer-time",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "In which a client must take an answer that is not long. " + USUAL)
  private int answerTime;

  @Option(
      names = "--answer-rate",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "Bytes in a second that a client must take of a long one, beyond that time. " + USUAL)
  private int answerRate;

  @Option(
      names = "--sending-bytes",
      paramLabel = "N",
      description = "Memory of answers that wait for their clients. " + BY_HEAP)
  private Long sendingBytes;

  @Option(
      names = "--short-running",
      paramLabel = "N",
      description = "First, short tries at once. " + BY_PROCESSORS)
  private Integer shortRunning;

  @Option(
      names = "--long-running",
      paramLabel = "N",
      description = "Longer work at once. " + BY_PROCESSORS)
  private Integer longRunning;

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "32",
      description = "Requests that wait for either. " + USUAL)
  private int queue;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long they wait. " + USUAL)
  private int patience;

  @Option(
      names = "--waiting",
      paramLabel = "N",
      defaultValue = "64",
      description = "Requests that wait for an answer that another makes. " + USUAL)
  private int waiting;

  @Option(
      names = "--kept-back",
      paramLabel = "N",
      description =
          "Bytes of an answer that are made before the first is sent: what is longer is not kept. "
              + BY_HEAP)
  private Integer keptBack;

  @Option(
      names = "--cache-bytes",
      paramLabel = "N",
      description = "Memory of answers that are kept. " + BY_HEAP)
  private Long cacheBytes;

  @Option(
      names = "--report-rate",
      paramLabel = "N",
      defaultValue = "" + Options.REPORT_RATE,
      description = "How many reports a client may send in an hour. " + USUAL)
  private int reportRate;

  @Option(
      names = "--trusted-proxy",
      paramLabel = "CIDR",
      split = ",",
      description = "Proxies that are believed whom they ask for, as 10.0.0.0/8 or ::1.")
  private List<String> trustedProxies = List.of();

  @Option(
      names = "--proxy-header",
      paramLabel = "NAME",
      defaultValue = "X-Forwarded-For",
      description = "The header in which they tell it: X-Forwarded-For or Forwarded. " + USUAL)
  private String proxyHeader;

  @Option(
      names = "--exempt",
      paramLabel = "CIDR",
      split = ",",
      defaultValue = "127.0.0.0/8,::1",
      description = "Clients for whom no limit by client holds; none for no one. " + USUAL)
  private List<String> exempt;

  @Option(
      names = "--log-clients",
      paramLabel = "HOW",
      defaultValue = "whole",
      description =
          "How much of a client's address the log has: whole, network (24 or 48 bits) or none. "
              + USUAL)
  private DoorSettings.Logged logClients;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The same options with these limits. */
  Options on(Options options) {
    return options.within(limits()).within(settings()).within(door());
  }

  int reportRate() {
    return reportRate;
  }

  /**
   * Whether all that was given can be used.
   *
   * @throws BadInputException if something cannot
   */
  void demandUsable() {
    door();
    for (OptionSpec option : spec.options()) {
      if (isNumber(option) && option.getValue() instanceof Number given && given.longValue() < 1) {
        throw unusable(option.longestName(), "give a number from 1 up");
      }
    }
    if (timeout > 3_600) {
      throw unusable("--timeout", "give 1 to 3600 seconds");
    }
    if (memory > 95) {
      throw unusable("--memory", "give 1 to 95 percent");
    }
    if (!List.of("x-forwarded-for", "forwarded").contains(proxyHeader.toLowerCase())) {
      throw unusable("--proxy-header", "give X-Forwarded-For or Forwarded");
    }
  }

  private boolean isNumber(OptionSpec option) {
    return option.userObject() instanceof java.lang.reflect.Field field
        && field.getDeclaringClass() == LimitOptions.class;
  }

  private Limits limits() {
    Limits usual = Limits.forServer();
    return new Limits(
        Duration.ofSeconds(timeout),
        rows,
        answerBytes,
        memory / 100.0,
        queryLength,
        nesting,
        steps,
        valueLength == null ? usual.valueLength() : valueLength);
  }

  private Settings settings() {
    Settings usual = Settings.ofThisMachine();
    return new Settings(
        bodyBytes,
        Duration.ofSeconds(bodyTime),
        bodies,
        keptBack == null ? usual.keepBackBytes() : keptBack,
        cacheBytes == null ? usual.cacheBytes() : cacheBytes,
        shortRunning == null ? usual.shortRunning() : shortRunning,
        longRunning == null ? usual.longRunning() : longRunning,
        queue,
        Duration.ofSeconds(patience),
        waiting);
  }

  private DoorSettings door() {
    DoorSettings usual = DoorSettings.usual();
    return new DoorSettings(
        rate,
        burst,
        clientConnections,
        connections,
        uriBytes,
        headerBytes,
        headers,
        Duration.ofSeconds(headerTime),
        Duration.ofSeconds(idleTime),
        Duration.ofSeconds(answerTime),
        answerRate,
        sendingBytes == null ? usual.sendingBytes() : sendingBytes,
        new Clients(networks("--trusted-proxy", trustedProxies), proxyHeader),
        exempt.equals(List.of("none")) ? Networks.NONE : networks("--exempt", exempt),
        logClients);
  }

  private static Networks networks(String option, List<String> written) {
    try {
      return Networks.of(written);
    } catch (IllegalArgumentException e) {
      throw unusable(option, "give addresses or networks, as 10.0.0.0/8,::1");
    }
  }

  private static BadInputException unusable(String option, String remedy) {
    return new BadInputException(Position.of(option), "cannot be used", remedy);
  }
}
