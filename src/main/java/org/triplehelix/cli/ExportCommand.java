package org.triplehelix.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
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
  @Mixin private ContentOption content;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description =
          "nquads, trig or jsonld for all graphs; turtle, ntriples or rdfxml for the default"
              + " graph.")
  private String format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "File to write; - for standard output.")
  private String output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
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
    if (output.equals("-")) {
      RdfExport.write(release, chosen, System.out);
    } else {
      write(release, chosen, Path.of(output).toAbsolutePath());
      err.println("Wrote " + output + ".");
    }
    return Main.OK;
  }

  private void write(Release release, RdfFormat chosen, Path file) {
    Path part = null;
    try {
      part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        RdfExport.write(release, chosen, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      delete(part);
      throw new BadInputException(
          Position.of(output),
          "cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(),
          "give a file in a folder that exists and can be written");
    }
  }

  private static void delete(Path part) {
    if (part != null) {
      part.toFile().delete();
    }
  }
}
