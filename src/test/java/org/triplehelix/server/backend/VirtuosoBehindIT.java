package org.triplehelix.server.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.query.backend.BackEnd;
import org.triplehelix.query.backend.RemoteRelease;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/**
 * Virtuoso with a dump of ours as back end: each saved question has the answer that it has in
 * memory, but for those of a list that says why not. A question of the list that has come right
 * fails too. Runs where virtuoso-t is on the path, or below the folder of -Dvirtuoso.
 */
class VirtuosoBehindIT {
  private static final String DEFAULT = "https://w3id.org/triplehelix/graph/default";
  private static final Path LISTED =
      Path.of("src/test/resources/backends/virtuoso-differences.tsv");
  private static final long SECONDS = 60;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static Questions questions;
  private static Process virtuoso;
  private static HelixServer alone;
  private static HelixServer before;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Optional<Path> program = program("virtuoso-t");
    Optional<Path> console = program("isql-vt");
    assumeTrue(
        program.isPresent() && console.isPresent(),
        "no virtuoso-t and isql-vt on the path, nor below the folder of -Dvirtuoso");
    Content content = Content.at(Path.of(""));
    Release release = ReleaseBuilder.build(content);
    questions = Questions.in(content);
    int http = freePort();
    int sql = freePort();
    Path settings = Files.writeString(folder.resolve("virtuoso.ini"), settings(http, sql));
    virtuoso = run(program.get(), "+foreground", "+configfile", settings.toString());
    await(http);
    load(console.get(), sql, release);
    BackEnd backEnd =
        new BackEnd(
                URI.create("http://localhost:" + http + "/sparql"),
                Optional.of(DEFAULT),
                List.of(),
                Optional.empty())
            .over(release);
    RemoteRelease.compare(backEnd, release);
    alone = HelixServer.start(release, questions, options());
    before = HelixServer.start(release, questions, options().asking(backEnd));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    Stream.of(alone, before).filter(server -> server != null).forEach(HelixServer::close);
    if (virtuoso != null) {
      virtuoso.destroyForcibly().waitFor();
    }
  }

  private static Options options() {
    return Options.at("127.0.0.1", 0).under("http://localhost");
  }

  private static Optional<Path> program(String name) {
    Stream<Path> unpacked =
        Optional.ofNullable(System.getProperty("virtuoso")).stream()
            .map(root -> Path.of(root, "usr", "bin", name));
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(dir -> Path.of(dir, name));
    return Stream.concat(unpacked, onPath).filter(Files::isExecutable).findFirst();
  }

  private static Process run(Path program, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile());
    String root = System.getProperty("virtuoso");
    if (root != null) {
      String libraries =
          Stream.of("lib", "usr/lib")
              .map(lib -> Path.of(root, lib, "x86_64-linux-gnu").toString())
              .collect(Collectors.joining(File.pathSeparator));
      builder.environment().put("LD_LIBRARY_PATH", libraries);
    }
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void await(int port) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() < end && virtuoso.isAlive()) {
      try (Socket socket = new Socket("localhost", port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("Virtuoso does not start");
  }

  private static void load(Path console, int port, Release release)
      throws IOException, InterruptedException {
    DatasetGraph dataset = DatasetGraphFactory.create();
    release.quads().forEach(dataset::add);
    try (OutputStream dump = Files.newOutputStream(folder.resolve("triplehelix.nq"))) {
      RDFDataMgr.write(dump, dataset, Lang.NQUADS);
    }
    String load =
        "ld_dir('%s', 'triplehelix.nq', '%s'); rdf_loader_run(); checkpoint;"
            .formatted(folder, DEFAULT);
    Process loading = run(console, Integer.toString(port), "dba", "dba", "exec=" + load);
    assertTrue(loading.waitFor(SECONDS, TimeUnit.SECONDS), "the dump is not loaded in time");
    assertEquals(0, loading.exitValue());
  }

  private static String settings(int http, int sql) {
    return """
        [Database]
        DatabaseFile = virtuoso.db
        ErrorLogFile = virtuoso.log
        LockFile = virtuoso.lck
        TransactionFile = virtuoso.trx
        xa_persistent_file = virtuoso.pxa
        TempStorage = TempDatabase
        [TempDatabase]
        DatabaseFile = virtuoso-temp.db
        TransactionFile = virtuoso-temp.trx
        [Parameters]
        ServerPort = 127.0.0.1:%d
        DisableUnixSocket = 1
        CaseMode = 2
        DirsAllowed = .,%s
        NumberOfBuffers = 20000
        MaxDirtyBuffers = 12000
        [HTTPServer]
        ServerPort = 127.0.0.1:%d
        ServerRoot = .
        ServerThreads = 10
        [SPARQL]
        ResultSetMaxRows = 10000
        """
        .formatted(sql, folder, http);
  }

  private static Map<String, String> listed() {
    try (Stream<String> lines = Files.lines(LISTED, StandardCharsets.UTF_8)) {
      return lines
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> answer(HelixServer server, String question) {
    String target = "/api/questions/" + question + "?format=tsv";
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + target)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void listNamesQuestionsOnly() {
    assertTrue(
        questions.list().stream().map(q -> q.name()).toList().containsAll(listed().keySet()));
  }

  @TestFactory
  Stream<DynamicTest> questionHasTheSameAnswerUnlessListed() {
    Map<String, String> reasons = new TreeMap<>(listed());
    return questions.list().stream()
        .map(
            question ->
                DynamicTest.dynamicTest(
                    question.name(),
                    () -> {
                      HttpResponse<String> own = answer(alone, question.name());
                      assertEquals(200, own.statusCode(), own.body());
                      String there = answer(before, question.name()).body();
                      if (reasons.containsKey(question.name())) {
                        assertNotEquals(own.body(), there, "the same now: take it off the list");
                      } else {
                        assertEquals(own.body(), there);
                      }
                    }));
  }
}
