package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;

/**
 * Bytes that are no good HTTP: each is answered or the connection is closed, never by a fault of
 * ours, and the server answers afterwards. {@code -Dfuzz.requests=N} sends more by chance.
 */
class RawRequestsTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 500);
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
  private static final Pattern INSIDE =
      Pattern.compile("\\bat (org|java)\\.|Exception\\b|(?i)jetty|fuseki");

  private static final String HOST = "Host: x\r\nConnection: close\r\n";
  private static final String ASK = "query=ASK%7B%7D";
  private static final String POST =
      "POST /sparql HTTP/1.1\r\n" + HOST + "Content-Type: application/x-www-form-urlencoded\r\n";

  /** What is well written, and is then damaged by chance. */
  private static final List<String> GOOD =
      List.of(
          "GET /health HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /ready HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /id/london?release=000000000000 HTTP/1.1\r\n" + HOST + "Accept: text/html\r\n\r\n",
          "GET /dump/latest/../x HTTP/1.1\r\n" + HOST + "Range: bytes=0-9,20-\r\n\r\n",
          "HEAD /sparql?" + ASK + " HTTP/1.1\r\n" + HOST + "If-None-Match: \"x\", W/\"y\"\r\n\r\n",
          "OPTIONS /sparql HTTP/1.1\r\n" + HOST + "Origin: http://e\r\n\r\n",
          POST + "Content-Length: 15\r\n\r\n" + ASK,
          POST + "Transfer-Encoding: chunked\r\n\r\nf\r\n" + ASK + "\r\n0\r\n\r\n",
          "POST /api/reports HTTP/1.1\r\n"
              + HOST
              + "Content-Type: application/json\r\n"
              + "Content-Length: 28\r\n\r\n{\"about\":\"id/london\",\"what\":1}");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What comes back until the connection ends, or nothing more comes; the client sends no more. */
  private static String answer(byte[] request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
      socket.setSoTimeout(60_000);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("hangs: " + beginning(request), e);
      } catch (SocketException e) {
        // closed while we were still sending
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static String beginning(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    return text.substring(0, Math.min(300, text.length()));
  }

  /** The status of the first answer; 0 if the connection was closed without any. */
  private static int examined(byte[] request) throws IOException {
    String answer = answer(request);
    String what = beginning(request) + "\n→ " + answer.substring(0, Math.min(600, answer.length()));
    if (answer.isEmpty()) {
      return 0;
    }
    var status = STATUS.matcher(answer);
    assertTrue(status.lookingAt(), what);
    int code = Integer.parseInt(status.group(1));
    assertTrue(code < 500 || code == 501 || code == 505, what);
    if (code >= 400) {
      assertFalse(INSIDE.matcher(answer).find(), what);
    }
    return code;
  }

  private static void answersStill() throws IOException {
    assertEquals(200, examined(bytes(GOOD.get(0))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET /health\r\n\r\n",
        "GET /health HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /health HTTQ/1.1\r\nHost: x\r\n\r\n",
        "GET health HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /hea lth HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /health HTTP/1.1\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x:99999\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
        "GET /health HTTP/1.1\r\n Host: x\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x\r\nNo colon\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x\r\nA name: y\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: x\r\nX: \u0000\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://evil.example:x/health HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET file:///etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffff\r\nab",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\nab",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
      })
  void whatIsNoHttpIsRefused(String request) throws IOException {
    int status = examined(bytes(request));
    assertTrue(status == 0 || status >= 400, status + " " + request);
    answersStill();
  }

  @ParameterizedTest
  @CsvSource({
    "GET  /health  HTTP/1.1, 200",
    "GET //health HTTP/1.1, 400",
    "GET /health/ HTTP/1.1, 404",
    "GET http://x/health HTTP/1.1, 200",
    "GET http://evil.example/health HTTP/1.1, 400",
    "GET /health HTTP/1.0, 200",
  })
  void whatIsUnusualHasItsMeaning(String line, int status) throws IOException {
    assertEquals(status, examined(bytes(line + "\r\n" + HOST + "\r\n")));
  }

  @Test
  void theServerAsAWholeTellsItsMethods() throws IOException {
    String request = "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n";
    assertEquals(204, examined(bytes(request)));
    assertTrue(answer(bytes(request)).contains("\r\nAllow: GET, HEAD, OPTIONS, POST\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Encoding: identity, UTF-8, 200",
    "Content-Encoding: gzip, UTF-8, 415",
    "Content-Encoding: br, UTF-8, 415",
    "Transfer-Encoding: chunked, UTF-8, 200",
    "'Transfer-Encoding: gzip, chunked', UTF-8, 400",
    "X: y, us-ascii, 200",
    "X: y, UTF-16, 415",
  })
  void aBodyIsNotTakenForWhatItIsNot(String coding, String charset, int status) throws IOException {
    boolean chunked = coding.endsWith("chunked");
    String head =
        "POST /sparql HTTP/1.1\r\n"
            + HOST
            + "Content-Type: application/sparql-query; charset="
            + charset
            + "\r\n"
            + coding
            + "\r\n"
            + (chunked ? "" : "Content-Length: 5\r\n");
    String body = chunked ? "5\r\nASK{}\r\n0\r\n\r\n" : "ASK{}";
    assertEquals(status, examined(bytes(head + "\r\n" + body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /health HTTP/2.0", "GET /health HTTP/1.2", "GET /health"})
  void anotherVersionOfHttpIsNoFaultOfOurs(String line) throws IOException {
    byte[] request = bytes(line + "\r\n" + HOST + "\r\n");
    assertEquals(505, examined(request));
    assertFalse(answer(request).contains("The server failed"));
  }

  @Test
  void aTunnelIsRefusedAndItsConnectionClosed() throws IOException {
    byte[] request = bytes("CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n");
    assertEquals(405, examined(request));
    assertTrue(answer(request).contains("\r\nConnection: close\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"})
  void whatIsNoPathIsToldWithTheHeadersThatProtect(String method) throws IOException {
    String answer = answer(bytes(method + " /%5Cevil HTTP/1.1\r\n" + HOST + "\r\n"));
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("\r\nContent-Security-Policy: "), answer);
    assertTrue(answer.contains("\"status\" : 400"), answer);
  }

  @Test
  void whatIsWrongIsToldOnce() throws IOException {
    String answer = answer(bytes("GET /%zz HTTP/1.1\r\n" + HOST + "\r\n"));
    assertTrue(answer.contains("\"The request cannot be read.\""), answer);
  }

  @Test
  void whatIsOverlongIsRefused() throws IOException {
    String a = "a".repeat(200_000);
    assertEquals(414, examined(bytes("GET /" + a + " HTTP/1.1\r\n" + HOST + "\r\n")));
    assertEquals(431, examined(bytes("GET / HTTP/1.1\r\n" + HOST + "X: " + a + "\r\n\r\n")));
    assertEquals(
        431, examined(bytes("GET / HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(500) + "\r\n")));
    assertNotEquals(200, examined(bytes(a + " / HTTP/1.1\r\n" + HOST + "\r\n")));
    answersStill();
  }

  @Test
  void requestsDamagedByChanceAreAnsweredOrRefused() throws IOException {
    int refused = 0;
    for (int seed = 0; seed < REQUESTS; seed++) {
      byte[] good = bytes(GOOD.get(seed % GOOD.size()));
      int status = examined(damaged(good, new Random(seed)));
      refused += status == 0 || status >= 400 ? 1 : 0;
    }
    assertTrue(refused > REQUESTS / 5, refused + " were refused");
    assertTrue(refused < REQUESTS, "some are well written all the same");
    answersStill();
  }

  private static byte[] damaged(byte[] request, Random random) {
    List<String> pieces =
        List.of(
            "\r\n",
            "\n",
            "\r",
            "\u0000",
            " ",
            ":",
            "//",
            "%00",
            "%2e%2e/",
            "%",
            "\t",
            "\u00ff",
            "Host: y\r\n",
            "Content-Length: 3\r\n",
            "Transfer-Encoding: chunked\r\n",
            "?",
            "#",
            ";",
            "Expect: 100-continue\r\n",
            "Connection: Upgrade\r\nUpgrade: h2c\r\n",
            "0\r\n\r\n");
    StringBuilder text = new StringBuilder(new String(request, StandardCharsets.ISO_8859_1));
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.setCharAt(at, (char) random.nextInt(256));
        case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
        default -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
      }
      if (text.length() == 0) {
        text.append("\r\n");
      }
    }
    return bytes(text.toString());
  }
}
