package org.triplehelix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.Release;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the graph to a file, whole or not at all. */
@Command(
    name = "export",
    description = "Write the graph to a file.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private static final String GZIP = ".gz";

  @Mixin private ContentOption content;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description =
          "nquads, trig or jsonld for all graphs; turtle, ntriples or rdfxml for the default"
              + " graph; nquads-1.2, trig-1.2, turtle-1.2 or ntriples-1.2 for the view in RDF 1.2,"
              + " where claims reify their triples.")
  private String format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description =
          "File to write, compressed if its name ends in .gz; - for standard output. In a folder the"
              + " file is named after the release's hash, as serve and diff --releases want it, and"
              + " one that is there stays.")
  private String output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RdfFormat chosen =
        RdfFormat.named(format)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Position.of("--format"),
                        "there is no format " + format,
                        "give one of " + RdfFormat.labels()));
    PrintWriter err = spec.commandLine().getErr();
    Release release = content.release(err);
    String file = file(release, chosen);
    if (!file.equals(output) && Files.exists(Path.of(file))) {
      err.println(file + " is there already.");
    } else {
      Output.to(file, out -> write(release, chosen, file, out), err);
    }
    return Main.OK;
  }

  /** What the user named, or a file of its own in the folder that was named. */
  private String file(Release release, RdfFormat chosen) {
    return Files.isDirectory(Path.of(output))
        ? Path.of(output, release.hash() + "." + chosen.extension() + GZIP).toString()
        : output;
  }

  private static void write(Release release, RdfFormat format, String file, OutputStream out)
      throws IOException {
    if (file.endsWith(GZIP)) {
      GZIPOutputStream gzip = new GZIPOutputStream(out);
      RdfExport.write(release, format, gzip);
      gzip.finish();
    } else {
      RdfExport.write(release, format, out);
    }
  }
}
