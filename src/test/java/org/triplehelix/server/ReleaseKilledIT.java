package org.triplehelix.server;

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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.Publishing;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;

/**
 * Real programs that publish and serve are killed at random moments. {@code -Dreleases.rounds=100}
 * for more rounds than four.
 */
class ReleaseKilledIT {
  private static final int ROUNDS = Integer.getInteger("releases.rounds", 4);
  private static final int RELEASES = 3;
  private static final int KEPT = 3;
  private static final int ENOUGH = 12_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;
  @TempDir Path dumps;

  /** A server in a process of its own. */
  private record Server(Process process, int port) {

    static Server start(Path folder) throws IOException {
      Process process = ReleaseProgram.start(List.of("serve", folder.toString()));
      String port = ReleaseProgram.said(process).readLine();
      assertTrue(port != null, "the server does not start");
      return new Server(process, Integer.parseInt(port));
    }

    String release() throws IOException, InterruptedException {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql")).build(),
              BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return answer.headers().firstValue("X-Release").orElseThrow();
    }
  }

  private List<String> publish(Path content) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("publish", folder.toString(), content.toString()));
    try (Stream<Path> files = Files.list(dumps)) {
      files.sorted().map(Path::toString).forEach(arguments::add);
    }
    return arguments;
  }

  /** Kills it once it has told some releases, and reads what it still told. */
  private static List<String> killed(Process process, Random random) throws Exception {
    List<String> told = new ArrayList<>();
    try (BufferedReader said = ReleaseProgram.said(process)) {
      int enough = 1 + random.nextInt(4);
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        told.add(line);
        if (told.size() == enough) {
          Thread.sleep(random.nextInt(100), random.nextInt(999_999));
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertTrue(!told.isEmpty(), "nothing was published");
    return told;
  }

  private void removeAllButTheLast() throws IOException {
    List<PublishedRelease> all = new ReleaseFolder(folder).published();
    for (PublishedRelease old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      try (Stream<Path> found = Files.walk(old.path())) {
        for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void untilItServes(Server server, String hash) throws Exception {
    for (int tries = 0; !server.release().equals(hash); tries++) {
      assertTrue(tries < ENOUGH, "the last release is never served");
      Thread.sleep(10);
    }
  }

  @Test
  void whateverIsKilledOnlyWholeReleasesAreThereAndServed() throws Exception {
    Random random = new Random(20261120);
    Set<String> known = new HashSet<>();
    try (Publishing publishing = new Publishing(folder)) {
      for (int i = 0; i < RELEASES; i++) {
        Release release = publishing.release("说法" + i);
        known.add(release.hash());
        Path dump = dumps.resolve(release.hash() + ".nq.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dump))) {
          RdfExport.write(release, RdfFormat.NQUADS, out);
        }
      }
      publishing.publish(publishing.release("说法0"));
      Server server = Server.start(folder);
      try {
        for (int round = 0; round < ROUNDS; round++) {
          Process publisher = ReleaseProgram.start(publish(publishing.content().root()));
          if (random.nextBoolean()) {
            Thread.sleep(random.nextInt(1_000));
            server.process().destroyForcibly().waitFor();
            server = Server.start(folder);
            assertTrue(known.contains(server.release()), "round " + round);
          }
          List<String> told = killed(publisher, random);
          List<PublishedRelease> there = new ReleaseFolder(folder).published();
          there.forEach(PublishedRelease::release);
          Set<String> names = new HashSet<>();
          there.forEach(release -> names.add(release.path().getFileName().toString()));
          assertTrue(names.containsAll(told), "round " + round + ": " + told + " " + names);
          untilItServes(server, there.get(there.size() - 1).hash());
          removeAllButTheLast();
        }
      } finally {
        server.process().destroyForcibly();
      }
    }
  }

  /** The system writes what still fits, as a full disk does. */
  @Test
  void whereThereIsNoRoomNothingIsLeft() throws Exception {
    try (Publishing publishing = new Publishing(folder)) {
      Release release = publishing.release("说法");
      Path dump = dumps.resolve(release.hash() + ".nq.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dump))) {
        RdfExport.write(release, RdfFormat.NQUADS, out);
      }
      assertTrue(Files.size(dump) > 16 * 1024);
      Process process = ReleaseProgram.start("ulimit -f 8;", publish(publishing.content().root()));
      assertEquals(null, ReleaseProgram.said(process).readLine());
      assertTrue(process.waitFor() != 0);
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(List.of(folder.resolve(".lock")), left.toList());
      }
    }
  }
}
