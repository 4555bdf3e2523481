package org.triplehelix.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.triplehelix.diff.DiffReport;
import org.triplehelix.diff.DiffText;
import org.triplehelix.diff.ReleaseDiff;
import org.triplehelix.export.PatchExport;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFile;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed from one release to another. */
@Command(
    name = "diff",
    description = "Tell what changed from one release to another.",
    footer = {
      "",
      "A release is a dump with all graphs (.nq, .trig, .jsonld, or one of these with .gz), a folder"
          + " with ontology, data and seeds, or the hash of a dump in --releases (12 digits or"
          + " more).",
      "Each change stands where it is written; what follows from it is counted.",
      "Exit codes: 0 no difference, 1 differences, 2 bad input, 3 a fault of the program."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Mixin private ContentOption content;

  @Parameters(index = "0", paramLabel = "A", description = "The release before.")
  private Path before;

  @Parameters(
      index = "1",
      paramLabel = "B",
      arity = "0..1",
      description = "The release after. Default: the files as they are now.")
  private Path after;

  @Option(
      names = "--releases",
      paramLabel = "DIR",
      description = "Folder of dumps, each named by its hash.")
  private Path releases;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or patch for RDF Patch. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(names = "--inferred", description = "List what follows from the changes, too.")
  private boolean inferred;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = Output.STANDARD,
      description = "File to write. Default: standard output.")
  private String output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean patch = format.equals("patch");
    if (!patch && !format.equals("text")) {
      throw new BadInputException(
          Position.of("--format"), "there is no format " + format, "give text or patch");
    }
    PrintWriter err = spec.commandLine().getErr();
    Release first = release(before, err);
    Release second = after == null ? content.release(err) : release(after, err);
    ReleaseDiff diff = ReleaseDiff.between(first, second);
    DiffReport report = new DiffReport(diff);
    if (patch) {
      Output.to(output, out -> PatchExport.write(diff, out), err);
    } else {
      write(diff, report, err);
    }
    return report.entries().isEmpty() ? Main.OK : Main.FINDINGS;
  }

  private void write(ReleaseDiff diff, DiffReport report, PrintWriter err) {
    boolean onScreen = output.equals(Output.STANDARD);
    boolean colours = onScreen && Ansi.AUTO.enabled();
    DiffText text = new DiffText(diff, report, new DiffText.Style(colours, inferred));
    if (onScreen) {
      text.write(spec.commandLine().getOut());
      Main.demandWritten(System.out);
    } else {
      Output.to(output, out -> write(text, out), err);
    }
  }

  private static void write(DiffText text, OutputStream out) {
    PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    text.write(writer);
    writer.flush();
  }

  /** A file or folder of that name, or else a release with that hash. */
  private Release release(Path path, PrintWriter err) {
    if (Files.isDirectory(path)) {
      return ContentOption.built(Content.at(path), err).release();
    }
    if (Files.exists(path)) {
      return ReleaseFile.read(path);
    }
    String name = path.toString();
    if (ReleaseFolder.isHash(name) && releases != null) {
      return new ReleaseFolder(releases).release(name);
    }
    throw new BadInputException(
        Position.of(name),
        "is no file, folder or known release",
        ReleaseFolder.isHash(name)
            ? "give the folder with the releases with --releases"
            : "give a dump, a Triple Helix folder, or 12 digits or more of a hash");
  }
}
