package org.triplehelix.server.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.query.backend.BackEnd;
import org.triplehelix.query.backend.RemoteRelease;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.source.BadInputException;

/**
 * Stock Fuseki with a dump of ours, and a layer beyond it, as back end: the release is read from it
 * whole, the questions and pages are those of the server without one, and what a back end cannot do
 * is said.
 */
class StockFusekiBehindTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  private static final Questions QUESTIONS = Questions.in(CONTENT);
  private static final Quad BEYOND =
      SSE.parseQuad("(<https://layer.example/g> <https://layer.example/s> <urn:p> 'beyond')");
  private static final FusekiServer FUSEKI = fuseki(RELEASE.asked());
  private static final BackEnd BACK_END = at(FUSEKI);
  private static final HelixServer ALONE =
      HelixServer.start(RELEASE, QUESTIONS, options().with(NetworkViews.in(CONTENT)));
  private static final HelixServer BEFORE =
      HelixServer.start(
          RemoteRelease.read(BACK_END, told -> {}),
          QUESTIONS,
          options().with(NetworkViews.in(CONTENT)).asking(BACK_END));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Options options() {
    return Options.at("127.0.0.1", 0).under("http://localhost");
  }

  private static FusekiServer fuseki(List<Quad> quads) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(
        dataset,
        () -> {
          quads.forEach(dataset::add);
          dataset.add(BEYOND);
        });
    return FusekiServer.create().port(0).add("/ds", dataset).build().start();
  }

  private static BackEnd at(FusekiServer server) {
    URI endpoint = URI.create("http://localhost:" + server.getPort() + "/ds/sparql");
    return new BackEnd(endpoint, Optional.empty(), List.of(), Optional.empty());
  }

  @AfterAll
  static void stop() {
    BEFORE.close();
    ALONE.close();
    FUSEKI.stop();
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

  private static HttpResponse<String> ask(HelixServer server, String query, String format) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return get(server, "/sparql?format=" + format + "&query=" + encoded);
  }

  @TestFactory
  Stream<DynamicTest> questionHasTheSameAnswer() {
    return QUESTIONS.list().stream()
        .map(
            question ->
                DynamicTest.dynamicTest(
                    question.name(),
                    () -> {
                      String target = "/api/questions/" + question.name() + "?format=csv";
                      HttpResponse<String> alone = get(ALONE, target);
                      HttpResponse<String> before = get(BEFORE, target);
                      assertEquals(200, alone.statusCode(), alone.body());
                      assertEquals(alone.body(), before.body());
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/id/london?lang=en",
        "/doc/id/medcity.nt",
        "/figures?lang=zh",
        "/graphs?default&format=nt",
        "/network/everything.graphml",
        "/"
      })
  void pageAndDataAreTheSame(String target) {
    HttpResponse<String> alone = get(ALONE, target);
    assertEquals(alone.statusCode(), get(BEFORE, target).statusCode());
    assertEquals(alone.body(), get(BEFORE, target).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { ?s ?p ?o }",
        "ASK { <urn:nobody> ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT * { VALUES ?x { 1 1.50 true 'a'@en } } ORDER BY ?x"
      })
  void answerIsTheSame(String query) {
    assertEquals(ask(ALONE, query, "json").body(), ask(BEFORE, query, "json").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE <https://w3id.org/triplehelix/id/medcity>",
        "DESCRIBE ?c { ?c a <https://w3id.org/triplehelix/ontology#City> }",
        "CONSTRUCT WHERE { ?c a <https://w3id.org/triplehelix/ontology#City> }",
        "CONSTRUCT { <urn:all> <urn:has> ?c } { ?c a <https://w3id.org/triplehelix/ontology#City> }"
      })
  void graphIsTheSame(String query) {
    List<String> alone = ask(ALONE, query, "nt").body().lines().sorted().toList();
    assertTrue(alone.size() > 1);
    assertEquals(alone, ask(BEFORE, query, "nt").body().lines().sorted().toList());
  }

  @Test
  void whatIsBeyondTheReleaseIsAskedToo() {
    String query = "SELECT ?o { GRAPH <https://layer.example/g> { ?s ?p ?o } }";
    assertEquals("o\r\nbeyond\r\n", ask(BEFORE, query, "csv").body());
    assertEquals("o\r\n", ask(ALONE, query, "csv").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PREFIX t: <http://jena.apache.org/text#> SELECT * { ?s t:query 'x' }",
        "SELECT * { << ?s ?p ?o >> ?q ?v }",
        "SELECT * { ?s ?p ?o FILTER(<bif:sleep>(1)) }",
        "SELECT * { { SELECT ?s { ?s <bif:contains> 'x' } } }",
        "SELECT * { ?s <urn:p>/<sql:call>+ ?o }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s <bif:contains> 'x' } }",
        "SELECT * FROM <http://localhost:1/inside> { ?s ?p ?o }",
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }"
      })
  void whatIsNotStandardIsRefusedAndSaid(String query) {
    HttpResponse<String> answer = ask(BEFORE, query, "json");
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("problem/not-offered"), answer.body());
  }

  @Test
  void theServiceSaysOnlyWhatItDoes() {
    String own = get(ALONE, "/sparql?format=nt").body();
    String before = get(BEFORE, "/sparql?format=nt").body();
    for (String feature : List.of("#SPARQL12Query", "http://jena.apache.org/text#query")) {
      assertTrue(own.contains(feature), feature);
      assertFalse(before.contains(feature), feature);
    }
    assertTrue(before.contains("#SPARQL11Query"));
  }

  @Test
  void releaseIsReadWhole() {
    assertEquals(RELEASE.hash(), BEFORE.release());
    FusekiServer bare = fuseki(RELEASE.quads());
    try {
      assertEquals(RELEASE.quads(), RemoteRelease.read(at(bare), told -> {}).quads());
      RemoteRelease.compare(at(bare), RELEASE);
    } finally {
      bare.stop();
    }
  }

  @Test
  void dumpThatIsNotWholeIsRefused() {
    FusekiServer less = fuseki(RELEASE.quads().subList(0, RELEASE.quads().size() - 1));
    FusekiServer none = fuseki(List.of());
    try {
      BadInputException read =
          assertThrows(BadInputException.class, () -> RemoteRelease.read(at(less), told -> {}));
      assertTrue(read.getMessage().contains("is damaged"), read.getMessage());
      assertThrows(BadInputException.class, () -> RemoteRelease.compare(at(less), RELEASE));
      BadInputException empty =
          assertThrows(BadInputException.class, () -> RemoteRelease.read(at(none), told -> {}));
      assertTrue(empty.getMessage().contains("holds no release"), empty.getMessage());
    } finally {
      less.stop();
      none.stop();
    }
  }
}
