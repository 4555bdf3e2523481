package org.triplehelix.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.triplehelix.check.Finding;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.replica.LogAddress;
import org.triplehelix.replica.LogPublisher;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends the step to a release into the log that replicas follow. */
@Command(
    name = "publish",
    description =
        "Send the step from the last release of a log of Apache Kafka to this one, whole or not at"
            + " all, for serve --follow.",
    footer = {
      "",
      "Exit codes: 0 published, or there already; 1 findings, nothing published; 2 bad input, no"
          + " broker, or another publisher came later; 3 a fault of the program."
    },
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  @Mixin private ContentOption content;
  @Mixin private CacheOption cache;
  @Mixin private TextsOption texts;
  @Mixin private LayersOption layers;

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description =
          "The log: kafka://host:port/topic. The topic is made if it is not there; it has one"
              + " partition.")
  private String to;

  @Option(
      names = "--releases",
      paramLabel = "DIR",
      description =
          "Folder of releases: the last one there is sent. Default: the files are checked, built and"
              + " sent.")
  private Path releases;

  @Option(
      names = "--whole",
      description =
          "Send all of the release, not a step: when what the log holds cannot be followed.")
  private boolean whole;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Folder where the last release of the log is kept, so that the log need not be read again."
              + " Default: one for this log in the cache folder.")
  private Path state;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LogAddress log = LogAddress.of(to);
    Optional<Layers> given = layers.layers();
    Optional<LogPublisher.Wanted> wanted =
        releases == null ? built(given) : Optional.of(last(given));
    if (wanted.isEmpty()) {
      return Main.FINDINGS;
    }
    Path folder = state == null ? cache.folder().resolve("publish-" + log.fileName()) : state;
    try (LogPublisher publisher = new LogPublisher(log, folder)) {
      PrintWriter err = spec.commandLine().getErr();
      LogPublisher.Outcome outcome = publisher.publish(wanted.get(), whole, err::println);
      spec.commandLine().getOut().println(told(log, outcome));
    }
    return Main.OK;
  }

  /** Of the files; empty if there are findings. */
  private Optional<LogPublisher.Wanted> built(Optional<Layers> given) {
    Content files = content.content();
    Built built = content.built(spec.commandLine().getErr());
    List<Finding> findings = ReleaseCommand.findings(files, built, texts.orOf(content).folder());
    if (!findings.isEmpty()) {
      PrintWriter out = spec.commandLine().getOut();
      findings.forEach(out::println);
      out.println("Findings: " + findings.size() + ". Nothing was published.");
      return Optional.empty();
    }
    return Optional.of(new LogPublisher.Wanted(built.release(), files, given));
  }

  private LogPublisher.Wanted last(Optional<Layers> given) {
    PublishedRelease last =
        new ReleaseFolder(releases)
            .newest()
            .orElseThrow(
                () ->
                    new BadInputException(
                        Position.of(releases.toString()),
                        "holds no release",
                        "publish one there with helix release --to " + releases));
    return new LogPublisher.Wanted(
        last.release(), last.content(), given.or(() -> Optional.of(last.layers())));
  }

  private static String told(LogAddress log, LogPublisher.Outcome outcome) {
    if (!outcome.isNew()) {
      return log + " ends with release " + outcome.hash() + " already; nothing was published.";
    }
    return String.format(
        Locale.ROOT,
        "Published release %s to %s, %s, in %,d %s of %,d bytes.",
        outcome.hash(),
        log,
        outcome.isWhole() ? "whole" : "as a step",
        outcome.parts(),
        outcome.parts() == 1 ? "part" : "parts",
        outcome.bytes());
  }
}
