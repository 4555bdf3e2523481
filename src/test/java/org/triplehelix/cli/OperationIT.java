package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.cli.Commands.Result;
import org.triplehelix.cli.Commands.Server;

/** The server as a process: how it starts, stops and does without its log. */
class OperationIT {
  private static final String HELIX = Commands.HOME.resolve("helix").toString();

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = Commands.freePort();

  private Server serve(String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(HELIX, "serve", "--port", Integer.toString(port)));
    command.addAll(List.of(more));
    return new Server(command).ready();
  }

  private HttpRequest to(String target) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
        .header("Accept", "text/csv, */*;q=0.1")
        .build();
  }

  private HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return client.send(to(target), BodyHandlers.ofString());
  }

  /** Counts the square of a number, one by one. */
  private static String square(int number) {
    String half = "{ SELECT ?%s { ?%s ?%s ?%s } LIMIT " + number + " } ";
    return "/sparql?query="
        + URLEncoder.encode(
            "SELECT (COUNT(*) AS ?n) { "
                + half.formatted("a", "a", "b", "c")
                + half.formatted("x", "x", "y", "z")
                + "FILTER (STRLEN(STR(?a)) > 0 && STRLEN(STR(?x)) > 0) }",
            StandardCharsets.UTF_8);
  }

  /** Asks more and more until something takes so long that it is seen to run. */
  private CompletableFuture<HttpResponse<String>> askAtLength(int number) throws Exception {
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(to(square(number)), BodyHandlers.ofString());
    while (!asked.isDone()) {
      if (get("/metrics").body().contains("helix_running_long 1.0")) {
        return asked;
      }
      Thread.sleep(10);
    }
    assertEquals(200, asked.get().statusCode(), asked.get().body());
    return askAtLength(number * 2);
  }

  /** Who comes while the port is being closed may find it open for a moment. */
  private void awaitRefusal() throws IOException, InterruptedException {
    for (int i = 0; i < 600; i++) {
      try {
        new Socket("localhost", port).close();
        Thread.sleep(50);
      } catch (ConnectException refused) {
        return;
      }
    }
    throw new AssertionError("new connections are let in");
  }

  @Test
  void whatRunsIsAnsweredWholeWhenTheServerIsStopped() throws Exception {
    try (Server server = serve("--timeout", "600", "--grace", "600")) {
      int number = 2_000;
      CompletableFuture<HttpResponse<String>> running = askAtLength(number);
      Socket idle = new Socket("localhost", port);
      new ProcessBuilder("kill", "-TERM", Long.toString(server.handle().pid())).start().waitFor();
      assertEquals(-1, idle.getInputStream().read(), "idle connections are closed");
      idle.close();
      boolean wasRunning = !running.isDone();
      awaitRefusal();
      HttpResponse<String> answer = running.get();
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().matches("n\r\n[0-9]{7,}\r\n"), answer.body());
      long count = Long.parseLong(answer.body().replaceAll("\\D", ""));
      assertEquals(0, Math.sqrt(count) % number, "the whole square: " + count);
      assertEquals(143, server.signal("CONT"));
      assertTrue(server.said().endsWith("Stopped.\n"), server.said());
      assertTrue(wasRunning, "the query was to run on");
    }
  }

  @Test
  void whatRunsTooLongIsCutWhenTheGraceIsOver() throws Exception {
    try (Server server = serve("--timeout", "3600", "--grace", "1")) {
      CompletableFuture<HttpResponse<String>> running = askAtLength(200_000);
      assertEquals(143, server.signal("TERM"));
      assertTrue(running.isCompletedExceptionally() || running.get().statusCode() == 503);
    }
  }

  @Test
  void aFullDiskOfTheLogStopsNobody() throws Exception {
    try (Server server = serve("--access-log", "/dev/full")) {
      for (int i = 0; i < 20; i++) {
        assertEquals(200, get("/health").statusCode());
      }
      String lost = "";
      for (int i = 0; i < 600 && !lost.matches(".* [1-9][0-9.]*"); i++) {
        Thread.sleep(50);
        lost =
            get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("helix_log_lost_total"))
                .findFirst()
                .orElseThrow();
      }
      assertTrue(lost.matches(".* [1-9][0-9.]*"), lost);
      assertFalse(server.said().contains("Exception"), server.said());
    }
  }

  @Test
  void damagedFilesAreNotServed() throws IOException {
    for (String part : List.of("ontology", "data", "seeds")) {
      copy(Commands.HOME.resolve(part), folder.resolve(part));
    }
    Path damaged = folder.resolve("ontology/helix.ttl");
    String text = Files.readString(damaged);
    Files.writeString(damaged, text.substring(0, text.length() / 2) + "\n<<< \"broken");
    Result result =
        Commands.run(
            Commands.HOME,
            Map.of(),
            List.of(HELIX, "serve", "--port", "0", "--home", folder.toString()));
    assertEquals(2, result.code(), result.err());
    assertTrue(result.err().contains("helix.ttl"), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    assertFalse(result.err().contains("Serving at"), result.err());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    }
  }
}
