package org.triplehelix.server.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Release;
import org.triplehelix.query.Questions;
import org.triplehelix.query.backend.BackEnd;
import org.triplehelix.query.backend.RemoteRelease;
import org.triplehelix.query.run.Limits;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/** Each way in which a back end fails, and the problem that it becomes. */
class FailingBackEndTest {
  private static final String TYPE = "application/sparql-results+json";
  private static final String ROWS =
      "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"uri\",\"value\":"
          + "\"urn:a\"}}]}}";
  private static final String QUERY = "/sparql?query=SELECT%20%3Fs%20%7B%3Fs%20%3Fp%20%3Fo%7D";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What a back end does with a request. */
  private interface Conduct {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static HttpServer backEnd(Conduct conduct) {
    try {
      HttpServer backEnd =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      backEnd.setExecutor(Executors.newCachedThreadPool());
      backEnd.createContext("/", conduct::answer);
      backEnd.start();
      return backEnd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI endpoint(int port) {
    return URI.create("http://127.0.0.1:" + port + "/sparql");
  }

  /** A server before a back end that behaves so. */
  private static final class Before implements AutoCloseable {
    private final HttpServer backEnd;
    private final HelixServer server;

    Before(Conduct conduct) {
      this(conduct, Optional.empty(), new ByteArrayOutputStream());
    }

    Before(Conduct conduct, Optional<BackEnd.Login> login, ByteArrayOutputStream log) {
      backEnd = backEnd(conduct);
      server = before(backEnd.getAddress().getPort(), login, log);
    }

    HttpResponse<String> get(String target) {
      return FailingBackEndTest.get(server, target);
    }

    @Override
    public void close() {
      server.close();
      backEnd.stop(0);
    }
  }

  private static HelixServer before(
      int port, Optional<BackEnd.Login> login, ByteArrayOutputStream log) {
    Release release =
        new Release(
            "0".repeat(64),
            List.of(SSE.parseQuad("(_ <urn:a> <urn:b> 'of the release')")),
            Prefixes.standard());
    return HelixServer.start(
        release,
        new Questions(List.of()),
        Options.at("127.0.0.1", 0)
            .within(Limits.forServer().withTime(Duration.ofMillis(500)))
            .loggingTo(log)
            .asking(new BackEnd(endpoint(port), Optional.empty(), List.of(), login)));
  }

  private static HttpResponse<String> get(HelixServer server, String target) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + target)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void assertProblem(
      int status, String kind, String said, HttpResponse<String> got) {
    assertEquals(status, got.statusCode(), got.body());
    assertTrue(got.body().contains("/problem/" + kind + "\""), got.body());
    assertTrue(got.body().contains(said), got.body());
  }

  @Test
  void wholeAnswerIsPassedOnAndIsNotAskedForTwice() {
    AtomicInteger asked = new AtomicInteger();
    try (Before before =
        new Before(
            exchange -> {
              String body = new String(exchange.getRequestBody().readAllBytes());
              if (body.contains("%3Fs+%3Fp+%3Fo") || body.contains("%3Fs++%3Fp")) {
                asked.incrementAndGet();
              }
              send(exchange, 200, TYPE, ROWS);
            })) {
      assertEquals("s\r\nurn:a\r\n", before.get(QUERY + "&format=csv").body());
      int first = asked.get();
      assertEquals("s\r\nurn:a\r\n", before.get(QUERY + "&format=csv").body());
      assertEquals(first, asked.get());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, back-end-failed, 502, syntax error at 7",
    "404, back-end-failed, 502, does not answer this query (404)",
    "401, back-end-failed, 502, does not let the server in",
    "302, back-end-failed, 502, another address",
    "307, back-end-failed, 502, another address",
    "500, back-end-failed, 502, does not answer this query (500)",
    "503, back-end-busy, 503, is busy",
    "429, back-end-busy, 503, is busy"
  })
  void errorIsToldAsProblem(int theirs, String kind, int ours, String said) {
    AtomicInteger elsewhere = new AtomicInteger();
    try (Before before =
        new Before(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/elsewhere")) {
                elsewhere.incrementAndGet();
              }
              exchange.getResponseHeaders().set("Location", "/elsewhere");
              send(exchange, theirs, "text/plain", "syntax error at 7\nmore");
            })) {
      assertProblem(ours, kind, said, before.get(QUERY));
      assertEquals(0, elsewhere.get());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "<html>",
        "{\"head\":{},\"boolean\":true}",
        "{\"head\":{\"vars\":[\"s\"]}}",
        "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"odd\"}}]}}"
      })
  void whatIsNoResultIsToldAsProblem(String body) {
    try (Before before = new Before(exchange -> send(exchange, 200, TYPE, body))) {
      assertProblem(502, "back-end-failed", "The back end", before.get(QUERY));
    }
  }

