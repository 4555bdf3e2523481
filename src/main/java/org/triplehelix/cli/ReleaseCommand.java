package org.triplehelix.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.triplehelix.check.ContentCheck;
import org.triplehelix.check.Finding;
import org.triplehelix.export.ReleasePublisher;
import org.triplehelix.export.ReleasePublisher.Outcome;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.QuestionCheck;
import org.triplehelix.query.Questions;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes a release of the hand-written files into a folder that servers take it from. */
@Command(
    name = "release",
    description =
        "Check the files and publish their release, whole or not at all, for serve --releases.",
    footer = {
      "",
      "Exit codes: 0 published, or there already; 1 findings, nothing published; 2 bad input or no"
          + " room; 3 a fault of the program."
    },
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
  @Mixin private ContentOption content;
  @Mixin private TextsOption texts;
  @Mixin private LayersOption layers;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Folder of releases; it is made if it is not there.")
  private Path to;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ReleaseFolder folder = new ReleaseFolder(to);
    Layers beside = layers.layers().orElseGet(() -> layersOf(folder));
    Content files = content.content();
    Built built = content.built(spec.commandLine().getErr());
    List<Finding> findings = findings(files, built, texts.orOf(content).folder());
    if (!findings.isEmpty()) {
      findings.forEach(out::println);
      out.println("Findings: " + findings.size() + ". Nothing was published.");
      return Main.FINDINGS;
    }
    Outcome outcome = new ReleasePublisher(folder).publish(built.release().with(beside), files);
    String path = outcome.release().path().toString();
    out.println(
        outcome.isNew()
            ? "Published " + path + "."
            : path + " is the same already; nothing was published.");
    return Main.OK;
  }

  /** Older ones are not taken instead: they would pass for those of now. */
  private static Layers layersOf(ReleaseFolder folder) {
    if (!Files.isDirectory(folder.path())) {
      return Layers.NONE;
    }
    try {
      return folder.newest().map(PublishedRelease::layers).orElse(Layers.NONE);
    } catch (BadInputException damaged) {
      throw new BadInputException(
          Position.of(folder.path().toString()),
          "holds a last release whose layers cannot be kept: " + damaged.getMessage(),
          "give them with --layer, or leave them out with --no-layers");
    }
  }

  /** All that keeps a release from being published. */
  static List<Finding> findings(Content files, Built built, Path texts) {
    List<Finding> findings = new ArrayList<>(ContentCheck.run(files, built, texts).findings());
    findings.addAll(QuestionCheck.run(Questions.in(files), built.release()));
    NetworkViews.in(files);
    return findings;
  }
}
