package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.guard.Clients;
import org.triplehelix.server.guard.DoorSettings;
import org.triplehelix.server.guard.DoorSettings.Logged;
import org.triplehelix.server.guard.Networks;
import org.triplehelix.server.pipeline.Settings;

/** Each limit of the door on a real server: who keeps it is answered, who passes it is told. */
class DoorTest {
  private static final Networks LOOPBACK = Networks.of(List.of("127.0.0.0/8"));
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(500);

  /** Of a test that waits for what a working server does at once. */
  private static final int PATIENCE_MILLIS = 120_000;

  private static Release release;
  private HelixServer server;
  private final List<Socket> sockets = new ArrayList<>();

  /** Limits that nobody reaches, but those that a test sets. */
  private static final class Lenient {
    private int rate = 1_000_000;
    private int burst = 1_000_000;
    private int clientConnections = 1_000;
    private int connections = 1_000;
    private Duration headerTime = LONG;
    private Duration idleTime = LONG;
    private Duration answerTime = LONG;
    private long sendingBytes = Long.MAX_VALUE;
    private Networks trusted = Networks.NONE;
    private String header = "X-Forwarded-For";
    private Logged logged = Logged.whole;

    DoorSettings door() {
      return new DoorSettings(
          rate,
          burst,
          clientConnections,
          connections,
          20_000,
          10_000,
          20,
          headerTime,
          idleTime,
          answerTime,
          1_000_000_000,
          sendingBytes,
          new Clients(trusted, header),
          Networks.NONE,
          logged);
    }
  }

  private record Answer(int status, String head, String body) {
    JsonObject problem() {
      assertTrue(head.contains("application/problem+json"), head);
      return JSON.parse(body);
    }

    String limit() {
      return problem().getString("limit");
    }
  }

  @BeforeAll
  static void build() {
    release = ReleaseBuilder.build(Content.at(Path.of("")));
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  private void serve(Lenient limits) {
    serve(options().within(limits.door()));
  }

  private static Options options() {
    return Options.at("127.0.0.1", 0);
  }

  private void serve(Options options) {
    server = HelixServer.start(release, new Questions(List.of()), options);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1 << 14);
    socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
    socket.setSoTimeout(PATIENCE_MILLIS);
    sockets.add(socket);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String all(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Answer answer(String text) {
    int end = text.indexOf("\r\n\r\n");
    assertTrue(end > 0, "no answer: " + text);
    return new Answer(
        Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
  }

  private static String request(String target, String... headers) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
        + "\r\n";
  }

  private Answer get(String target, String... headers) throws IOException {
    Socket socket = connect();
    write(socket, request(target, headers));
    return answer(all(socket));
  }

  private static String ask(int number) {
    return "/sparql?query=ASK%7B%3Fs%20%3Fp%20" + number + "%7D";
  }

  /** How often a limit was passed, as the server counts it. */
  private int rejections(String limit) throws IOException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("helix_rejections_total{limit=\"" + limit + "\"}"))
        .mapToInt(line -> (int) Double.parseDouble(line.replaceFirst(".* ", "")))
        .findFirst()
        .orElseThrow();
  }

