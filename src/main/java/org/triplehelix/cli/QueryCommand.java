package org.triplehelix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.triplehelix.graph.Release;
import org.triplehelix.query.run.Limits;
import org.triplehelix.query.run.QueryText;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers one SPARQL query from a file. */
@Command(name = "query", description = "Answer a SPARQL query.", mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  @Mixin private ContentOption content;
  @Mixin private CacheOption cache;
  @Mixin private StoreOption stored;

  @Parameters(paramLabel = "FILE", description = "File with the query; - for standard input.")
  private String file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json, xml, csv or tsv; graphs come as Turtle. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    AnswerWriter writer = AnswerWriter.of(format);
    Query query = QueryText.parse(file, text(), Limits.forUser(), Prefixes.standard());
    PrintWriter err = spec.commandLine().getErr();
    try (OpenStore store = stored.open()) {
      Release release = store.release(() -> cache.release(content, err));
      writer.write(file, query, release, store.store(), System.out);
    }
    return Main.OK;
  }

  private String text() {
    try {
      return file.equals("-")
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(file), "cannot be read", "give a text file in UTF-8, or -");
    }
  }
}
