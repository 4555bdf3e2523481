package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.Route.DependsOn;

/** What holds for every route; the server is asked which it has, so that none is forgotten. */
class RoutesTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT),
          Questions.in(CONTENT),
          Options.at("127.0.0.1", 0)
              .with(NetworkViews.in(CONTENT))
              .taking(ReportLog.open(reports()), 100_000));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Set<String> OF_THE_MOMENT =
      Set.of("date", "x-request-id", "server-timing", "etag", "content-length");

  private static Path reports() {
    try {
      return Files.createTempDirectory("reports");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<Route> routes() {
    return SERVER.routes().stream();
  }

  /** Those that answer themselves. */
  static Stream<Route> keptRoutes() {
    return routes()
        .filter(route -> route.dependsOn() == DependsOn.RELEASE)
        .filter(route -> send(to(route.example())).statusCode() == 200);
  }

  /** Those that lead to others. */
  static Stream<Route> redirections() {
    return routes().filter(route -> send(to(route.example())).statusCode() == 303);
  }

  private static HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, List<String>> headers(HttpResponse<?> response, Route route) {
    Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    headers.remove("x-request-id");
    headers.remove("server-timing");
    if (route.dependsOn() == DependsOn.MOMENT) {
      OF_THE_MOMENT.forEach(headers::remove);
    }
    return headers;
  }

  private static JsonObject problem(HttpResponse<byte[]> response) {
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElseThrow());
    return JSON.parse(new String(response.body(), StandardCharsets.UTF_8));
  }

  private static String with(Route route, String parameter) {
    return route.example() + (route.example().contains("?") ? "&" : "?") + parameter;
  }

  @Test
  void thereAreRoutes() {
    assertTrue(routes().map(Route::path).toList().contains("/sparql"));
  }

  /** Whoever writes one into a log must not write the release. */
  @ParameterizedTest
  @MethodSource("routes")
  void aRouteIsTextOfALine(Route route) {
    assertTrue(route.toString().length() < 2_000, () -> route.toString().substring(0, 2_000));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void headTellsWhatGetTells(Route route) {
    HttpResponse<byte[]> get = send(to(route.example()));
    String body = new String(get.body(), StandardCharsets.UTF_8);
    assertTrue(get.statusCode() == 303 || get.statusCode() == 200 && !body.isEmpty(), body);
    HttpResponse<byte[]> head = send(to(route.example()).method("HEAD", BodyPublishers.noBody()));
    assertEquals(get.statusCode(), head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(headers(get, route), headers(head, route));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyAnswerHasTheCommonHeaders(Route route) {
    var headers = send(to(route.example())).headers();
    assertEquals("*", headers.firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertTrue(
        headers.firstValue("Access-Control-Expose-Headers").orElseThrow().contains("ETag, Link"));
    assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
    assertTrue(headers.firstValue("Content-Security-Policy").isPresent());
    assertTrue(headers.firstValue("X-Request-Id").isPresent());
    assertTrue(headers.firstValue("Server-Timing").orElseThrow().contains(";dur="));
    assertTrue(headers.firstValue("Vary").orElseThrow().contains("Accept-Encoding"));
    assertTrue(headers.firstValue("Server").isEmpty());
    String type = headers.firstValue("Content-Type").orElse("");
    assertTrue(!type.startsWith("text/") || type.contains("charset=utf-8"), type);
  }

  @ParameterizedTest
  @MethodSource("redirections")
  void redirectionsLeadToAnAnswer(Route route) {
    HttpResponse<byte[]> answer = send(to(route.example()));
    assertEquals(0, answer.body().length);
    assertTrue(answer.headers().firstValue("Content-Type").isEmpty());
    assertTrue(answer.headers().firstValue("ETag").isEmpty());
    assertTrue(answer.headers().firstValue("Vary").orElseThrow().contains("Accept"));
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertEquals(200, send(to(location)).statusCode(), location);
  }

  @ParameterizedTest
  @MethodSource("keptRoutes")
  void whatIsKnownIsNotSentAgain(Route route) {
    HttpResponse<byte[]> first = send(to(route.example()));
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertTrue(etag.matches("\"[0-9a-f]+\""), etag);
    for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
      HttpResponse<byte[]> again = send(to(route.example()).header("If-None-Match", known));
      assertEquals(304, again.statusCode(), known);
      assertEquals(0, again.body().length);
      assertEquals(etag, again.headers().firstValue("ETag").orElseThrow());
      assertTrue(again.headers().firstValue("Vary").isPresent());
      assertTrue(again.headers().firstValue("Cache-Control").isPresent());
    }
    assertEquals(200, send(to(route.example()).header("If-None-Match", "\"other\"")).statusCode());
  }

  @ParameterizedTest
  @MethodSource("keptRoutes")
  void compressedIsTheSameUnderAnotherTag(Route route) throws IOException {
    HttpResponse<byte[]> plain = send(to(route.example()));
    HttpResponse<byte[]> small = send(to(route.example()).header("Accept-Encoding", "gzip"));
    if (small.headers().firstValue("Content-Encoding").isEmpty()) {
      assertTrue(plain.body().length < 1024, "not compressed");
      return;
    }
    assertTrue(small.body().length < plain.body().length);
    String tag = small.headers().firstValue("ETag").orElseThrow();
    assertFalse(tag.equals(plain.headers().firstValue("ETag").orElseThrow()));
    byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes();
    assertEquals(
        new String(plain.body(), StandardCharsets.UTF_8),
        new String(bytes, StandardCharsets.UTF_8));
    HttpResponse<byte[]> known =
        send(to(route.example()).header("Accept-Encoding", "gzip").header("If-None-Match", tag));
    assertEquals(304, known.statusCode());
  }

  @ParameterizedTest
  @MethodSource("keptRoutes")
  void theSecondTimeItComesFromTheCache(Route route) {
    send(to(route.example()));
    assertTrue(
        send(to(route.example()))
            .headers()
            .firstValue("Server-Timing")
            .orElseThrow()
            .startsWith("cache;"));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void whatThereIsNotIsRefusedWithWhatThereIs(Route route) {
    HttpResponse<byte[]> answer = send(to(route.example()).header("Accept", "image/png"));
    assertEquals(406, answer.statusCode());
    assertTrue(problem(answer).getArray("available").count() > 0);
    HttpResponse<byte[]> format = send(to(with(route, "format=docx")));
    assertEquals(400, format.statusCode());
    assertTrue(problem(format).getArray("available").count() > 0);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void unknownParametersAreToldUnlessAProtocolAllowsThem(Route route) {
    HttpResponse<byte[]> answer = send(to(with(route, "fromat=json")));
    if (route.passesUnknownParameters()) {
      assertEquals(200, answer.statusCode());
    } else {
      assertEquals(400, answer.statusCode());
      assertTrue(problem(answer).getString("remedy").contains("format"));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void badlyWrittenParametersAreTold(Route route) {
    assertEquals(400, send(to(with(route, "lang=fr"))).statusCode());
    assertEquals(400, send(to(with(route, "lang=zh&lang=en"))).statusCode());
    assertEquals(400, send(to(with(route, "format=json&format=csv"))).statusCode());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void otherMethodsAreRefusedWithThoseThatAreNot(Route route) {
    for (String method : List.of("PUT", "DELETE", "PATCH", "POST")) {
      if (route.methods().contains(method)) {
        continue;
      }
      HttpResponse<byte[]> answer =
          send(to(route.example()).method(method, BodyPublishers.ofString("x")));
      assertEquals(405, answer.statusCode(), method);
      String allow = answer.headers().firstValue("Allow").orElseThrow();
      assertTrue(allow.contains("GET") && allow.contains("HEAD"), allow);
      assertEquals(405, problem(answer).get("status").getAsNumber().value().intValue());
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void optionsTellMethodsToBrowsers(Route route) {
    HttpResponse<byte[]> answer =
        send(
            to(route.example())
                .header("Origin", "https://example.org")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(204, answer.statusCode());
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertEquals(
        answer.headers().firstValue("Allow").orElseThrow(),
        answer.headers().firstValue("Access-Control-Allow-Methods").orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void problemsOfPeopleArePagesInTheirLanguage(Route route) {
    for (String language : List.of("zh", "en")) {
      HttpResponse<byte[]> answer =
          send(
              to(with(route, "format=docx").replaceFirst("lang=[a-z]+&", ""))
                  .header("Accept", "text/html,*/*;q=0.1")
                  .header("Accept-Language", language));
      String page = new String(answer.body(), StandardCharsets.UTF_8);
      assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
      assertTrue(page.contains("<html lang=\"" + language + "\">"), page);
      assertTrue(page.contains(answer.headers().firstValue("X-Request-Id").orElseThrow()), page);
    }
  }

  @Test
  void aPathThatIsNotThereIsTold() {
    HttpResponse<byte[]> answer = send(to("/nowhere"));
    assertEquals(404, answer.statusCode());
    assertTrue(problem(answer).getString("detail").contains("/nowhere"));
    assertEquals(404, send(to("/health/x")).statusCode());
    assertEquals(404, send(to("/sparql/../nowhere")).statusCode());
  }

  @Test
  void whatIsNoRequestIsToldAsEverythingElse() throws IOException {
    for (String line : List.of("GET /a%zz HTTP/1.1", "GET / HTTP/1.1\r\nBad Header: x", "GET")) {
      try (Socket socket = new Socket("localhost", SERVER.port())) {
        socket.getOutputStream().write((line + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertFalse(answer.toLowerCase().contains("jetty"), answer);
      }
    }
  }

  @Test
  void aRequestKeepsTheNumberItCameWith() {
    HttpResponse<byte[]> answer = send(to("/health").header("X-Request-Id", "abc-1"));
    assertEquals("abc-1", answer.headers().firstValue("X-Request-Id").orElseThrow());
    HttpResponse<byte[]> odd = send(to("/health").header("X-Request-Id", "a b;c"));
    assertFalse(odd.headers().firstValue("X-Request-Id").orElseThrow().contains(";"));
  }
}
