package org.triplehelix.cli;

import java.io.PrintWriter;
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
              + " graph; nquads-1.2, trig-1.2, turtle-1.2 or ntriples-1.2 for the view in RDF 1.2,"
              + " where claims reify their triples.")
  private String format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "File to write; - for standard output.")
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
    Output.to(output, out -> RdfExport.write(release, chosen, out), err);
    return Main.OK;
  }
}