  private void awaitRejection(String limit) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    while (rejections(limit) == 0) {
      assertTrue(System.nanoTime() < deadline, limit);
      Thread.sleep(100);
    }
  }

  // How often clients ask.

  /** So slow that nothing comes back while a test runs. */
  private static Lenient seldom(int burst) {
    Lenient limits = new Lenient();
    limits.rate = 1;
    limits.burst = burst;
    return limits;
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() throws IOException {
    serve(seldom(100));
    Answer last = get(ask(0));
    assertEquals(200, last.status());
    int answered = 1;
    while (last.status() == 200 && answered < 2_000) {
      last = get(ask(answered++));
    }
    assertTrue(answered >= 100, answered + " were answered");
    assertEquals(429, last.status());
    assertTrue(last.head().matches("(?s).*\r\nRetry-After: [1-9][0-9]*\r\n.*"), last.head());
    assertEquals("rate", last.limit());
    assertTrue(last.problem().getString("type").endsWith("/rate-limit"));
    assertTrue(rejections("rate") > 0);
    for (String free : List.of("/health", "/ready", "/metrics", "/assets/css/site.css")) {
      assertTrue(get(free).status() < 429, free);
    }
  }

  @Test
  void whatIsKnownAlreadyCostsLittle() throws IOException {
    serve(seldom(100));
    for (int i = 0; i < 300; i++) {
      assertEquals(200, get(ask(0)).status(), "the answer is kept");
    }
    assertEquals(0, rejections("rate"));
  }

  @Test
  void aTrustedProxyTellsItsClientsApart() throws IOException {
    Lenient limits = seldom(1);
    limits.rate = 1;
    limits.trusted = LOOPBACK;
    serve(limits);
    assertEquals(200, get(ask(1), "X-Forwarded-For: 192.0.2.1").status());
    assertEquals(200, get(ask(2), "X-Forwarded-For: 192.0.2.2").status());
    assertEquals(200, get(ask(3), "X-Forwarded-For: 2001:db8:0:1::1").status());
    assertEquals(200, get(ask(4), "X-Forwarded-For: 192.0.2.3, 127.0.0.9").status());
    assertEquals(200, get(ask(5), "Forwarded: for=192.0.2.9").status(), "the proxy's own");
  }

  /** Without a pause: of two that follow one another at once, one finds the bucket empty. */
  private boolean isRefusedSoon(String header) throws IOException {
    for (int i = 0; i < 200; i++) {
      if (get(ask(1_000 + i), header.formatted(i % 200)).status() == 429) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 198.51.100.%d, 192.0.2.1",
        "X-Forwarded-For: 2001:db8:0:1::%d",
        "Forwarded: for=198.51.100.%d",
        "X-Forwarded-For: _hidden%d"
      })
  void nobodyBecomesManyByWhatHeWrites(String header) throws IOException {
    Lenient limits = seldom(3);
    limits.trusted = LOOPBACK;
    serve(limits);
    assertTrue(isRefusedSoon(header));
  }

  @Test
  void nobodyIsBelievedWhoIsNotTrusted() throws IOException {
    serve(seldom(3));
    assertTrue(isRefusedSoon("X-Forwarded-For: 198.51.100.%d"));
  }

  @Test
  void theStandardHeaderIsReadWhereItIsChosen() throws IOException {
    Lenient limits = seldom(1);
    limits.trusted = LOOPBACK;
    limits.header = "Forwarded";
    serve(limits);
    assertEquals(200, get(ask(1), "Forwarded: for=\"[2001:db8::1]:80\";proto=https").status());
    assertEquals(200, get(ask(2), "Forwarded: for=192.0.2.4").status());
    assertEquals(200, get(ask(3), "Forwarded: for=192.0.2.5, for=127.0.0.2").status());
    assertTrue(isRefusedSoon("X-Forwarded-For: 198.51.100.%d"));
  }

  // What a request looks like.

  @ParameterizedTest
  @CsvSource({
    "15000, 1, 1, 200, ",
    "20500, 1, 1, 414, uri-bytes",
    "90000, 1, 1, 414, uri-bytes",
    "1, 8000, 1, 200, ",
    "1, 12000, 1, 431, header-bytes",
    "1, 90000, 1, 431, header-bytes",
    "1, 1, 15, 200, ",
    "1, 1, 30, 431, headers"
  })
  void requestsHaveASize(int uri, int header, int headers, int status, String limit)
      throws IOException {
    serve(new Lenient());
    List<String> lines = new ArrayList<>(List.of("X-Long: " + "x".repeat(header)));
    for (int i = 1; i < headers; i++) {
      lines.add("X-" + i + ": x");
    }
    Answer answer =
        get(
            ask(0).replace("7B%3F", "7B" + "%20".repeat(uri / 3) + "%3F"),
            lines.toArray(String[]::new));
    assertEquals(status, answer.status(), answer.body());
    if (limit != null) {
      assertEquals(limit, answer.limit());
      assertFalse(answer.problem().getString("remedy").isEmpty());
      assertEquals(1, rejections(limit));
    }
  }

  // How fast clients are.

  private static Lenient impatient() {
    Lenient limits = new Lenient();
    limits.headerTime = SHORT;
    return limits;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX: "})
  void whoseHeadersDoNotComeIsNotWaitedFor(String beginning) throws IOException {
    serve(impatient());
    Socket socket = connect();
    write(socket, beginning);
    Answer answer = answer(all(socket));
    assertEquals(408, answer.status());
    assertEquals("header-time", answer.limit());
    assertEquals(1, rejections("header-time"));
  }

  @Test
  void whoSendsHeadersDropByDropIsNotWaitedForEither() throws Exception {
    serve(impatient());
    Socket socket = connect();
    write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n");
    try {
      for (int i = 0; i < 100_000; i++) {
        write(socket, "X-" + i + ": x\r\n");
        Thread.sleep(50);
      }
    } catch (IOException closed) {
      assertTrue(rejections("header-time") > 0 || rejections("headers") > 0);
      return;
    }
    throw new AssertionError("still waited for");
  }

  @Test
  void theSecondRequestOfAConnectionHasItsTimeToo() throws Exception {
    serve(impatient());
    Socket socket = connect();
    write(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertEquals('H', socket.getInputStream().read());
    write(socket, "GET /health HT");
    assertTrue(all(socket).contains("HTTP/1.1 408"));
  }

  @Test
  void idleConnectionsAreClosed() throws Exception {
    Lenient limits = new Lenient();
    limits.idleTime = SHORT;
    serve(limits);
    Socket socket = connect();
    write(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    String answer = all(socket);
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertFalse(answer.contains("408"), answer);
  }

  @Test
  void whoseBodyComesTooSlowlyIsTold() throws Exception {
    Settings usual = Settings.ofThisMachine();
    serve(
        options()
            .within(new Lenient().door())
            .within(
                new Settings(
                    100, SHORT, 1, usual.keepBackBytes(), usual.cacheBytes(), 2, 2, 10, LONG, 10)));
    String head =
        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query";
    Socket slow = connect();
    write(slow, head + "\r\nContent-Length: 20\r\n\r\nASK");
    Answer answer = answer(all(slow));
    assertEquals(408, answer.status());
    assertEquals("body-time", answer.limit());
    Socket long_ = connect();
    write(long_, head + "\r\nContent-Length: 101\r\n\r\n");
    Answer tooLong = answer(all(long_));
    assertEquals(413, tooLong.status());
    assertEquals("body-bytes", tooLong.limit());
    Socket well = connect();
    write(well, head + "\r\nConnection: close\r\nContent-Length: 9\r\n\r\nASK {} # ");
    assertEquals(200, answer(all(well)).status());
    assertEquals(1, rejections("body-time"));
    assertEquals(1, rejections("body-bytes"));
  }

  private static final String LARGE =
      "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%20";

  @Test
  void whoDoesNotTakeItsAnswerIsNotWaitedFor() throws Exception {
    Lenient limits = new Lenient();
    limits.answerTime = SHORT;
    serve(limits);
    write(connect(), request(LARGE + 40_000));
    awaitRejection("answer-time");
    assertEquals(200, get(ask(1)).status());
  }

  @Test
  void theSlowestGoesWhereTooMuchWaitsToBeSent() throws Exception {
    Lenient limits = new Lenient();
    limits.sendingBytes = 12_000_000;
    Settings usual = Settings.ofThisMachine();
    serve(
        options()
            .within(limits.door())
            .within(
                new Settings(
                    100, LONG, 1, 1 << 24, 1 << 26, 2, 2, usual.queue(), LONG, usual.waiting())));
    for (int i = 0; i < 6; i++) {
      write(connect(), request(LARGE + (30_000 + i)));
    }
    awaitRejection("sending-bytes");
    assertEquals(200, get(ask(1)).status());
  }

  // How many come.

  @Test
  void aClientHasSoManyConnections() throws Exception {
    Lenient limits = new Lenient();
    limits.clientConnections = 3;
    serve(limits);
    for (int i = 0; i < 3; i++) {
      Socket kept = connect();
      write(kept, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertEquals('H', kept.getInputStream().read());
    }
    Answer answer = get("/health");
    assertEquals(429, answer.status());
    assertEquals("client-connections", answer.limit());
    for (Socket socket : sockets) {
      socket.close();
    }
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    while (get("/health").status() != 200) {
      assertTrue(System.nanoTime() < deadline, "the others have gone");
      Thread.sleep(50);
    }
    assertTrue(rejections("client-connections") > 0);
  }

  @Test
  void allHaveSoManyConnections() throws Exception {
    Lenient limits = new Lenient();
    limits.connections = 3;
    serve(limits);
    for (int i = 0; i < 3; i++) {
      Socket kept = connect();
      write(kept, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertEquals('H', kept.getInputStream().read());
    }
    Answer answer = get("/health");
    assertEquals(503, answer.status());
    assertEquals("connections", answer.limit());
    assertTrue(answer.head().contains("\r\nConnection: close"), answer.head());
  }

  // Who may read the metrics, and what every answer says to browsers.

  @Test
  void metricsAreForThisMachineAndNoProxyOnIt() throws IOException {
    serve(options().within(new Lenient().door()).metricsFor("s3cret"));
    assertEquals(200, get("/metrics").status());
    for (String header :
        List.of(
            "X-Forwarded-For: 127.0.0.1",
            "Forwarded: for=127.0.0.1",
            "X-Real-IP: 127.0.0.1",
            "Via: 1.1 x",
            "X-Forwarded-Proto: https",
            "Authorization: Bearer wrong")) {
      boolean token = header.startsWith("Auth");
      assertEquals(token ? 200 : 403, get("/metrics", header).status(), header);
      String proxied = "X-Forwarded-For: 192.0.2.1";
      assertEquals(403, get("/metrics", header, proxied).status(), header);
    }
    assertEquals(
        200,
        get("/metrics", "X-Forwarded-For: 192.0.2.1", "Authorization: Bearer s3cret").status());
    Socket old = connect();
    write(old, "GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n");
    assertEquals(403, answer(all(old)).status());
    Socket rebound = connect();
    write(rebound, "GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertEquals(403, answer(all(rebound)).status());
  }

  @Test
  void aTrustedProxyIsNotThisMachineWhateverItLeavesOut() throws IOException {
    Lenient limits = new Lenient();
    limits.trusted = LOOPBACK;
    serve(limits);
    assertEquals(403, get("/metrics").status());
  }

  private static final List<String> EVERY_KIND =
      List.of(
          "GET / HTTP/1.1",
          "GET /assets/css/site.css HTTP/1.1",
          "GET /health HTTP/1.1",
          "GET /nowhere HTTP/1.1",
          "OPTIONS /sparql HTTP/1.1",
          "DELETE /sparql HTTP/1.1",
          "GET /id/london HTTP/1.1",
          "GET /metrics HTTP/1.1\r\nVia: 1.1 x",
          "GET /a%zz HTTP/1.1",
          "GET / HTTP/1.1\r\nIf-None-Match: *",
          "GET /?x=1 HTTP/1.1\r\nAccept: text/html");

  @Test
  void everyKindOfAnswerHasTheHeadersThatProtect() throws IOException {
    serve(options().within(new Lenient().door()));
    for (String kind : EVERY_KIND) {
      String head = head(kind);
      for (String header :
          List.of(
              "X-Content-Type-Options: nosniff",
              "Referrer-Policy: no-referrer",
              "Content-Security-Policy: default-src 'none'",
              "X-Frame-Options: ",
              "Cross-Origin-Resource-Policy: cross-origin",
              "Cross-Origin-Opener-Policy: same-origin")) {
        assertTrue(head.contains("\r\n" + header), kind + "\n" + header + "\n" + head);
      }
      assertFalse(head.contains("\r\nServer:"), head);
      assertFalse(head.contains("Strict-Transport-Security"), "not over http: " + head);
    }
  }

  @Test
  void behindHttpsBrowsersAreToldToStayThere() throws IOException {
    serve(options().within(new Lenient().door()).under("https://graph.example.org"));
    for (String kind : EVERY_KIND) {
      if (!kind.contains("%zz")) {
        String head = head(kind);
        assertTrue(head.contains("\r\nStrict-Transport-Security: max-age="), kind + "\n" + head);
      }
    }
  }

  private String head(String kind) throws IOException {
    Socket socket = connect();
    write(socket, kind + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return answer(all(socket)).head();
  }

  // What the log has.

  private static final String ENDLESS =
      "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff."
          + "%3Fg%20%3Fh%20%3Fi%7D";

  @Test
  void theLogTellsOutcomesAndNoSecrets() throws IOException {
    Lenient limits = new Lenient();
    limits.trusted = LOOPBACK;
    limits.logged = Logged.network;
    var log = new ByteArrayOutputStream();
    serve(options().within(limits.door()).metricsFor("s3cret").loggingTo(log));
    String from = "X-Forwarded-For: 192.0.2.77";
    assertEquals(200, get(LARGE + 7, from).status());
    assertEquals(200, get(LARGE + 7, from).status());
    assertEquals(200, get("/metrics", from, "Authorization: Bearer s3cret").status());
    assertEquals(503, get(ENDLESS + "&timeout=0.001", from).status());
    get("/report?about=id/london&what=private", from);
    server.close();
    String text = log.toString(StandardCharsets.UTF_8);
    List<JsonObject> lines = text.lines().map(JSON::parse).toList();
    assertEquals(5, lines.size(), text);
    for (JsonObject line : lines) {
      assertEquals("192.0.2.0/24", line.getString("client"));
      assertTrue(line.hasKey("time") && line.hasKey("id") && line.hasKey("micros"), text);
    }
    assertEquals(7, lines.get(0).getNumber("rows").intValue());
    assertEquals(7, lines.get(1).getNumber("rows").intValue());
    assertEquals("cache", lines.get(1).getString("from"));
    assertEquals("/metrics", lines.get(2).getString("route"));
    assertEquals("timeout", lines.get(3).getString("limit"));
    assertEquals("time-limit", lines.get(3).getString("problem"));
    assertEquals("/report", lines.get(4).getString("target"));
    assertFalse(text.contains("s3cret") || text.contains("private"), text);
  }

  // Whether requests are to be sent at all.

  @Test
  void notReadyBeforeWhatFirstSearchesNeedIsThere() throws Exception {
    serve(options().within(new Lenient().door()).preparing());
    Answer early = get("/ready");
    assertEquals(503, early.status());
    assertTrue(early.problem().getString("type").endsWith("/not-ready"));
    assertEquals(200, get("/health").status(), "it lives all the same");
    server.prepare();
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
    while (get("/ready").status() != 200) {
      assertTrue(System.nanoTime() < deadline, "never ready");
      Thread.sleep(100);
    }
  }
}
