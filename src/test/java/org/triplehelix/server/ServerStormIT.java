package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.triplehelix.query.run.Runaway;

/**
 * Runaways of all kinds, forty or {@code -Dstorm.runaways=N}, eight at a time, against the server
 * as it is shipped, with 512 MB of heap, and beside them somebody who looks things up. Prints how
 * much slower that becomes.
 */
class ServerStormIT {
  private static final int RUNAWAYS = Integer.getInteger("storm.runaways", 40);
  private static final int AT_ONCE = 8;
  private static final int CALM = 300;
  private static final String LOOKUP =
      "SELECT * { <https://w3id.org/triplehelix/id/london> ?p ?o } LIMIT ";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Integer, Integer> ends = new TreeMap<>();
  private int port;
  private int asked;

  @Test
  void runawaysDoNoHarm() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                "target/triplehelix.jar",
                "serve",
                "--port",
                Integer.toString(port),
                "--timeout",
                "2")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "storm.log").toFile())
            .start();
    try {
      ready();
      storm();
      assertTrue(server.isAlive());
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private void ready() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      try {
        if (ask("ASK { ?s ?p ?o }").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("the server does not start");
  }

  private void storm() throws Exception {
    List<Long> calm = new ArrayList<>();
    for (int i = 0; i < CALM; i++) {
      calm.add(lookUp());
    }
    List<Runaway> kinds =
        Runaway.all().stream().sorted(Comparator.comparing(Runaway::name)).toList();
    ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < RUNAWAYS; i++) {
      Runaway runaway = kinds.get(i * kinds.size() / RUNAWAYS);
      all.add(askers.submit(() -> end(runaway)));
    }
    askers.shutdown();
    List<Long> rough = new ArrayList<>();
    while (!askers.isTerminated()) {
      rough.add(lookUp());
      Thread.sleep(5);
    }
    for (Future<Integer> one : all) {
      ends.merge(one.get(), 1, Integer::sum);
    }
    System.out.printf(
        "storm: statuses %s; %d lookups beside it; median %.1f ms in calm, %.1f ms in the storm:"
            + " %.1f times%n",
        ends, rough.size(), median(calm), median(rough), median(rough) / median(calm));
    assertEquals(0, ends.getOrDefault(200, 0), "no runaway is answered");
    assertEquals(0, ends.getOrDefault(500, 0), "no runaway is a fault of ours");
    assertTrue(rough.size() > 50, "the server answers beside the runaways");
  }

  /** The status of its answer; 0 if that had begun to flow and was broken off. */
  private int end(Runaway runaway) {
    try {
      return ask(Runaway.PREFIXES + runaway.big()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Never the same, so that no answer comes from the cache. */
  private long lookUp() throws IOException {
    long start = System.nanoTime();
    assertEquals(200, ask(LOOKUP + (1_000 + asked++)).statusCode());
    return System.nanoTime() - start;
  }

  private HttpResponse<String> ask(String query) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql"))
              .header("Content-Type", "application/sparql-query")
              .POST(BodyPublishers.ofString(query))
              .build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
  }
}
