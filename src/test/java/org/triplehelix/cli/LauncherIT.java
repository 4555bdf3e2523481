package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.cli.Commands.Result;
import org.triplehelix.cli.Commands.Server;

/** The launcher and the jar that the build has just made. */
class LauncherIT {
  private static final String HELIX = Commands.HOME.resolve("helix").toString();
  private static final Path JAR = Commands.HOME.resolve("target/triplehelix.jar");

  @TempDir Path folder;

  @Test
  void exportsAreTheSameBytesAgainFromAnywhere() throws IOException {
    Path first = folder.resolve("first.nq");
    Path second = folder.resolve("second.nq");
    Result run = Commands.run(HELIX, "export", "--format", "nquads", "--output", first.toString());
    assertEquals(0, run.code(), run.err());
    assertFalse(run.err().contains("building"), run.err());
    Result elsewhere =
        Commands.run(
            folder,
            Map.of(),
            List.of(HELIX, "export", "--format", "nquads", "--output", "second.nq"));
    assertEquals(0, elsewhere.code(), elsewhere.err());
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    assertTrue(Files.size(first) > 100_000);
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void everyJdkFromSeventeenUpGivesTheSameBytes() throws IOException {
    List<Path> jdks = Commands.jdks();
    assumeTrue(jdks.size() > 1, "skipped: /usr/lib/jvm holds fewer than two JDKs to compare");
    byte[] expected = null;
    for (Path jdk : jdks) {
      Path file = folder.resolve(jdk.getFileName() + ".nq");
      Result run =
          Commands.run(
              jdk.resolve("bin/java").toString(),
              "-jar",
              JAR.toString(),
              "export",
              "--no-cache",
              "--format",
              "nquads",
              "--output",
              file.toString());
      assertEquals(0, run.code(), jdk + ": " + run.err());
      assertFalse(run.err().contains("WARN"), jdk + ": " + run.err());
      expected = expected == null ? Files.readAllBytes(file) : expected;
      assertArrayEquals(expected, Files.readAllBytes(file), jdk.toString());
    }
  }

  @Test
  void jarAloneCarriesTheContent() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Result run =
        Commands.run(
            folder,
            Map.of(),
            List.of(java, "-jar", JAR.toString(), "export", "--format", "turtle", "--output", "-"));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("伦敦"), "no Chinese in the output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nquads", "trig", "jsonld", "turtle", "ntriples", "rdfxml"})
  void everyFormatIsWrittenAndReadAgain(String format) throws IOException {
    Path file = folder.resolve("graph." + format);
    Result run = Commands.run(HELIX, "export", "--format", format, "--output", file.toString());
    assertEquals(0, run.code(), run.err());
    var lang =
        Map.of(
                "nquads", org.apache.jena.riot.Lang.NQUADS,
                "trig", org.apache.jena.riot.Lang.TRIG,
                "jsonld", org.apache.jena.riot.Lang.JSONLD,
                "turtle", org.apache.jena.riot.Lang.TURTLE,
                "ntriples", org.apache.jena.riot.Lang.NTRIPLES,
                "rdfxml", org.apache.jena.riot.Lang.RDFXML)
            .get(format);
    var dataset = org.apache.jena.riot.RDFParser.source(file).lang(lang).toDatasetGraph();
    assertTrue(dataset.getDefaultGraph().size() > 2000, format);
    boolean graphs = List.of("nquads", "trig", "jsonld").contains(format);
    assertEquals(graphs, dataset.listGraphNodes().hasNext());
  }

  @Test
  void queryIsAnswered() throws IOException {
    Path query = folder.resolve("q.rq");
    Files.writeString(
        query,
        "SELECT ?o { <https://w3id.org/triplehelix/id/wayra>"
            + " <https://w3id.org/triplehelix/ontology#foundedBy> ?o }");
    Result run = Commands.run(HELIX, "query", query.toString(), "--format", "csv");
    assertEquals("o\r\nhttps://w3id.org/triplehelix/id/telefonica\r\n", run.out());
    Files.writeString(query, "SELECT ?o\nWHERE { ?s ?p }");
    Result broken = Commands.run(HELIX, "query", query.toString());
    assertEquals(2, broken.code());
    assertTrue(broken.err().contains("q.rq:2:"), broken.err());
  }

  @Test
  void badInputIsToldAndEndsWithTwo() {
    assertBad(Commands.run(HELIX), "COMMAND");
    assertBad(Commands.run(HELIX, "dance"), "dance");
    assertBad(Commands.run(HELIX, "serve", "--port", "many"), "--port");
    assertBad(Commands.run(HELIX, "serve", "--port", "70000"), "--port");
    assertBad(Commands.run(HELIX, "serve", "--timeout", "0"), "--timeout");
    assertBad(Commands.run(HELIX, "serve", "--color"), "--color");
    assertBad(Commands.run(HELIX, "export", "--format", "nquads"), "--output");
    assertBad(Commands.run(HELIX, "export", "--format", "word", "--output", "x"), "nquads, trig");
    assertBad(
        Commands.run(HELIX, "export", "--format", "trig", "--output", "/no/such/folder/x"),
        "/no/such/folder/x");
    assertBad(Commands.run(HELIX, "query", "/no/such/file.rq"), "/no/such/file.rq");
    assertBad(Commands.run(HELIX, "query", "--home", folder.toString(), "x.rq"), "cannot be read");
    assertBad(
        Commands.run(
            HELIX, "export", "--home", folder.toString(), "--format", "trig", "--output", "x"),
        "no Triple Helix folder");
  }

  private static void assertBad(Result result, String told) {
    assertEquals(2, result.code(), result.err());
    assertTrue(result.err().contains(told), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
  }

  @Test
  void portInUseIsToldAndEndsWithTwo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertBad(Commands.run(HELIX, "serve", "--port", port), "127.0.0.1:" + port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void signalsStopTheServerCleanly(String signal) throws IOException, InterruptedException {
    try (Server server = new Server(List.of(HELIX, "serve", "--port", "0"))) {
      server.ready();
      int code = server.signal(signal);
      assertEquals(signal.equals("INT") ? 130 : 143, code);
      assertTrue(server.said().endsWith("Stopped.\n"), server.said());
      assertFalse(server.said().contains("Exception"), server.said());
    }
  }

  @Test
  void olderJdksAreNotTaken() throws IOException {
    Path old = folder.resolve("old/bin");
    Files.createDirectories(old);
    for (String name : List.of("java", "javac")) {
      Path tool = Files.writeString(old.resolve(name), "#!/bin/sh\necho taken\nexit 7\n");
      assertTrue(tool.toFile().setExecutable(true));
    }
    Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    Result run =
        Commands.run(
            Commands.HOME,
            Map.of("JAVA_HOME", folder.resolve("old").toString()),
            List.of(HELIX, "--version"));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().startsWith("Triple Helix "), run.out());
  }

  @Test
  void exportFollowsLinksAndLeavesDevicesAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("real.nq"), "");
    Path link = Files.createSymbolicLink(folder.resolve("link.nq"), file);
    assertEquals(0, export(link.toString()).code());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.size(file) > 100_000);
    assertEquals(0, export("/dev/null").code());
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    assertBad(export("/proc"), "cannot be written");
    assertBad(Commands.shell(HELIX + " export --format nquads --output - > /dev/full"), "disk");
  }

  @Test
  void exportIntoAFolderNamesTheReleaseAndKeepsItOnce() throws IOException {
    assertEquals(0, export(folder.toString()).code());
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertEquals(1, names.size(), names.toString());
      assertTrue(names.get(0).matches("[0-9a-f]{64}\\.nq\\.gz"), names.get(0));
    }
    assertTrue(export(folder.toString()).err().contains("is there already"));
  }

  private static Result export(String output) {
    return Commands.run(HELIX, "export", "--format", "nquads", "--output", output);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT (<java:java.lang.Runtime>(1) AS ?x) {}",
        "PREFIX text: <http://jena.apache.org/text#> SELECT * { ?s text:query \")\" }"
      })
  void queryThatCannotBeAnsweredIsTheAskersFault(String query) throws IOException {
    Path file = Files.writeString(folder.resolve("q.rq"), query);
    assertBad(Commands.run(HELIX, "query", file.toString()), "q.rq");
  }

  @Test
  void jarOfABrokenOffBuildIsNotRun() throws IOException {
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve("target"));
    Files.copy(Commands.HOME.resolve("helix"), copy.resolve("helix"));
    assertTrue(copy.resolve("helix").toFile().setExecutable(true));
    Files.writeString(copy.resolve("target/triplehelix.jar"), "PK half a jar");
    Result run =
        Commands.run(copy, Map.of(), List.of(copy.resolve("helix").toString(), "--version"));
    assertTrue(run.err().contains("building"), run.err());
    assertEquals(3, run.code(), run.err());
  }
}
