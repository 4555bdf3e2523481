package org.triplehelix.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.Publishing;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.Release;
import org.triplehelix.store.MadeUpLayer;

/**
 * A broker, a publisher and three servers, each in a process of its own and killed at random
 * moments while readers ask. {@code -Dreplicas.releases=1000} for more releases than eight, {@code
 * -Dreplicas.things=50000} for a larger layer beside them, {@code -Dreplicas.pause=20000} for up to
 * so many milliseconds between two kills, {@code -Dreplicas.told=true} to be told how it goes.
 */
class ReplicasKilledIT {
  private static final int RELEASES = Integer.getInteger("replicas.releases", 8);
  private static final int THINGS = Integer.getInteger("replicas.things", 1_000);
  private static final int PAUSE = Integer.getInteger("replicas.pause", 3_000);
  private static final boolean TOLD = Boolean.getBoolean("replicas.told");
  private static final int MOST_OF_A_PUBLISHER = 40;
  private static final int SERVERS = 3;
  private static final int ENOUGH = 36_000;
  private static final int BETWEEN = 5;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;
  private KafkaBroker broker;
  private final Server[] servers = new Server[SERVERS];
  private final Random random = new Random(20261121);
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger missed = new AtomicInteger();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private volatile boolean enough;

  /** A server in a process of its own. */
  private record Server(Process process, int port) {}

  private Server serve(int number) throws IOException {
    Process process =
        ReplicaProgram.start(
            List.of(
                "serve",
                broker.log("releases").toString(),
                folder.resolve("s" + number).toString()));
    String port = ReplicaProgram.said(process).readLine();
    assertTrue(port != null, "the server does not start");
    return new Server(process, Integer.parseInt(port));
  }

  private static HttpResponse<String> get(Server server, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        BodyHandlers.ofString());
  }

  private static String state(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Release").orElseThrow()
        + " "
        + answer.headers().firstValue("X-Layers").orElseThrow();
  }

  private static String state(Release release) {
    return release.hash() + " " + release.layers().hash();
  }

  private void tell(String what) {
    if (TOLD) {
      System.err.printf("%tT %s%n", System.currentTimeMillis(), what);
    }
  }

  /** Asks in turn; a server that is away just now is none to be asked. */
  private void read(int first) {
    for (int i = first; !enough; i++) {
      try {
        Thread.sleep(BETWEEN);
        HttpResponse<String> answer = get(servers[i % SERVERS], "/doc/id/anvil.nt");
        if (answer.statusCode() == 200) {
          seen.add(state(answer));
          answers.incrementAndGet();
        }
      } catch (IOException killed) {
        missed.incrementAndGet();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Publishes to the end, whatever becomes of those who do it. */
  private void publish(Path content, Path dump, Path layer) throws Exception {
    while (told.get() < RELEASES) {
      Process publisher =
          ReplicaProgram.start(
              List.of(
                  "publish",
                  broker.log("releases").toString(),
                  folder.resolve("publisher").toString(),
                  content.toString(),
                  dump.toString(),
                  layer.toString(),
                  Integer.toString(told.get()),
                  Integer.toString(RELEASES)));
      int most = 3 + random.nextInt(Math.min(MOST_OF_A_PUBLISHER, RELEASES / 3));
      try (BufferedReader said = ReplicaProgram.said(publisher)) {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          told.set(Integer.parseInt(line) + 1);
          if (--most == 0) {
            Thread.sleep(random.nextInt(200));
            publisher.toHandle().destroyForcibly();
            tell("publisher killed after " + told + ", " + answers + " answers");
          }
        }
      }
      publisher.waitFor();
    }
  }

  @Test
  void whateverIsKilledEveryReplicaEndsWithWhatWasPublishedAndNobodySawAnythingElse()
      throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    broker = new KafkaBroker(Files.createDirectory(folder.resolve("broker")));
    try (Publishing publishing = new Publishing(folder.resolve("unused"))) {
      Path dump = folder.resolve("base.nq.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dump))) {
        RdfExport.write(publishing.release("说法"), RdfFormat.NQUADS, out);
      }
      Path layer = MadeUpLayer.file(folder.resolve("layer.nq"), THINGS);
      Release base = ReplicaProgram.base(dump, layer);
      Set<String> published = new HashSet<>();
      String last = "";
      for (int i = 0; i < RELEASES; i++) {
        last = state(ReplicaProgram.release(base, i));
        published.add(last);
      }
      assertEquals(RELEASES, published.size());
      Path content = publishing.content().root();
      Future<?> publishes =
          threads.submit(
              () -> {
                publish(content, dump, layer);
                return null;
              });
      for (int i = 0; i < SERVERS; i++) {
        servers[i] = serve(i);
      }
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        int first = i;
        readers.add(threads.submit(() -> read(first)));
      }
      for (int round = 0; !publishes.isDone(); round++) {
        int victim = random.nextInt(SERVERS);
        servers[victim].process().destroyForcibly().waitFor();
        if (round % 4 == 1) {
          broker.kill();
          broker.start();
        }
        servers[victim] = serve(victim);
        tell(
            "round "
                + round
                + ", published "
                + told
                + ", "
                + answers
                + " answers, "
                + missed
                + " times nobody was there");
        Thread.sleep(random.nextInt(PAUSE));
      }
      publishes.get();
      for (Server server : servers) {
        untilItServes(server, last);
      }
      enough = true;
      for (Future<?> reader : readers) {
        reader.get();
      }
      assertTrue(published.containsAll(seen), () -> "not published: " + seen);
      assertTrue(seen.contains(last) && answers.get() > RELEASES, seen + " " + answers);
    } finally {
      enough = true;
      threads.shutdownNow();
      threads.awaitTermination(1, TimeUnit.MINUTES);
      for (Server server : servers) {
        if (server != null) {
          server.process().destroyForcibly().waitFor();
        }
      }
      broker.close();
    }
  }

  private static void untilItServes(Server server, String last) throws Exception {
    for (int tries = 0; !isReady(server, last); tries++) {
      assertTrue(tries < ENOUGH, "the last release is never served");
      Thread.sleep(10);
    }
    assertEquals(last, state(get(server, "/sparql")));
    String metrics = get(server, "/metrics").body();
    assertTrue(metrics.contains("helix_follow_lag 0.0"), metrics);
    assertTrue(metrics.contains("helix_follow_stopped 0.0"), metrics);
  }

  private static boolean isReady(Server server, String last) throws Exception {
    HttpResponse<String> ready = get(server, "/ready");
    return ready.statusCode() == 200
        && List.of(last.split(" ")).stream().allMatch(ready.body()::contains)
        && ready.body().replace(" ", "").contains("\"lag\":0");
  }
}