  @Test
  void noPartOfAnAnswerIsTakenForTheWhole() {
    AtomicInteger length = new AtomicInteger();
    try (Before before =
        new Before(exchange -> send(exchange, 200, TYPE, ROWS.substring(0, length.get())))) {
      for (int part = 1; part < ROWS.length(); part++) {
        length.set(part);
        assertProblem(502, "back-end-failed", "not all of it", before.get(QUERY));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\nError: query timed out", ROWS, "}", "\"", "0"})
  void whatStandsBehindTheResultsIsToldAsProblem(String more) {
    try (Before before = new Before(exchange -> send(exchange, 200, TYPE, ROWS + more))) {
      assertProblem(502, "back-end-failed", "not all of it", before.get(QUERY));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n  ", ""})
  void spaceBehindTheResultsSaysNothing(String more) {
    String rows = ROWS.replace("\"uri\"", "\"literal\"").replace("urn:a", "urn:a}]\\\"{[");
    try (Before before = new Before(exchange -> send(exchange, 200, TYPE, rows + more))) {
      assertEquals(200, before.get(QUERY).statusCode());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";", " ", "text/html"})
  void anAnswerOfAnotherTypeIsToldAsProblem(String type) {
    try (Before before = new Before(exchange -> send(exchange, 200, type, ROWS))) {
      assertProblem(502, "back-end-failed", "no results of SPARQL", before.get(QUERY));
    }
  }

  @Test
  void streamThatBreaksOffIsToldAsProblem() {
    try (Before before =
        new Before(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              exchange.getResponseHeaders().set("Content-Type", TYPE);
              exchange.sendResponseHeaders(200, ROWS.length() + 10L);
              exchange.getResponseBody().write(ROWS.getBytes(StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
              exchange.close();
            })) {
      assertProblem(502, "back-end-failed", "not all of it", before.get(QUERY));
    }
  }

  @Test
  void answerThatIsCutByTheEngineIsToldAsProblem() {
    try (Before before =
        new Before(
            exchange -> {
              exchange.getResponseHeaders().set("X-SPARQL-MaxRows", "1");
              send(exchange, 200, TYPE, ROWS);
            })) {
      assertProblem(502, "back-end-failed", "no more than 1 rows", before.get(QUERY));
    }
  }

  @Test
  void otherTypeIsToldAsProblem() {
    try (Before before = new Before(exchange -> send(exchange, 200, "text/html", ROWS))) {
      assertProblem(502, "back-end-failed", "text/html", before.get(QUERY));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void slowAnswerEndsInTime(boolean begins) {
    CountDownLatch end = new CountDownLatch(1);
    try (Before before =
        new Before(
            exchange -> {
              if (begins) {
                exchange.getResponseHeaders().set("Content-Type", TYPE);
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(ROWS.substring(0, 40).getBytes());
                exchange.getResponseBody().flush();
              }
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              exchange.close();
            })) {
      assertProblem(504, "back-end-slow", "no whole answer within", before.get(QUERY));
      end.countDown();
    }
  }

  @Test
  void nobodyThereIsToldAndPagesGoOn() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (HelixServer server = before(port, Optional.empty(), new ByteArrayOutputStream())) {
      assertProblem(502, "back-end-failed", "cannot be reached", get(server, QUERY));
      assertEquals(200, get(server, "/graphs?default&format=nt").statusCode());
      assertProblem(503, "not-ready", "back end", untilSaid(server));
      String metrics = get(server, "/metrics").body();
      assertTrue(metrics.contains("helix_backend_up 0"), metrics);
      assertTrue(metrics.contains("helix_backend_requests_total{result=\"unreachable\"}"), metrics);
    }
  }

  /** The watch looks for itself; what it saw is asked for until it is there. */
  private static HttpResponse<String> untilSaid(HelixServer server) {
    HttpResponse<String> ready = get(server, "/ready");
    while (ready.statusCode() == 200) {
      Thread.onSpinWait();
      ready = get(server, "/ready");
    }
    return ready;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'head':{'vars':['x']},'results':{'bindings':[{}]}}",
        "{'head':{'vars':['hash']},'results':{'bindings':[{'hash':{'type':'uri','value':'urn:a'}}]}}",
        "{'head':{'vars':['hash']},'results':{'bindings':[{'hash':{'type':'literal','value':'a'}}]}}",
        "{'head':{'vars':['hash','n']},'results':{'bindings':[{'hash':{'type':'literal','value':"
            + "'a'},'n':{'type':'literal','value':'many'}}]}}"
      })
  void rowsThatAreNoReleaseAreBadInput(String body) {
    assertNoRelease(
        exchange -> send(exchange, 200, TYPE, body.replace('\'', '"')), "do not answer");
  }

  @Test
  void answerWithoutEndIsNotReadOn() {
    assertNoRelease(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", TYPE);
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          out.write("{\"head\":{\"vars\":[\"hash\"]},\"results\":{\"bindings\":[".getBytes());
          try {
            while (true) {
              out.write("{\"hash\":{\"type\":\"literal\",\"value\":\"a\"}},".getBytes());
            }
          } catch (IOException e) {
            exchange.close(); // nobody listens any more, as it has to be
          }
        },
        "do not answer");
  }

  /** A server does not start over such a back end, and says why. */
  private static void assertNoRelease(Conduct conduct, String said) {
    HttpServer odd = backEnd(conduct);
    try {
      URI endpoint = endpoint(odd.getAddress().getPort());
      BackEnd backEnd = new BackEnd(endpoint, Optional.empty(), List.of(), Optional.empty());
      BadInputException refused =
          assertThrows(BadInputException.class, () -> RemoteRelease.read(backEnd, told -> {}));
      assertTrue(refused.getMessage().contains(said), refused.getMessage());
    } finally {
      odd.stop(0);
    }
  }

  @Test
  void passwordIsSentAndNeverTold() {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Optional<BackEnd.Login> login = Optional.of(new BackEnd.Login("reader", "top-hush"));
    StringBuffer sent = new StringBuffer();
    try (Before before =
        new Before(
            exchange -> {
              sent.append(exchange.getRequestHeaders().getFirst("Authorization"));
              send(exchange, 403, "text/plain", "no");
            },
            login,
            log)) {
      HttpResponse<String> answer = before.get(QUERY);
      assertTrue(sent.toString().contains("Basic cmVhZGVyOnRvcC1odXNo"), sent.toString());
      assertFalse(answer.body().contains("hush"));
      assertFalse(before.get("/metrics").body().contains("hush"));
    }
    assertFalse(log.toString(StandardCharsets.UTF_8).contains("hush"));
    assertFalse(login.toString().contains("hush"));
  }
}
