package org.triplehelix.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.bench.Load.Measurement;
import org.triplehelix.bench.Turn.Cell;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares servers of the same data by HTTP: the same queries, turn by turn, answers compared. Run
 * by {@code mvn -Pbench verify}, see docs/performance.md.
 */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class HttpBenchmark implements Callable<Integer> {
  private static final Path FOLDER = Path.of("target/bench");
  private static final Duration CONSTANTS_WITHIN = Duration.ofMinutes(2);
  private static final long TRAINED_WITHIN = Duration.ofMinutes(15).toNanos();
  private static final long POLL_MILLIS = 200;

  /** A thing's name, which leads to its page or data; its page; its data. */
  private static final Map<String, String> ENTITY =
      new TreeMap<>(
          Map.of(
              "/id/london", "text/html",
              "/page/id/london", "text/html",
              "/doc/id/london", "text/turtle"));

  private static final String FILE = "static file of 2 kB";
  private static final int FILE_BYTES = 2048;

  @Option(names = "--seconds", defaultValue = "10", description = "Length of each window.")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "Seconds in which what follows is asked and not measured.")
  private int warmUp;

  @Option(names = "--rounds", defaultValue = "3", description = "Turns of each server.")
  private int rounds;

  @Option(names = "--seed", defaultValue = "1", description = "Another one draws other queries.")
  private long seed;

  @Option(
      names = "--templates",
      split = ",",
      description = "Only these templates, to see where the time goes. Default: all.")
  private List<String> templates = Mix.TEMPLATES;

  @Option(
      names = "--servers",
      split = ",",
      description = "Only these of fuseki, rdf4j, helix, static. Ratios are to the first.")
  private List<String> servers = List.of("fuseki", "rdf4j", "helix", "static");

  @Option(
      names = "--statements",
      description = "Copies of the release are added until there are so many. Default: none.")
  private long statements;

  @Option(names = "--data", description = "N-Quads to be served in place of the release.")
  private Path data;

  @Option(
      names = "--heap",
      defaultValue = "",
      description = "The most that each server may take, as 1g. Default: what Java gives.")
  private String heap;

  private final Answers answers = new Answers();
  private Table table;

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
    Files.createDirectories(FOLDER);
    Path nquads = nquads();
    Release held = GivenServer.release(nquads);
    table = new Table(held.quads().size());
    Mix mix = Mix.of(ReleaseDataset.of(held, CONSTANTS_WITHIN), seed, templates);
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, load %.1f; %,d statements in %s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        held.quads().size(),
        nquads.getFileName());
    measure(candidates(nquads), mix);
    System.out.printf("%n%s%n", table);
    System.out.printf("%,d answers compared, all the same.%n", answers.compared());
    return 0;
  }

  private boolean isRelease() {
    return data == null && statements == 0;
  }

  /** The data as a file that all servers can read. */
  private Path nquads() throws IOException {
    if (data != null) {
      return data.toAbsolutePath();
    }
    Release release = ReleaseBuilder.build(Content.at(Path.of("")));
    Path file = FOLDER.resolve(isRelease() ? "release.nq" : "scaled.nq").toAbsolutePath();
    try (Stream<Quad> all = new ScaledRelease(release, seed).statements(statements)) {
      Statements.write(all.iterator(), file);
    }
    return file;
  }

  private List<Candidate> candidates(Path nquads) throws IOException {
    Candidates candidates = new Candidates(heap);
    List<Candidate> chosen = new ArrayList<>();
    for (String server : servers) {
      switch (server) {
        case "fuseki" -> chosen.add(candidates.stockFuseki(nquads));
        case "rdf4j" -> chosen.add(candidates.rdf4j(nquads));
        case "helix" -> chosen.add(isRelease() ? kept(candidates) : candidates.helix(nquads));
        case "static" -> chosen.add(candidates.files(folderOfOneFile()));
        default ->
            throw new BadInputException(
                Position.of("--servers"),
                "names what is none",
                "give fuseki, rdf4j, helix, static");
      }
    }
    return chosen;
  }

  private static Path folderOfOneFile() throws IOException {
    Path folder = Files.createDirectories(FOLDER.resolve("static"));
    Files.writeString(folder.resolve("file.txt"), "x".repeat(FILE_BYTES));
    return folder.toAbsolutePath();
  }

  /** The server once its first start has kept the release and the classes. */
  private static Candidate kept(Candidates candidates) throws IOException {
    Candidate helix = candidates.helix();
    BenchQuery any = new BenchQuery("", "ASK {}", BenchQuery.Form.TRUTH);
    long deadline = System.nanoTime() + TRAINED_WITHIN;
    try (BenchServer server = BenchServer.start(helix, FOLDER.resolve("first-start.log"), any)) {
      while (!Candidates.areClassesKept()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(server.name() + " kept no classes: see first-start.log");
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return helix;
  }

  private void measure(List<Candidate> candidates, Mix mix) {
    for (int round = 1; round <= rounds; round++) {
      for (Candidate candidate : candidates) {
        System.out.printf("round %d, %s …%n", round, candidate.name());
        table.add(candidate.name(), turn(candidate, mix));
      }
    }
  }

  private Table.Result turn(Candidate candidate, Mix mix) {
    Path log = FOLDER.resolve(candidate.name().replace(' ', '-') + ".log");
    try (BenchServer server = BenchServer.start(candidate, log, mix.query(0))) {
      Turn turn =
          new Turn(server, mix, answers, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
      Map<Cell, Measurement> measured = new LinkedHashMap<>();
      if (candidate.name().equals(Candidates.FILES)) {
        measured.putAll(turn.run(FILE, get(candidate.endpoint().path(), "*/*")));
      } else {
        measured.putAll(turn.run());
      }
      double resident = server.residentMegabytes();
      if (candidate.name().equals(Candidates.HELIX) && isRelease()) {
        ENTITY.forEach(
            (path, accept) -> measured.putAll(turn.run(path + " as " + accept, get(path, accept))));
      }
      return new Table.Result(server.firstAnswer(), server.loading(), resident, measured);
    }
  }

  private static byte[] get(String path, String accept) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
        .formatted(path, accept)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
