package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.pipeline.Route;

/**
 * What nobody sends in good faith, to every route: it is answered or refused soon, in words, and
 * says nothing of the machine. Sent by sockets, as clients would set much of it right.
 */
class HostileRequestsTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT),
          Questions.in(CONTENT),
          Options.at("127.0.0.1", 0)
              .with(NetworkViews.in(CONTENT))
              .taking(ReportLog.open(reports()), 100_000));

  /** Of the processor's time, all threads together: a busy machine does not count. */
  private static final Duration MOST = Duration.ofSeconds(1);

  private static final Duration FOR_EVER = Duration.ofMinutes(2);
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final List<String> SCRIPTS =
      List.of("%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E");

  private static final List<String> SEGMENTS =
      List.of(
          "..",
          "%2e%2e/%2e%2e/pom.xml",
          "..%2f..%2fpom.xml",
          "%252e%252e%252fpom.xml",
          "%00",
          "%0d%0aX-Evil:%201",
          "%5c..%5c",
          "%2F",
          "%ff",
          "%zz",
          "a//b",
          "a".repeat(20_000),
          "a/".repeat(500),
          "怀柔",
          "%E6%80%80%E6%9F%94",
          "%F0%9F%98%80",
          "x%20y",
          "x%3E;%20rel=y",
          "london.ttl.ttl",
          "london.",
          ".ttl",
          "london;a=b",
          "{x}");

  private static final List<String> VALUES =
      List.of(
          "",
          "a".repeat(20_000),
          "-1",
          "99999999999999999999",
          "%00",
          "%0d%0aX-Evil:1",
          "%ff",
          "%",
          "怀柔",
          "../../pom.xml",
          "http://127.0.0.1:1/",
          "%5B",
          "%7B%22a%22:%5B",
          "%7B".repeat(5_000),
          "id:london%20%7D%20%7B");

  /** Of routes that pass over what they do not know. */
  private static final Set<String> OF_PROTOCOLS =
      Set.of("query", "queries", "extend", "prefix", "id", "type", "limit", "cursor", "graph", "q");

  private static final List<String> HEADERS =
      List.of(
          "Accept: " + "text/turtle;q=0.1,".repeat(3_000),
          "Accept: \";;;=,\"",
          "Accept: text/turtle; version=\"1.2",
          "Accept: */*;q=x",
          "Accept-Language: " + "zh;q=x,en;q=-1,".repeat(2_000),
          "Accept-Encoding: identity;q=0, *;q=0",
          "Range: bytes=" + "0-0,".repeat(2_000) + "1-1",
          "Range: bytes=99999999999999999999-",
          "Range: bytes=5-1",
          "Range: bytes=0-5\r\nIf-Range: x",
          "If-None-Match: " + "\"x\",".repeat(5_000),
          "If-None-Match: \"",
          "If-Match: W/",
          "If-Modified-Since: never",
          "Content-Length: -1",
          "X-Request-Id: <script>alert(1)</script>\r\nAccept: text/html",
          "X-Forwarded-For: '\"<script>alert(1)</script>",
          "X: " + "y".repeat(300_000));

  private static final List<String> BODIES =
      List.of(
          "",
          "x",
          "\u0000",
          "{",
          "[".repeat(100_000),
          "query=%",
          "query=ASK%7B%7D&query=ASK%7B%7D",
          "query=" + "(".repeat(50_000),
          "queries=%7B%22q0%22:1%7D",
          "extend=%7B%22ids%22:1,%22properties%22:[1]%7D",
          "about=id/london&what=%00",
          "about=" + "%E6%9F%94".repeat(5_000),
          "about=id/london&what=%3Cscript%3Ealert(1)%3C/script%3E&why=%22%3E%3Cimg%20src=x%3E",
          "{\"about\":\"id/london\",\"what\":\"\\ud800\\u202e\"}",
          "{\"about\":\"<script>alert(1)</script>\",\"what\":{}}",
          "{\"a\":".repeat(20_000));

  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/sparql-query",
          "application/json",
          "a/b;c",
          "");

  /** Names of classes and the lines of a stack trace. */
  private static final Pattern INSIDE =
      Pattern.compile("\\bat (org|java)\\.|Exception\\b|\\b(java|org\\.\\w+)\\.\\w+\\.\\w*[A-Z]");

  private record Answer(String request, int status, String head, String body, Duration time) {}

  /** What is made at the first request takes its time once. */
  @BeforeAll
  static void warm() throws IOException {
    for (Route route : SERVER.routes()) {
      send("GET", route.example(), List.of(), "");
    }
    send("GET", "/id/x", List.of(), "");
    send("GET", "/api/entities/x", List.of(), "");
  }

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

  static Stream<Route> routesWithBodies() {
    return routes().filter(route -> route.methods().contains("POST"));
  }

  private static Answer send(String method, String target, List<String> headers, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + target + " HTTP/1.1");
    lines.add("Host: evil.example");
    lines.add("Connection: close");
    lines.addAll(headers);
    if (bytes.length > 0) {
      lines.add("Content-Length: " + bytes.length);
    }
    String request = String.join("\r\n", lines);
    long start = PROCESS.getProcessCpuTime();
    try (Socket socket = new Socket("localhost", SERVER.port())) {
      socket.setSoTimeout((int) FOR_EVER.toMillis());
      write(socket, (request + "\r\n\r\n").getBytes(StandardCharsets.UTF_8), bytes);
      String answer = new String(read(socket), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      assertTrue(end > 0, () -> "no answer: " + beginning(request));
      return new Answer(
          beginning(request),
          Integer.parseInt(answer.substring(9, 12)),
          answer.substring(0, end),
          answer.substring(end + 4),
          Duration.ofNanos(PROCESS.getProcessCpuTime() - start));
    }
  }

  /** What is refused may be answered, and the connection closed, before all of it has come. */
  private static void write(Socket socket, byte[] head, byte[] body) throws IOException {
    try {
      socket.getOutputStream().write(head);
      if (body.length > 0) {
        socket.getOutputStream().write(body);
      }
    } catch (SocketException e) {
      assertTrue(
          head.length > 8_000, () -> e + " " + beginning(new String(head, StandardCharsets.UTF_8)));
    }
  }

  /** All that came, also if the connection was broken behind it. */
  private static byte[] read(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketException e) {
      assertTrue(all.size() > 0, e::toString);
    }
    return all.toByteArray();
  }

  private static String beginning(String text) {
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  private static void examine(Answer answer) {
    String what = answer.request() + "\n→ " + beginning(answer.body());
    assertTrue(answer.status() < 500, what);
    assertTrue(answer.time().compareTo(MOST) < 0, () -> answer.time() + " " + what);
    assertTrue(
        answer.head().chars().allMatch(c -> c < 0x7f && (c >= ' ' || c == '\r' || c == '\n')),
        answer.head());
    assertFalse(answer.head().contains("\nX-Evil"), what);
    assertFalse(answer.head().contains("evil.example"), answer.head());
    if (answer.head().contains("text/html")) {
      assertFalse(answer.body().contains("<script>alert"), what);
      assertFalse(answer.body().contains("<img"), what);
    }
    if (answer.status() >= 400) {
      refused(answer, what);
    }
  }

  private static void refused(Answer answer, String what) {
    assertFalse(INSIDE.matcher(answer.body()).find(), what);
    assertFalse(answer.body().contains(Path.of("").toAbsolutePath().toString()), what);
    boolean page = answer.head().contains("Content-Type: text/html");
    assertTrue(page || answer.head().contains("Content-Type: application/problem+json"), what);
    if (!page) {
      JsonObject problem = JSON.parse(answer.body());
      assertEquals(answer.status(), problem.getNumber("status").intValue(), what);
      assertNotEquals("", problem.getString("detail"), what);
      assertNotEquals("", problem.getString("remedy"), what);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void pathsAreAnsweredOrRefused(Route route) throws IOException {
    String example = route.example().replaceFirst("\\?.*", "");
    String folder = route.path().replaceFirst("\\*?$", "").replaceFirst("([^/])$", "$1/");
    for (String segment : Stream.concat(SEGMENTS.stream(), SCRIPTS.stream()).toList()) {
      for (String target : List.of(folder + segment, example + segment, example + "/" + segment)) {
        examine(send("GET", target, List.of(), ""));
        examine(send("GET", target, List.of("Accept: text/html"), ""));
      }
    }
    examine(send("GET", "/dump/latest/%E6%80%80%E6%9F%94", List.of(), ""));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void parametersAreAnsweredOrRefused(Route route) throws IOException {
    String path = route.example().replaceFirst("\\?.*", "");
    Set<String> names = new TreeSet<>(route.parameters(path));
    names.addAll(List.of("format", "lang", "release", "%3Cscript%3Ealert(1)%3C/script%3E", ""));
    if (route.passesUnknownParameters()) {
      names.addAll(OF_PROTOCOLS);
    }
    for (String name : names) {
      for (String value : VALUES) {
        examine(send("GET", path + "?" + name + "=" + value, List.of(), ""));
      }
      for (String script : SCRIPTS) {
        examine(send("GET", path + "?" + name + "=" + script, List.of("Accept: text/html"), ""));
      }
      examine(send("GET", path + "?" + (name + "=1&").repeat(1_000), List.of(), ""));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void headersAndMethodsAreAnsweredOrRefused(Route route) throws IOException {
    for (String header : HEADERS) {
      examine(send("GET", route.example(), List.of(header), ""));
    }
    for (String method : List.of("TRACE", "FOO", "get", "PROPFIND", "M".repeat(5_000))) {
      assertEquals(405, send(method, route.example(), List.of(), "").status(), method);
      examine(send(method, route.example(), List.of("Accept: text/html"), ""));
    }
    assertEquals(400, send("G<script>", route.example(), List.of(), "").status());
  }

  @ParameterizedTest
  @MethodSource("routesWithBodies")
  void bodiesAreAnsweredOrRefused(Route route) throws IOException {
    String path = route.example().replaceFirst("\\?.*", "");
    for (String type : TYPES) {
      for (String body : BODIES) {
        examine(send("POST", path, List.of("Content-Type: " + type), body));
        examine(send("POST", path, List.of("Content-Type: " + type, "Accept: text/html"), body));
      }
    }
  }
}
