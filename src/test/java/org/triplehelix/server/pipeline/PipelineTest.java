package org.triplehelix.server.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.atlas.json.JSON;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pipeline with made-up routes that are slow, large, broken or picky. */
class PipelineTest {
  private static final Settings SMALL =
      new Settings(
          1_000, Duration.ofSeconds(1), 1, 10_000, 1 << 20, 2, 1, 1, Duration.ofMillis(300), 64);

  private final Metrics metrics = new Metrics();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final AccessLog log = new AccessLog(new PrintStream(lines, true, StandardCharsets.UTF_8));
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final CountDownLatch gone = new CountDownLatch(1);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient client = HttpClient.newHttpClient();

  /** What a made-up route does. */
  private interface Doing {
    void write(Attempt attempt, OutputStream out) throws IOException;
  }

  private Route route(String path, Doing doing) {
    return new Route() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public String example() {
        return path;
      }

      @Override
      public Set<String> methods() {
        return Set.of("GET", "POST");
      }

      @Override
      public Set<String> parameters() {
        return Set.of("n");
      }

      @Override
      public Prepared prepare(Call call) {
        return new Prepared() {
          @Override
          public List<Format> formats() {
            return List.of(Format.PLAIN);
          }

          @Override
          public String canonical() {
            return call.parameter("n").orElse("").strip() + call.body();
          }

          @Override
          public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
            runs.incrementAndGet();
            doing.write(attempt, out);
          }
        };
      }
    };
  }

  private static void bytes(OutputStream out, int number) throws IOException {
    byte[] chunk = new byte[1_000];
    for (int i = 0; i < number; i += chunk.length) {
      out.write(chunk);
    }
  }

  private void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Route> madeUp() {
    return List.of(
        route("/small", (attempt, out) -> out.write("small".getBytes(StandardCharsets.UTF_8))),
        route("/large", (attempt, out) -> bytes(out, 50_000)),
        route(
            "/breaks",
            (attempt, out) -> {
              bytes(out, 50_000);
              throw new Problem(Problem.Kind.LIMIT, "Too long.", "Ask for less.");
            }),
        route(
            "/fails",
            (attempt, out) -> {
              throw new IllegalStateException("secret");
            }),
        route(
            "/slow",
            (attempt, out) -> {
              began.countDown();
              await(mayEnd);
              out.write('x');
            }),
        route(
            "/long",
            (attempt, out) -> {
              if (attempt.isShort()) {
                throw new TooCostly();
              }
              attempt.onGone().accept(gone::countDown);
              began.countDown();
              await(gone);
              throw new Problem(Problem.Kind.CANCELLED, "Gone.", "Ask again.");
            }));
  }

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    ProblemPage page = (problem, language, target, id, out) -> {};
    server.setHandler(
        new Pipeline(Editions.only(new Edition("r1", madeUp(), page)), SMALL, metrics, log));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    mayEnd.countDown();
    gone.countDown();
    server.stop();
    metrics.close();
  }

  private HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + connector.getLocalPort() + target));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<HttpResponse<String>> sendAside(String target) {
    return client.sendAsync(to(target).build(), BodyHandlers.ofString());
  }

  private static String from(HttpResponse<String> response) {
    return response.headers().firstValue("Server-Timing").orElse("").replaceFirst(";.*", "");
  }

  @Test
  void theSameWordsAndTheSameMeaningAreAnsweredOnce() throws IOException {
    assertEquals("short", from(send(to("/small?n=1"))));
    assertEquals("cache", from(send(to("/small?n=1"))));
    assertEquals("meaning", from(send(to("/small?n=1%20"))));
    assertEquals("cache", from(send(to("/small?n=1%20"))));
    assertEquals("short", from(send(to("/small?n=2"))));
    assertEquals(2, runs.get());
  }

  @Test
  void whoAsksTheSameAtTheSameTimeWaitsForTheFirst() throws Exception {
    CompletableFuture<HttpResponse<String>> first = sendAside("/slow");
    await(began);
    List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(sendAside("/slow"));
    }
    Thread.sleep(300);
    assertFalse(first.isDone());
    mayEnd.countDown();
    assertEquals("x", first.get().body());
    for (CompletableFuture<HttpResponse<String>> other : others) {
      assertEquals(200, other.get().statusCode());
      assertEquals("x", other.get().body());
    }
    assertEquals(1, runs.get());
  }

  @Test
  void whatIsTooLargeToKeepFlowsAndIsNotKept() throws IOException {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = send(to("/large"));
      assertEquals(200, answer.statusCode());
      assertEquals(50_000, answer.body().length());
      assertTrue(answer.headers().firstValue("ETag").isEmpty());
      assertEquals("r1", answer.headers().firstValue("X-Release").orElseThrow());
    }
    assertEquals(4, runs.get(), "a short try and a long one each time");
    assertEquals(200, send(to("/large").method("HEAD", BodyPublishers.noBody())).statusCode());
  }

  @Test
  void noClientTakesAHalfForTheWhole() {
    assertThrows(IOException.class, () -> send(to("/breaks")));
    assertThrows(IOException.class, () -> send(to("/breaks")));
  }

  /** What a client sees that keeps no connection and so might take the end for the end. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", connector.getLocalPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void aBrokenAnswerHasNoEndAlsoWhereTheConnectionIsClosed() throws IOException {
    String close = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    String whole = raw("GET /large" + close);
    assertTrue(whole.contains("Transfer-Encoding: chunked"), whole.substring(0, 600));
    assertTrue(whole.endsWith("\r\n0\r\n\r\n"));
    String broken = raw("GET /breaks" + close);
    assertTrue(broken.startsWith("HTTP/1.1 200"));
    assertFalse(broken.endsWith("\r\n0\r\n\r\n"));
  }

  @Test
  void whoKnowsNoChunksGetsNoAnswerThatMightBreakOff() throws IOException {
    String answer = raw("GET /large HTTP/1.0\r\nHost: x\r\n\r\n");
    assertTrue(answer.contains(" 422 "), answer.substring(0, 200));
    assertTrue(raw("GET /small HTTP/1.0\r\nHost: x\r\n\r\n").endsWith("small"));
  }

  @Test
  void conditionsAreThoseOfTheTag() throws IOException {
    String tag = send(to("/small")).headers().firstValue("ETag").orElseThrow();
    assertEquals(304, send(to("/small").header("If-None-Match", tag)).statusCode());
    assertEquals(304, send(to("/small").header("If-None-Match", "W/" + tag)).statusCode());
    assertEquals(304, send(to("/small").header("If-None-Match", "*")).statusCode());
    assertEquals(304, send(to("/small").header("If-None-Match", "\"x\", " + tag)).statusCode());
    assertEquals(200, send(to("/small").header("If-None-Match", "\"x\"")).statusCode());
    String later = "Fri, 31 Dec 2100 23:59:59 GMT";
    assertEquals(200, send(to("/small").header("If-Modified-Since", later)).statusCode());
    assertEquals(200, send(to("/small").header("If-Match", tag)).statusCode());
    assertEquals(200, send(to("/small").header("If-Match", "*")).statusCode());
    assertEquals(412, send(to("/small").header("If-Match", "\"x\"")).statusCode());
    assertEquals(412, send(to("/small").header("If-Match", "W/" + tag)).statusCode());
    assertEquals(404, send(to("/nowhere").header("If-Match", tag)).statusCode());
  }

  @Test
  void aFaultIsToldWithoutItsInside() throws IOException {
    HttpResponse<String> answer = send(to("/fails"));
    assertEquals(500, answer.statusCode());
    assertFalse(answer.body().contains("secret"), answer.body());
    assertFalse(answer.body().contains("Exception"), answer.body());
    assertEquals(500, send(to("/fails")).statusCode());
    assertEquals(2, runs.get(), "a fault is not kept");
  }

  @Test
  void whoFindsTheQueueFullIsTurnedAwayAndToldWhenToComeBack() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      running.add(sendAside("/slow?n=" + i));
    }
    int busy = 0;
    await(began);
    Thread.sleep(800);
    mayEnd.countDown();
    for (CompletableFuture<HttpResponse<String>> one : running) {
      HttpResponse<String> answer = one.get();
      if (answer.statusCode() == 503) {
        busy++;
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").get()) > 0);
        assertTrue(JSON.parse(answer.body()).getString("type").endsWith("/busy"));
      } else {
        assertEquals("x", answer.body());
      }
    }
    assertEquals(4, busy, "two run, one waits in vain, three are turned away");
    assertEquals("x", send(to("/slow?n=again")).body());
  }

  @Test
  void longWorkDoesNotHoldUpWhatIsShort() throws Exception {
    CompletableFuture<HttpResponse<String>> longer = sendAside("/long");
    await(began);
    for (int i = 0; i < 10; i++) {
      assertEquals(200, send(to("/small?n=" + i)).statusCode());
    }
    assertFalse(longer.isDone());
    gone.countDown();
    assertEquals(503, longer.get().statusCode());
  }

  @Test
  void aClientThatGoesAwayEndsItsWork() throws Exception {
    try (Socket socket = new Socket("localhost", connector.getLocalPort())) {
      socket
          .getOutputStream()
          .write("GET /long HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      await(began);
      assertFalse(gone.await(600, TimeUnit.MILLISECONDS), "it is still there");
    }
    assertTrue(gone.await(5, TimeUnit.SECONDS), "it went away");
  }

  @Test
  void whoSendsTooSlowlyIsCutOff() throws IOException {
    String answer = raw("POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nslow");
    assertFalse(answer.contains(" 200 "), answer);
    assertEquals("short", from(send(to("/small?n=after"))));
  }

  @Test
  void aRequestThatIsTooLargeIsRefused() throws IOException {
    HttpResponse<String> answer =
        send(to("/small").POST(BodyPublishers.ofString("x".repeat(1_001))));
    assertEquals(413, answer.statusCode());
    assertEquals(1_000, JSON.parse(answer.body()).get("maximum").getAsNumber().value().intValue());
    HttpResponse<String> unannounced =
        send(
            to("/small")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[5_000]))));
    assertEquals(413, unannounced.statusCode());
    assertEquals(200, send(to("/small").POST(BodyPublishers.ofString("x"))).statusCode());
  }

  @Test
  void aBodyThatIsNoUtf8IsRefused() throws IOException {
    byte[] latin = {(byte) 0xe9, 't', 'e'};
    HttpResponse<String> answer = send(to("/small").POST(BodyPublishers.ofByteArray(latin)));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("UTF-8"), answer.body());
  }

  @Test
  void whatIsAskedOnceDoesNotDriveOutWhatIsAskedOften() throws IOException {
    for (int i = 0; i < 30; i++) {
      send(to("/small?n=often"));
    }
    for (int i = 0; i < 1_500; i++) {
      send(to("/small?n=" + i));
      if (i % 50 == 0) {
        send(to("/small?n=often"));
      }
    }
    assertEquals("cache", from(send(to("/small?n=often"))));
  }

  @Test
  void everyRequestIsLoggedAndCounted() throws IOException {
    send(to("/small?n=%22%0A").header("X-Request-Id", "mine"));
    send(to("/nowhere"));
    send(to("/small").POST(BodyPublishers.ofString("SELECT \"\n{}")));
    log.close();
    List<String> logged = lines.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(3, logged.size(), logged.toString());
    assertEquals("SELECT \"\n{}", JSON.parse(logged.get(2)).getString("body"));
    var line = JSON.parse(logged.get(0));
    assertEquals("mine", line.getString("id"));
    assertEquals("/small?n=%22%0A", line.getString("target"));
    assertEquals(200, line.get("status").getAsNumber().value().intValue());
    assertEquals(5, line.get("bytes").getAsNumber().value().intValue());
    assertEquals("short", line.getString("from"));
    assertEquals("not-found", JSON.parse(logged.get(1)).getString("problem"));
    String text = metrics.text();
    assertTrue(text.contains("helix_problems_total{kind=\"not-found\"} 1.0"), text);
    assertTrue(text.contains("route=\"/small\",status=\"200\""), text);
  }
}
