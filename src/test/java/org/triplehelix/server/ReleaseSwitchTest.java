package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.Publishing;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.query.run.Limits;
import org.triplehelix.server.pipeline.Address;

/** A real server takes later releases from a folder while it is asked without a pause. */
class ReleaseSwitchTest {
  private static final int SWITCHES = Integer.getInteger("releases.switches", 20);
  private static final int HELD = 30;
  private static final int ENOUGH = 60_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String HASH =
      "SELECT ?hash { ?release <https://w3id.org/triplehelix/ontology#contentHash> ?hash }";
  private static final String SAYS =
      "SELECT ?says { ?anvil <https://w3id.org/triplehelix/ontology#describedAs> ?says }";

  @TempDir Path folder;
  private Publishing publishing;

  @BeforeEach
  void open() {
    publishing = new Publishing(folder);
  }

  @AfterEach
  void close() {
    publishing.close();
  }

  private static Options options() {
    return Options.at("127.0.0.1", 0).lookingEvery(Duration.ofMillis(50));
  }

  private HelixServer start() {
    return HelixServer.start(publishing.folder(), options());
  }

  private static HttpResponse<String> get(HelixServer server, String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
          BodyHandlers.ofString());
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static String ask(String query) {
    return "/sparql?format=csv&query=" + Address.encodedValue(query);
  }

  private static String release(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Release").orElse("");
  }

