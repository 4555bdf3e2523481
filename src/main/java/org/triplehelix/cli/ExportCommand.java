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
      Main.demandWritten(System.out);
    } else {
      write(release, chosen, Path.of(output).toAbsolutePath());
      err.println("Wrote " + output + ".");
    }
    return Main.OK;
  }

  /** Through links to where they lead; what is no plain file, as /dev/null, is written to. */
  private void write(Release release, RdfFormat chosen, Path given) {
    try {
      Path file = Files.exists(given) ? given.toRealPath() : given;
      if (file.getFileName() == null || Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        write(release, chosen, Files.newOutputStream(file));
      } else {
        replace(release, chosen, file);
      }
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(output),
          "cannot be written: " + e.getMessage(),
          "give a file in a folder that exists and can be written");
    }
  }

  private static void replace(Release release, RdfFormat chosen, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      write(release, chosen, Files.newOutputStream(part));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Release release, RdfFormat chosen, OutputStream stream)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(stream)) {
      RdfExport.write(release, chosen, out);
    }
  }
}
