package org.triplehelix.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.report.FiledReport;
import org.triplehelix.report.Receipt;
import org.triplehelix.report.Report;
import org.triplehelix.report.ReportFolder;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** Readers report errors on the real content, over HTTP. */
class ReportingTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String JOBS = "https://w3id.org/triplehelix/figure/lb-s014-jobs";
  private static final String HTML = "text/html,*/*;q=0.1";
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir static Path folder;
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();
  private static HelixServer server;

  private static HelixServer server() {
    if (server == null) {
      server = start(folder, 100_000);
    }
    return server;
  }

  private static HelixServer start(Path reports, int perHour) {
    Options options =
        Options.at("127.0.0.1", 0).loggingTo(new PrintStream(LOG, true, StandardCharsets.UTF_8));
    if (reports != null) {
      options.taking(ReportLog.open(reports), perHour);
    }
    return HelixServer.start(RELEASE, Questions.in(CONTENT), options);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static HttpResponse<String> send(HelixServer to, String path, String body, String... h) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + to.port() + path));
    if (h.length > 0) {
      request.headers(h);
    }
    if (body != null) {
      request.POST(BodyPublishers.ofString(body));
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String path) {
    return send(server(), path, null, "Accept", HTML);
  }

  private static HttpResponse<String> json(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send(server(), "/api/reports", body, all);
  }

  private static HttpResponse<String> form(String body, String... headers) {
    String[] all = new String[headers.length + 4];
    all[0] = "Content-Type";
    all[1] = FORM;
    all[2] = "Accept";
    all[3] = HTML;
    System.arraycopy(headers, 0, all, 4, headers.length);
    return send(server(), "/report", body, all);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonObject problem(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    return JSON.parse(answer.body());
  }

  private static int kept() {
    return new ReportFolder(folder).all().size();
  }

  private static List<String> faulty(HttpResponse<String> answer) {
    return problem(422, answer).get("errors").getAsArray().stream()
        .map(JsonValue::getAsObject)
        .map(error -> error.getString("field"))
        .sorted()
        .toList();
  }

  private static FiledReport kept(String receipt) {
    return new ReportFolder(folder).get(receipt);
  }

  @Test
  void aReportInJsonIsKeptWhole() {
    HttpResponse<String> answer =
        json(
            "{\"about\": \""
                + JOBS
                + "\", \"what\": \"错了\\r\\nso\", \"should\": null,"
                + " \"why\": \"\\uD83D\\uDE00\", \"source\": \"https://example.org/\"}");
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    JsonObject told = JSON.parse(answer.body());
    FiledReport kept = kept(told.getString("receipt"));
    assertEquals(new Report(JOBS, "错了\nso", "", "😀", "https://example.org/"), kept.report());
    assertEquals(RELEASE.hash(), kept.release());
    assertEquals(RELEASE.hash(), told.getString("release"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        JOBS,
        "/figure/lb-s014-jobs",
        "figure/lb-s014-jobs",
        "/page/figure/lb-s014-jobs?lang=zh#use",
        "figure:lb-s014-jobs"
      })
  void itIsNamedAsReadersSeeIt(String about) {
    HttpResponse<String> answer = json("{\"about\":\"" + about + "\",\"what\":\"x\"}");
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(JOBS, JSON.parse(answer.body()).getString("about"));
  }

  @Test
  void addressesOfThisServerAreNamesToo() {
    String about = "http://localhost:" + server().port() + "/page/figure/lb-s014-jobs";
    assertEquals(201, json("{\"about\":\"" + about + "\",\"what\":\"x\"}").statusCode());
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    int before = kept();
    HttpResponse<String> answer =
        json("{\"abuot\":\"x\",\"what\":\" \",\"why\":3,\"about\":\"figure/lb-s014-job\"}");
    assertEquals(List.of("about", "abuot", "what", "why"), faulty(answer));
    assertTrue(answer.body().contains("figure/lb-s014-jobs"), answer.body());
    assertTrue(answer.body().contains("Did you mean about?"), answer.body());
    assertEquals(List.of("about", "what"), faulty(json("{}")));
    assertEquals(
        List.of("about"), faulty(json("{\"about\":\"https://example.org/\",\"what\":\"x\"}")));
    assertEquals(List.of("what"), faulty(json("{\"about\":\"id/london\",\"what\":\"a\\u0000b\"}")));
    assertEquals(List.of("what"), faulty(json("{\"about\":\"id/london\",\"what\":\"\\ud800\"}")));
    assertEquals(
        List.of("what"), faulty(json("{\"about\":\"id/london\",\"what\":\"x\",\"what\":\"y\"}")));
    assertEquals(before, kept());
  }

  @Test
  void textsAreAsLongAsTheyMayBeAndNoLonger() {
    String most = "国".repeat(4_000);
    String about = "{\"about\":\"id/london\",\"what\":\"";
    assertEquals(201, json(about + most + "\"}").statusCode());
    assertEquals(List.of("what"), faulty(json(about + most + "国\"}")));
    assertEquals(201, json(about + "😀".repeat(4_000) + "\"}").statusCode());
    assertEquals(
        List.of("source"), faulty(json(about + "x\",\"source\":\"" + "s".repeat(1_001) + "\"}")));
    String all = "&should=" + encoded(most) + "&why=" + encoded(most);
    assertEquals(303, form("about=id/london&what=" + encoded(most) + all).statusCode());
    problem(413, json(about + "x".repeat(200_000) + "\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"about\":\"x\",\n \"what\" \"y\"}", "{'a':1}", "{} x", "nope"})
  void whatIsNoJsonIsToldWithItsPlace(String body) {
    JsonObject problem = problem(400, json(body));
    assertTrue(problem.hasKey("line"), problem.toString());
    if (body.contains("\n")) {
      assertEquals(2, problem.getNumber("line").intValue());
      int column = problem.getNumber("column").intValue();
      assertTrue(column == 9 || column == 10, "the second text, or behind its quotation mark");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "3"})
  void whatIsNoObjectIsTold(String body) {
    assertTrue(problem(400, json(body)).getString("detail").contains("no JSON object"));
  }

  @Test
  void otherMediaTypesAreRefusedWithThoseThatAreTaken() {
    HttpResponse<String> xml =
        send(server(), "/api/reports", "<a/>", "Content-Type", "application/xml");
    problem(415, xml);
    assertTrue(xml.headers().firstValue("Accept-Post").orElseThrow().contains("json"));
    problem(415, send(server(), "/api/reports", "{}"));
    problem(415, send(server(), "/report", "{}", "Content-Type", "application/json"));
  }

  @Test
  void aFormLeadsToItsReceipt() {
    HttpResponse<String> answer =
        form("about=figure/lb-s014-jobs&what=" + encoded("数字\r\n有误") + "&should=&lang=zh");
    assertEquals(303, answer.statusCode(), answer.body());
    String location = answer.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> page = get(location);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<html lang=\"zh\">"));
    String receipt = location.replaceAll(".*receipt=|&.*", "");
    assertTrue(page.body().contains(receipt));
    assertEquals("数字\n有误", kept(receipt).report().what());
    assertEquals(400, get(location.replace("receipt=2", "receipt=1")).statusCode());
  }

  @Test
  void aFormAtTheAddressForProgramsIsAnsweredAsIsAsked() {
    String body = "about=id/london&what=x";
    assertEquals(201, send(server(), "/api/reports", body, "Content-Type", FORM).statusCode());
    assertEquals(
        303,
        send(server(), "/api/reports", body, "Content-Type", FORM, "Accept", HTML).statusCode());
  }

  @Test
  void whatWasTypedStaysWhenSomethingIsWrong() {
    String typed = "<script>alert(1)</script> & \"more\"";
    for (String language : List.of("zh", "en")) {
      HttpResponse<String> answer =
          form("about=id/londn&what=&why=" + encoded(typed) + "&lang=" + language);
      assertEquals(422, answer.statusCode());
      String page = answer.body();
      assertTrue(page.contains("<html lang=\"" + language + "\">"), page);
      assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"more\""), page);
      assertTrue(page.contains("id=\"fault-what\"") && page.contains("id=\"fault-about\""), page);
      assertFalse(page.contains("id=\"fault-why\""), page);
      assertTrue(page.contains("id/london"), page);
      assertTrue(page.contains(language.equals("zh") ? "请填写此项" : "Please fill this in"), page);
    }
  }

  @Test
  void theFormSaysWhatItIsAbout() {
    String english = get("/report?about=figure/lb-s014-jobs&lang=en").body();
    assertTrue(english.contains("318,480"), english);
    assertTrue(english.contains("London: jobs, digital technology"), english);
    assertTrue(english.contains("/page/source/london-beijing/s014"), english);
    assertTrue(english.contains("What is wrong?"), english);
    assertTrue(english.contains("name=\"robots\" content=\"noindex\""), english);
    String chinese = get("/report?about=figure/lb-s014-jobs&lang=zh").body();
    assertTrue(chinese.contains("哪里有误？") && chinese.contains("伦敦：就业岗位"), chinese);
    assertFalse(chinese.contains("Report an error") || chinese.contains("optional"), chinese);
    assertEquals(404, get("/report?about=figure/lb-s014-job").statusCode());
    assertEquals(200, get("/report").statusCode());
    assertEquals(
        "same-origin",
        get("/report").headers().firstValue("Referrer-Policy").orElseThrow(),
        "else browsers say Origin: null of our own form");
    assertTrue(
        get("/report")
            .headers()
            .firstValue("Content-Security-Policy")
            .orElseThrow()
            .contains("form-action 'self'"));
  }

  @Test
  void pagesOfOtherOriginsCannotReport() {
    int before = kept();
    String body = "about=id/london&what=x";
    for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      assertEquals(403, form(body, "Origin", origin).statusCode(), origin);
      assertEquals(
          403, json("{\"about\":\"id/london\",\"what\":\"x\"}", "Origin", origin).statusCode());
    }
    assertEquals(403, form(body, "Sec-Fetch-Site", "cross-site").statusCode());
    assertEquals(403, form(body, "Sec-Fetch-Site", "same-site").statusCode());
    assertEquals(before, kept());
    assertEquals(303, form(body, "Sec-Fetch-Site", "same-origin").statusCode());
    String own = "http://localhost:" + server().port();
    assertEquals(303, form(body, "Origin", own).statusCode());
    assertEquals(before + 2, kept());
  }

  @Test
  void nothingOfTheReaderIsKept() throws IOException {
    String secret = "only-once-" + System.nanoTime();
    form("about=id/london&what=" + secret, "User-Agent", "agent-" + secret);
    json("{\"about\":\"id/london\",\"what\":\"" + secret + "\"}");
    String file = Files.readString(folder.resolve("reports.jsonl"));
    assertTrue(file.contains(secret));
    assertFalse(file.contains("agent-") || file.contains("127.0.0.1"), "who reported");
    assertFalse(LOG.toString(StandardCharsets.UTF_8).contains(secret), "the log has the text");
  }

  @Test
  void programsReadWhatAReportConsistsOf() {
    HttpResponse<String> answer = send(server(), "/api/reports", null);
    assertEquals(200, answer.statusCode());
    JsonObject first = JSON.parse(answer.body()).get("fields").getAsArray().get(0).getAsObject();
    assertEquals("about", first.getString("name"));
    assertEquals(1_000, first.getNumber("maxLength").intValue());
  }

  @Test
  void aClientThatSendsTooManyWaits(@TempDir Path other) {
    try (HelixServer slow = start(other, 2)) {
      String body = "about=id/london&what=mine";
      for (int i = 0; i < 2; i++) {
        assertEquals(201, send(slow, "/api/reports", body, "Content-Type", FORM).statusCode());
      }
      HttpResponse<String> third = send(slow, "/api/reports", body, "Content-Type", FORM);
      problem(429, third);
      long wait = Long.parseLong(third.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(wait > 1_700 && wait <= 1_800, () -> wait + " s");
      HttpResponse<String> page = send(slow, "/report", body, "Content-Type", FORM, "Accept", HTML);
      assertEquals(429, page.statusCode());
      assertTrue(page.headers().firstValue("Retry-After").isPresent());
      assertTrue(page.body().contains("mine</textarea>"), page.body());
      assertEquals(422, send(slow, "/api/reports", "what=x", "Content-Type", FORM).statusCode());
      String metrics = send(slow, "/metrics", null).body();
      assertTrue(
          metrics.contains("helix_reports_total{outcome=\"accepted\",reason=\"\"} 2.0"), metrics);
      assertTrue(metrics.contains("reason=\"too-many-requests\"} 2.0"), metrics);
      assertTrue(metrics.contains("reason=\"invalid\"} 1.0"), metrics);
    }
    assertEquals(2, new ReportFolder(other).all().size());
  }

  @Test
  void whatCannotBeKeptIsRefusedWithTheReason(@TempDir Path other) throws IOException {
    try (HelixServer broken = start(other, 10)) {
      Files.delete(other.resolve("reports.jsonl"));
      JsonObject problem =
          problem(
              503, send(broken, "/api/reports", "about=id/london&what=x", "Content-Type", FORM));
      assertTrue(problem.getString("detail").contains("was not kept"), problem.toString());
      HttpResponse<String> page =
          send(
              broken, "/report", "about=id/london&what=mine", "Content-Type", FORM, "Accept", HTML);
      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("mine</textarea>"), page.body());
    }
  }

  @Test
  void withoutAFolderNothingIsTakenAndNothingLeadsThere() {
    try (HelixServer without = start(null, 10)) {
      for (String path : List.of("/report", "/api/reports", "/report/received")) {
        JsonObject problem = problem(404, send(without, path, null));
        assertTrue(problem.getString("detail").contains("takes no reports"), path);
        assertTrue(problem.getString("remedy").contains("--reports"), path);
      }
      problem(404, send(without, "/report", "about=id/london&what=x", "Content-Type", FORM));
      for (String path : LINKED) {
        String page = send(without, path, null, "Accept", HTML).body();
        assertFalse(page.contains("/report?about="), path);
      }
      assertFalse(send(without, "/api/openapi.json", null).body().contains("/api/reports"));
    }
  }

  private static final List<String> LINKED =
      List.of(
          "/page/id/london?lang=zh",
          "/page/figure/lb-s014-jobs?lang=zh",
          "/page/source/london-beijing/s014?lang=zh",
          "/figures?place=london&lang=zh",
          "/compare?places=london,beijing&lang=zh",
          "/disagreements?lang=zh",
          "/lessons?lang=zh",
          "/timeline?lang=zh");

  @Test
  void everyPageWithEvidenceLeadsToTheForm() {
    for (String path : LINKED) {
      HttpResponse<String> page = get(path);
      assertEquals(200, page.statusCode(), path);
      assertTrue(page.body().contains("报告错误</a>"), path);
      String link = page.body().replaceFirst("(?s).*?href=\"(/report\\?about=[^\"]+)\".*", "$1");
      HttpResponse<String> form = get(link.replace("&amp;", "&"));
      assertEquals(200, form.statusCode(), link);
      assertTrue(form.body().contains("<html lang=\"zh\">"), link);
    }
    assertTrue(get(LINKED.get(0)).body().contains("指出本页的错误"));
    assertTrue(get(LINKED.get(2)).body().contains("about=/page/figure/lb-s014-jobs&amp;"));
    assertTrue(get(LINKED.get(1)).body().contains("/report?about=figure/lb-s014-jobs&amp;"));
    assertTrue(
        get("/page/source/london-beijing/s014?lang=en").body().contains("Report an error</a>"));
  }

  @Test
  void theReceiptTellsMistypedDigits() {
    HttpResponse<String> answer = form("about=id/london&what=x&lang=en");
    String receipt =
        answer.headers().firstValue("Location").orElseThrow().replaceAll(".*receipt=|&.*", "");
    assertTrue(Receipt.parse(receipt).isPresent());
  }
}