  /** Until something holds; fails if it never does. */
  private static void until(BooleanSupplier holds) {
    for (int tries = 0; !holds.getAsBoolean(); tries++) {
      assertTrue(tries < ENOUGH, "it never comes");
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void untilServed(HelixServer server, PublishedRelease release) {
    until(() -> server.release().equals(release.hash()));
  }

  private static double metric(HelixServer server, String name) {
    return get(server, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  /** Asks in turn what tells the release in its body, until it is enough. */
  private static int asking(
      HelixServer server, Map<String, String> said, AtomicBoolean enough, AtomicInteger seen) {
    List<String> paths =
        List.of(
            ask(HASH), ask(SAYS), "/?lang=en", "/doc/id/anvil.nt", "/.well-known/void?format=nt");
    int asked = 0;
    for (; !enough.get() || asked < paths.size(); asked++) {
      String path = paths.get(asked % paths.size());
      HttpResponse<String> answer = get(server, path);
      assertEquals(200, answer.statusCode(), path + answer.body());
      String hash = release(answer);
      String own = said.get(hash);
      assertTrue(own != null, "a release that nobody published: " + hash);
      String body = answer.body();
      boolean isSaid = path.equals(ask(SAYS)) || path.startsWith("/doc/");
      String mark = isSaid ? own : path.startsWith("/?") ? hash.substring(0, 12) : hash;
      assertTrue(body.contains(mark), () -> path + " of " + hash + ": " + body);
      long strange =
          said.entrySet().stream()
              .filter(other -> !other.getKey().equals(hash))
              .filter(
                  other ->
                      isSaid
                          ? body.contains(other.getValue())
                          : body.contains(other.getKey().substring(0, 12)))
              .count();
      // the first page leads to what changed since the release before
      assertTrue(strange == 0 || path.startsWith("/?") && strange == 1, path + " is mixed");
      seen.incrementAndGet();
    }
    return asked;
  }

  @Test
  void everyAnswerIsWholeAndOfOneReleaseWhileTheyChangeHands() throws Exception {
    Map<String, String> said = new ConcurrentHashMap<>();
    List<Release> releases = new ArrayList<>();
    for (int i = 0; i <= SWITCHES; i++) {
      String says = "说法" + (char) ('一' + i) + "完";
      Release release = publishing.release(says);
      said.put(release.hash(), says);
      releases.add(release);
    }
    publishing.publish(releases.get(0));
    ExecutorService clients = Executors.newFixedThreadPool(3);
    try (HelixServer server = start()) {
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger seen = new AtomicInteger();
      List<Future<Integer>> asking = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        asking.add(clients.submit(() -> asking(server, said, enough, seen)));
      }
      for (Release release : releases.subList(1, releases.size())) {
        PublishedRelease next = publishing.publish(release);
        untilServed(server, next);
        int before = seen.get();
        until(() -> seen.get() > before + 10 || asking.stream().anyMatch(Future::isDone));
      }
      enough.set(true);
      for (Future<Integer> client : asking) {
        assertTrue(client.get() > 0);
      }
      assertEquals(SWITCHES, metric(server, "helix_release_switched_total"));
      assertEquals(0, metric(server, "helix_release_refused_total"));
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void whatIsDamagedIsRefusedUntilItIsMended() throws Exception {
    PublishedRelease first = publishing.next();
    try (HelixServer server = start()) {
      Path hidden = folder.resolve(".hidden");
      PublishedRelease second = publishing.next();
      untilServed(server, second);
      Path statements = second.path().resolve(PublishedRelease.STATEMENTS);
      byte[] bytes = Files.readAllBytes(statements);
      Files.createDirectories(hidden);
      Path third = folder.resolve(PublishedRelease.name(3, first.hash()));
      Files.createDirectory(third);
      Files.write(third.resolve(PublishedRelease.STATEMENTS), bytes);
      until(() -> metric(server, "helix_release_refused_total") >= 1);
      assertEquals(second.hash(), server.release());
      assertEquals(200, get(server, ask(HASH)).statusCode());
      PublishedRelease fourth = publishing.next();
      untilServed(server, fourth);
      Path flipped = fourth.path().resolve(PublishedRelease.STATEMENTS);
      byte[] whole = Files.readAllBytes(flipped);
      Path fifth = folder.resolve(PublishedRelease.name(5, fourth.hash()));
      copy(fourth.path(), hidden.resolve("5"));
      byte[] wrong = whole.clone();
      wrong[wrong.length / 2] ^= 1;
      Files.write(hidden.resolve("5").resolve(PublishedRelease.STATEMENTS), wrong);
      double refused = metric(server, "helix_release_refused_total");
      Files.move(hidden.resolve("5"), fifth);
      until(() -> metric(server, "helix_release_refused_total") > refused);
      assertEquals(4, server.editions().inUse().number());
      Files.write(fifth.resolve(PublishedRelease.STATEMENTS), whole);
      Files.setLastModifiedTime(
          fifth.resolve(PublishedRelease.STATEMENTS), FileTime.from(Instant.now().plusSeconds(9)));
      until(() -> server.editions().inUse().number() == 5);
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void aServerStartsOnTheLastWholeRelease() throws Exception {
    PublishedRelease whole = publishing.next();
    PublishedRelease damaged = publishing.next();
    Files.delete(damaged.path().resolve(PublishedRelease.SUMS));
    try (HelixServer server = start()) {
      assertEquals(whole.hash(), server.release());
      assertEquals(1, metric(server, "helix_release_refused_total"));
      assertEquals(200, get(server, "/releases?lang=en").statusCode());
    }
  }

  @Test
  void olderReleasesAreAnsweredByTheirHash() {
    PublishedRelease first = publishing.next();
    PublishedRelease second = publishing.next();
    try (HelixServer server = start()) {
      String pinned = ask(SAYS) + "&release=" + first.hash().substring(0, 12);
      for (int times = 0; times < 2; times++) {
        HttpResponse<String> old = get(server, pinned);
        assertEquals(200, old.statusCode(), old.body());
        assertEquals(first.hash(), release(old));
        assertTrue(old.body().contains("说法1"), old.body());
        assertTrue(old.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
        HttpResponse<String> now = get(server, ask(SAYS));
        assertEquals(second.hash(), release(now));
        assertTrue(now.body().contains("说法2"), now.body());
      }
      PublishedRelease third = publishing.next();
      untilServed(server, third);
      assertTrue(get(server, pinned).body().contains("说法1"));
      assertTrue(get(server, ask(SAYS) + "&release=" + second.hash()).body().contains("说法2"));
      HttpResponse<String> unknown = get(server, ask(SAYS) + "&release=" + "0".repeat(64));
      assertEquals(404, unknown.statusCode());
      assertTrue(unknown.body().contains(third.hash()), unknown.body());
    }
  }

  @Test
  void aReleaseThatIsNamedInAFormIsAnsweredToo() throws Exception {
    PublishedRelease first = publishing.next();
    publishing.next();
    try (HelixServer server = start()) {
      String form = "format=csv&query=" + Address.encodedValue(SAYS) + "&release=" + first.hash();
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/sparql"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              BodyHandlers.ofString());
      assertEquals(first.hash(), release(answer));
      assertTrue(answer.body().contains("说法1"), answer.body());
    }
  }

  @Test
  void olderReleasesTakeNoMoreMemoryThanTheyMay() {
    List<PublishedRelease> older = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      older.add(publishing.next());
    }
    publishing.next();
    long each;
    try (HelixServer server = start()) {
      each = server.editions().inUse().bytes();
    }
    try (HelixServer server =
        HelixServer.start(publishing.folder(), options().keepingOlder(each * 5 / 2))) {
      for (int times = 0; times < 2; times++) {
        for (PublishedRelease release : older) {
          HttpResponse<String> answer = get(server, ask(HASH) + "&release=" + release.hash());
          assertEquals(200, answer.statusCode(), answer.body());
          assertTrue(answer.body().contains(release.hash()));
          assertTrue(metric(server, "helix_editions") <= 3);
          assertTrue(metric(server, "helix_editions_older_bytes") <= each * 5 / 2);
        }
      }
    }
    try (HelixServer server =
        HelixServer.start(publishing.folder(), options().keepingOlder(each / 2))) {
      HttpResponse<String> answer = get(server, ask(HASH) + "&release=" + older.get(0).hash());
      assertEquals(503, answer.statusCode());
      assertTrue(answer.body().contains("/dump/" + older.get(0).hash()), answer.body());
      String sums = get(server, "/dump/" + older.get(0).hash() + "/SHA256SUMS").body();
      assertTrue(sums.contains("triplehelix.nq"), sums);
    }
  }

  @Test
  void anOlderReleaseThatIsDamagedIsGoneAndNoOtherIsHarmed() throws Exception {
    PublishedRelease first = publishing.next();
    PublishedRelease second = publishing.next();
    try (HelixServer server = start()) {
      Files.delete(first.path().resolve(PublishedRelease.STATEMENTS));
      assertEquals(410, get(server, ask(HASH) + "&release=" + first.hash()).statusCode());
      assertEquals(200, get(server, ask(HASH) + "&release=" + second.hash()).statusCode());
    }
  }

  @Test
  void aNetworkThatTakesLongerThanAQueryMayDoesNotKeepAReleaseBack() {
    Release release = publishing.release("说法");
    NetworkViews views = NetworkViews.in(publishing.content());
    Options hasty = options().with(views).within(Limits.forServer().withTime(Duration.ofMillis(1)));
    try (HelixServer server = HelixServer.start(release, new Questions(List.of()), hasty)) {
      for (int i = 1; i <= 5; i++) {
        String hash = "%064x".formatted(i);
        server.turnTo(
            new Release(hash, release.quads(), release.prefixes()),
            new Questions(List.of()),
            views);
        assertEquals(hash, server.release());
      }
    }
  }

  @Test
  void whatIsNoLongerServedIsLetGo() {
    Release release = publishing.release("说法");
    NetworkViews views = NetworkViews.in(publishing.content());
    List<WeakReference<SiteEdition>> before = new ArrayList<>();
    try (HelixServer server =
        HelixServer.start(release, new Questions(List.of()), options().with(views))) {
      for (int i = 0; i < HELD; i++) {
        before.add(new WeakReference<>(server.editions().inUse()));
        for (String path : List.of(ask(HASH), "/?lang=en", "/search?q=anvil", "/figures")) {
          assertEquals(200, get(server, path).statusCode(), path);
        }
        String hash = "%064x".formatted(i + 1);
        server.turnTo(
            new Release(hash, release.quads(), release.prefixes()),
            new Questions(List.of()),
            views);
        assertEquals(hash, release(get(server, ask(HASH))));
      }
      for (int tries = 0;
          tries < 100 && before.stream().anyMatch(r -> !r.refersTo(null));
          tries++) {
        System.gc();
        assertEquals(200, get(server, "/health").statusCode());
      }
      long held = before.stream().filter(reference -> !reference.refersTo(null)).count();
      assertEquals(0, held, "editions that nobody can ask any more are held");
      assertFalse(server.editions().inUse() == null);
    }
  }
}
