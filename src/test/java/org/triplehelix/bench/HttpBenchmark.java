package org.triplehelix.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.source.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares servers of the release by HTTP: the same queries, turn by turn, answers compared. Run
 * from the command line, see docs/performance.md.
 */
@Command(name = "bench")
public final class HttpBenchmark implements Callable<Integer> {
  private static final Path FOLDER = Path.of("target/bench");

  @Option(names = "--seconds", defaultValue = "10", description = "Length of each window.")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "3", description = "Turns of each server.")
  private int rounds;

  @Option(names = "--seed", defaultValue = "1", description = "Another one draws other queries.")
  private long seed;

  @Option(
      names = "--templates",
      split = ",",
      description = "Only these templates, to see where the time goes. Default: all.")
  private List<String> templates = Mix.TEMPLATES;

  private final Answers answers = new Answers();
  private final Table table = new Table();

  public static void main(String[] arguments) {
    int code =
        new CommandLine(new HttpBenchmark())
            .setExecutionExceptionHandler((e, command, result) -> told(e))
            .execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int told(Exception e) throws Exception {
    if (e instanceof IllegalStateException || e instanceof BadInputException) {
      System.err.println(e.getMessage());
      return e instanceof BadInputException ? 2 : 1;
    }
    throw e;
  }

  @Override
  public Integer call() throws IOException {
    Release release = ReleaseBuilder.build(Content.at(Path.of("")));
    DatasetGraph dataset = ReleaseDataset.of(release, Duration.ofSeconds(10));
    Mix mix = Mix.of(dataset, seed, templates);
    List<Candidate> candidates = List.of(Candidate.stockFuseki(dump(release)), Candidate.helix());
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, load %.1f; release %s, served from %s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        release.shortHash(),
        Candidate.program());
    for (int round = 1; round <= rounds; round++) {
      for (Candidate candidate : candidates) {
        turn(round, candidate, mix);
      }
    }
    System.out.printf("%n%s%n", table);
    System.out.printf("%,d answers compared, all the same.%n", answers.compared());
    return 0;
  }

  private static Path dump(Release release) throws IOException {
    Path file = Files.createDirectories(FOLDER).resolve("release.nq").toAbsolutePath();
    try (OutputStream out = Files.newOutputStream(file)) {
      RdfExport.write(release, RdfFormat.NQUADS, out);
    }
    return file;
  }

  private void turn(int round, Candidate candidate, Mix mix) {
    Path log = FOLDER.resolve(candidate.name().replace(' ', '-') + ".log");
    try (BenchServer server = BenchServer.start(candidate, log, mix.query(0))) {
      System.out.printf("round %d, %s …%n", round, candidate.name());
      Map<Turn.Cell, Load.Measurement> measured =
          new Turn(server, mix, answers, Duration.ofSeconds(seconds)).run();
      table.add(
          candidate.name(),
          new Table.Result(server.firstAnswer(), server.residentMegabytes(), measured));
    }
  }
}
