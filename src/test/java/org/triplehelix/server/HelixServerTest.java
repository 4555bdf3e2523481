package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.query.run.Limits;
import org.triplehelix.source.BadInputException;

/** The real data on a real server at a free port. */
class HelixServerTest {
  private static final Questions NO_QUESTIONS = new Questions(List.of());
  private static final String JOBS =
      """
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX indicator: <https://w3id.org/triplehelix/concept/indicators/>
      PREFIX sector: <https://w3id.org/triplehelix/concept/sectors/>
      PREFIX sosa: <http://www.w3.org/ns/sosa/>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      SELECT ?jobs ?asWritten ?passage {
        ?figure sosa:hasFeatureOfInterest id:london ; sosa:observedProperty indicator:jobs ;
          th:category sector:digital-technology ; sosa:hasSimpleResult ?jobs ;
          th:asWritten ?asWritten ; th:statedIn ?passage
      }""";
  private static final String TEXT =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX text: <http://jena.apache.org/text#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      """;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Release release;
  private static HelixServer server;

  @BeforeAll
  static void start() {
    release = ReleaseBuilder.build(Content.at(Path.of("")));
    server = HelixServer.start(release, NO_QUESTIONS, options("127.0.0.1", 0));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> ask(String query, String accept) {
    return send(to("/sparql?query=" + encode(query)).header("Accept", accept));
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  @Test
  void getAnswersTheFirstQuestion() {
    HttpResponse<String> answer = ask(JOBS, "text/csv");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "jobs,asWritten,passage\r\n"
            + "318480,\"318,480个工作岗位\","
            + "https://w3id.org/triplehelix/source/london-beijing/s014\r\n",
        answer.body());
  }

  @Test
  void bothFormsOfPostAnswerTheSame() {
    String expected = ask(JOBS, "text/csv").body();
    HttpResponse<String> form =
        send(
            to("/sparql")
                .header("Accept", "text/csv")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("query=" + encode(JOBS))));
    assertEquals(expected, form.body());
    HttpResponse<String> direct =
        send(
            to("/sparql")
                .header("Accept", "text/csv")
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(JOBS)));
    assertEquals(expected, direct.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values"
      })
  void rowsComeInTheFormatAskedFor(String accept) {
    HttpResponse<String> answer = ask(JOBS, accept);
    assertEquals(200, answer.statusCode());
    assertEquals(accept, type(answer));
    assertTrue(answer.body().contains("318480"), answer.body());
    assertTrue(answer.body().contains("个工作岗位"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml"
      })
  void graphsComeInTheFormatAskedFor(String accept) {
    HttpResponse<String> answer =
        ask("CONSTRUCT WHERE { <https://w3id.org/triplehelix/id/london> ?p ?o }", accept);
    assertEquals(200, answer.statusCode());
    assertEquals(accept, type(answer));
    Lang lang = RDFLanguages.contentTypeToLang(accept);
    long size = RDFParser.fromString(answer.body(), lang).toGraph().size();
    assertTrue(size > 10, accept + " has " + size);
    assertEquals(
        size,
        RDFParser.fromString(
                ask(
                        "CONSTRUCT WHERE { <https://w3id.org/triplehelix/id/london> ?p ?o }",
                        "text/turtle")
                    .body(),
                Lang.TURTLE)
            .toGraph()
            .size());
  }

  @Test
  void everyPlainTripleOfAReadingLeadsToItsPassage() {
    HttpResponse<String> answer =
        ask(
            """
            PREFIX id: <https://w3id.org/triplehelix/id/>
            PREFIX org: <http://www.w3.org/ns/org#>
            SELECT ?passage { id:o2 org:subOrganizationOf ?o
              GRAPH ?passage { id:o2 org:subOrganizationOf ?o } }""",
            "text/csv");
    assertEquals(
        "passage\r\nhttps://w3id.org/triplehelix/source/london-beijing/s016\r\n", answer.body());
  }

  @Test
  void chineseIsFoundByItsCharactersAndEnglishByItsWords() {
    String chinese =
        ask(
                TEXT
                    + "SELECT ?s { (?s ?score) text:query (rdfs:label \"\\\"金三角\\\"\" 'lang:zh') }",
                "text/csv")
            .body();
    assertEquals("s\r\nhttps://w3id.org/triplehelix/id/golden-triangle\r\n", chinese);
    String english =
        ask(
                TEXT
                    + "SELECT ?s { (?s ?score) text:query (rdfs:label \"accelerators\" 'lang:en') }",
                "text/csv")
            .body();
    assertTrue(english.contains("accelerator-programme"), english);
    String inPassage =
        ask(
                TEXT
                    + "SELECT ?g { GRAPH ?g { (?s ?score) text:query (th:asWritten \"\\\"科技独角兽\\\"\" 'lang:zh')"
                    + " } }",
                "text/csv")
            .body();
    assertEquals("g\r\nhttps://w3id.org/triplehelix/source/london-beijing/s008\r\n", inPassage);
  }

  @Test
  void badTextQueryIsTheAskersFault() {
    HttpResponse<String> answer =
        ask(TEXT + "SELECT * { ?s text:query (rdfs:label \"公司)\" 'lang:zh') }", "text/csv");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("text:query"), answer.body());
  }

  @Test
  void brokenQueryIsToldWithItsLine() {
    HttpResponse<String> answer = ask("SELECT *\nWHERE { ?伦敦 ?p }", "text/csv");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"line\" : 2"), answer.body());
    assertFalse(answer.body().contains("Exception"), answer.body());
  }

  @Test
  void graphsAreReadByName() {
    String passage = "https://w3id.org/triplehelix/source/london-beijing/s018";
    HttpResponse<String> answer =
        send(to("/graphs?graph=" + encode(passage)).header("Accept", "application/n-triples"));
    assertEquals(
        "<https://w3id.org/triplehelix/id/london>"
            + " <https://w3id.org/triplehelix/ontology#strongIn>"
            + " <https://w3id.org/triplehelix/concept/technologies/artificial-intelligence> .\n",
        answer.body());
    HttpResponse<String> all =
        send(to("/graphs?default").header("Accept", "application/n-triples"));
    assertEquals(release.defaultGraphSize(), all.body().lines().count());
    assertEquals(404, send(to("/graphs?graph=" + encode(passage + "x"))).statusCode());
  }

  @Test
  void healthTellsTheRelease() {
    HttpResponse<String> answer = send(to("/health"));
    assertEquals(200, answer.statusCode());
    assertEquals("application/json", type(answer));
    assertTrue(answer.body().contains("\"" + release.hash() + "\""), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "'zh-CN,en;q=0.5', , zh",
    "'en-GB,zh;q=0.5', , en",
    "fr, , en",
    "zh, en, en",
    "en, zh, zh"
  })
  void pageSpeaksTheLanguageOfTheReader(String accept, String asked, String language) {
    HttpResponse<String> page =
        send(to(asked == null ? "/" : "/?lang=" + asked).header("Accept-Language", accept));
    assertEquals(200, page.statusCode());
    assertEquals("text/html", type(page));
    assertTrue(page.body().contains("<html lang=\"" + language + "\">"), page.body());
    assertEquals(language.equals("zh"), page.body().contains("如何查询"));
    assertEquals(language.equals("en"), page.body().contains("How to ask"));
    assertTrue(page.body().contains(release.shortHash()));
  }

  @Test
  void theQueryOfThePageGivesItsAnswer() throws IOException {
    String query;
    try (var in = HelixServer.class.getResourceAsStream("first-query.rq")) {
      query = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String page = send(to("/?lang=en")).body();
    assertTrue(page.contains(query.replace("<", "&lt;").replace(">", "&gt;")), page);
    assertTrue(ask(query, "text/csv").body().contains("318480"));
  }

  // What is refused, one by one.

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
  void graphsAreNotWritten(String method) {
    HttpResponse<String> answer =
        send(
            to("/graphs?default")
                .header("Content-Type", "text/turtle")
                .method(method, BodyPublishers.ofString("<a:a> <b:b> <c:c> .")));
    assertEquals(405, answer.statusCode(), answer.body());
    assertUnchanged();
  }

  @Test
  void updatesAreRefused() {
    String update = "INSERT DATA { <a:a> <b:b> <c:c> }";
    assertEquals(400, ask(update, "*/*").statusCode());
    assertEquals(400, send(to("/sparql?update=" + encode(update))).statusCode());
    HttpResponse<String> form =
        send(
            to("/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("update=" + encode(update))));
    assertEquals(400, form.statusCode());
    HttpResponse<String> direct =
        send(
            to("/sparql")
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString("LOAD <file:///etc/hostname>")));
    assertEquals(415, direct.statusCode());
    assertEquals(404, send(to("/update").POST(BodyPublishers.ofString(update))).statusCode());
    assertUnchanged();
  }

  private static void assertUnchanged() {
    String count = ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").body();
    assertEquals("n\r\n" + release.defaultGraphSize() + "\r\n", count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVICE", "SERVICE SILENT"})
  void otherServersAreNotCalled(String service) throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    other.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    other.start();
    try {
      String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
      HttpResponse<String> answer =
          ask("SELECT * { " + service + " <" + address + "> { ?s ?p ?o } }", "text/csv");
      assertTrue(answer.statusCode() == 422 || service.endsWith("SILENT"), answer.body());
      ask("SELECT * FROM <" + address + "> { ?s ?p ?o }", "text/csv");
      send(
          to(
              "/sparql?query="
                  + encode("ASK {?s ?p ?o}")
                  + "&default-graph-uri="
                  + encode(address)));
      assertEquals(0, calls.get());
    } finally {
      other.stop(0);
    }
  }

  @Test
  void filesAreNotRead() throws IOException {
    Path secret = Files.createTempFile("secret", ".ttl");
    Files.writeString(secret, "<a:a> <b:b> <c:secret> .");
    try {
      HttpResponse<String> answer =
          ask("SELECT * FROM <" + secret.toUri() + "> { ?s ?p ?o }", "text/csv");
      assertFalse(answer.body().contains("secret>"), answer.body());
      assertEquals("s,p,o\r\n", answer.body());
      String parameter =
          "/sparql?query="
              + encode("SELECT * {?s ?p ?o}")
              + "&default-graph-uri="
              + encode(secret.toUri().toString());
      assertFalse(send(to(parameter)).body().contains("c:secret"));
    } finally {
      Files.delete(secret);
    }
  }

  /** A class that tells when it is loaded. */
  public static final class Loaded {
    static final AtomicInteger TIMES = Witness.TIMES;

    static {
      TIMES.incrementAndGet();
    }
  }

  private static final class Witness {
    static final AtomicInteger TIMES = new AtomicInteger();
  }

  @Test
  void classesAreNotLoaded() {
    String name = "java:" + HelixServerTest.class.getName() + "$Loaded";
    HttpResponse<String> function = ask("SELECT (<" + name + ">() AS ?x) {}", "text/csv");
    assertEquals(422, function.statusCode());
    assertTrue(function.body().contains("not offered"), function.body());
    assertEquals(422, ask("SELECT * { ?s <" + name + "> ?o }", "text/csv").statusCode());
    assertEquals(
        422, ask("SELECT * { ?s ?p ?o FILTER (<" + name + ">(?o)) }", "text/csv").statusCode());
    assertEquals(0, Witness.TIMES.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "print", "context", "version", "SystemVar"})
  void functionsThatDoMoreThanComputeAreRefused(String name) {
    String function = "<http://jena.apache.org/ARQ/function#" + name + ">";
    HttpResponse<String> answer = ask("SELECT (" + function + "(1) AS ?x) {}", "text/csv");
    assertEquals(422, answer.statusCode(), answer.body());
    String old = function.replace("apache.org", "hpl.hp.com");
    assertEquals(422, ask("SELECT (" + old + "(1) AS ?x) {}", "text/csv").statusCode());
  }

  @Test
  void functionsThatComputeAreOffered() {
    String query =
        "SELECT (<http://jena.apache.org/ARQ/function#localname>(<x:y#z>) AS ?x)"
            + " (<http://www.w3.org/2005/xpath-functions#upper-case>(\"a\") AS ?y) {}";
    assertEquals("x,y\r\nz,A\r\n", ask(query, "text/csv").body());
  }

  @Test
  void jsonLdContextsAreNotFetched() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    other.createContext("/", exchange -> calls.incrementAndGet());
    other.start();
    try {
      String document =
          "{\"@context\":\"http://127.0.0.1:" + other.getAddress().getPort() + "/c\",\"a\":\"b\"}";
      HttpResponse<String> posted =
          send(
              to("/graphs?default")
                  .header("Content-Type", "application/ld+json")
                  .POST(BodyPublishers.ofString(document)));
      assertEquals(405, posted.statusCode());
      assertThrows(
          RuntimeException.class, () -> RDFParser.fromString(document, Lang.JSONLD).toGraph());
      assertEquals(0, calls.get());
    } finally {
      other.stop(0);
    }
  }

  @Test
  void queriesEndAtTheTimeLimit() {
    HttpResponse<String> answer =
        ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "text/csv");
    assertEquals(503, answer.statusCode());
    assertTrue(answer.body().contains("problem/time-limit"), answer.body());
    HttpResponse<String> longer =
        send(
            to(
                "/sparql?timeout=3600&query="
                    + encode("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")));
    assertEquals(503, longer.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"600,600", "600000,600000", "5,", "-1", "soon", ""})
  void clientCannotLiftTheTimeLimit(String timeout) {
    HttpResponse<String> answer =
        send(to("/sparql?timeout=" + encode(timeout) + "&query=" + encode("ASK {?s ?p ?o}")));
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("seconds"), answer.body());
  }

  @Test
  void clientMayLowerTheTimeLimit() {
    HttpResponse<String> answer = send(to("/sparql?timeout=1.5&query=" + encode("ASK {?s ?p ?o}")));
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"function#wait", "property#versionARQ", "property#anything"})
  void classesOfArqAreNotLoadedAsProperties(String name) {
    String query = "SELECT * { ?s <http://jena.apache.org/ARQ/" + name + "> ?o }";
    assertEquals(422, ask(query, "text/csv").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/$/ping", "/$/server", "/$/metrics", "/$/stats", "/shacl", "/upload", "/data"})
  void nothingElseOfFusekiAnswers(String path) {
    assertEquals(404, send(to(path)).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RAND()", "NOW()", "UUID()", "struuid()"})
  void whatChangesIsComputedEachTime(String call) throws InterruptedException {
    String query = "SELECT (" + call + " AS ?x) {}";
    String first = ask(query, "text/csv").body();
    Thread.sleep(5); // NOW() counts whole milliseconds
    assertNotEquals(first, ask(query, "text/csv").body());
    assertEquals("no-store", ask(query, "text/csv").headers().firstValue("Cache-Control").get());
  }

  @Test
  void queriesThatDifferInTheirLastConditionHaveTheirOwnAnswers() {
    String query =
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"
            + " HAVING (COUNT(*) > 1000) (COUNT(*) < %d) ORDER BY ?n";
    String few = ask(query.formatted(2_000), "text/csv").body();
    String more = ask(query.formatted(100_000), "text/csv").body();
    assertTrue(few.lines().count() < more.lines().count(), few + more);
    assertEquals(few, ask(query.formatted(2_000), "text/csv").body());
  }

  @Test
  void whoGivesLessTimeDoesNotSpoilItForOthers() {
    String query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?h ?i ?j }";
    HttpResponse<String> hasty = send(to("/sparql?timeout=0.001&query=" + encode(query)));
    assertEquals(503, hasty.statusCode(), hasty.body());
    assertTrue(hasty.body().contains("0.001 s"), hasty.body());
    HttpResponse<String> patient = send(to("/sparql?query=" + encode(query)));
    assertFalse(patient.body().contains("0.001 s"), patient.body());
  }

  private static Options options(String host, int port) {
    return Options.at(host, port).within(Limits.forServer().withTime(TIME_LIMIT));
  }

  @Test
  void portInUseIsToldWithWhatToDo() {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> HelixServer.start(release, NO_QUESTIONS, options("127.0.0.1", server.port())));
    assertTrue(e.getMessage().contains("127.0.0.1:" + server.port()), e.getMessage());
    assertTrue(e.getMessage().contains("--port"), e.getMessage());
  }

  @Test
  void addressOfNoHostIsToldWithWhatToDo() {
    BadInputException e =
        assertThrows(
            BadInputException.class,
            () -> HelixServer.start(release, NO_QUESTIONS, options("no.such.host.invalid", 0)));
    assertTrue(e.getMessage().contains("--host"), e.getMessage());
  }
}
