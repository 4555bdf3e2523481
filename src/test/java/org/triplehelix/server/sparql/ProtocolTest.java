package org.triplehelix.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Release;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Prefixes;

/** The SPARQL protocol, the service description and the graph store protocol, rule by rule. */
class ProtocolTest {
  private static final HelixServer SERVER =
      HelixServer.start(
          new Release(
              "0".repeat(64),
              List.of(
                  quad("_ <http://e/none> <http://e/in> 'the default graph'"),
                  quad("<http://g/1> <http://e/one> <http://e/in> 'the first'"),
                  quad("<http://g/2> <http://e/two> <http://e/in> 'the second'")),
              Prefixes.standard()),
          new Questions(List.of()),
          Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String DIRECT = "application/sparql-query";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static Quad quad(String terms) {
    return SSE.parseQuad("(" + terms + ")");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpRequest.Builder to(String target) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> post(String target, String type, String body) {
    return send(to(target).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> ask(String query, String accept) {
    return send(to("/sparql?query=" + encode(query)).header("Accept", accept));
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  private static void isTrue(boolean expected, HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(expected, JSON.parse(answer.body()).getBoolean("boolean"), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "ASK { <http://e/none> ?p ?o }, '', true",
    "ASK { <http://e/one> ?p ?o }, '', false",
    "ASK { <http://e/one> ?p ?o }, default=1, true",
    "ASK { <http://e/none> ?p ?o }, default=1, false",
    "'ASK { <http://e/one> ?p ?o . <http://e/two> ?q ?r }', default=1 default=2, true",
    "'ASK { <http://e/one> ?p ?o . <http://e/two> ?q ?r }', default=1, false",
    "ASK { GRAPH ?g { <http://e/one> ?p ?o } }, named=1, true",
    "ASK { GRAPH ?g { <http://e/two> ?p ?o } }, named=1, false",
    "ASK { ?s ?p ?o }, named=1, false",
    "ASK FROM <http://g/1> { <http://e/one> ?p ?o }, '', true",
    "ASK FROM <http://g/1> { <http://e/one> ?p ?o }, default=2, false",
    "ASK FROM <http://g/1> { <http://e/two> ?p ?o }, default=2, true",
    "ASK FROM NAMED <http://g/1> { GRAPH ?g { <http://e/one> ?p ?o } }, named=2, false",
    "ASK FROM NAMED <http://g/1> { GRAPH <http://g/1> { ?s ?p ?o } }, default=2, false",
    "ASK { ?s ?p ?o }, default=3, false"
  })
  void theDatasetOfTheRequestGoesBeforeThatOfTheQuery(String query, String graphs, boolean found) {
    String dataset =
        graphs.replaceAll("(default|named)=(\\d) ?", "&$1-graph-uri=http%3A%2F%2Fg%2F$2");
    String asked = "query=" + encode(query);
    isTrue(found, send(to("/sparql?" + asked + dataset)));
    isTrue(found, post("/sparql", FORM, asked + dataset));
    isTrue(found, post("/sparql?" + dataset.replaceFirst("&", ""), DIRECT, query));
  }

  @Test
  void aQueryIsSentInThreeWays() {
    isTrue(true, send(to("/sparql?query=ASK%7B%7D")));
    isTrue(true, post("/sparql", FORM, "query=ASK%7B%7D"));
    isTrue(true, post("/sparql", FORM + "; charset=UTF-8", "query=ASK%7B%7D"));
    isTrue(true, post("/sparql", DIRECT, "ASK{}"));
  }

  @ParameterizedTest
  @CsvSource({
    FORM + ", query=ASK%7B%7D&query=ASK%7B%7D, 400",
    FORM + ", update=CLEAR%20ALL, 400",
    FORM + ", quer=ASK%7B%7D, 400",
    FORM + ", query=ASK%7B%FF%7D, 400",
    DIRECT + ", ASK {, 400",
    DIRECT + ", CLEAR ALL, 400",
    "text/plain, ASK {}, 415",
    "text/plain, query=ASK%7B%7D, 415",
    "application/sparql-update, CLEAR ALL, 415"
  })
  void whatIsNoQueryIsRefused(String type, String body, int status) {
    assertEquals(status, post("/sparql", type, body).statusCode());
  }

  @Test
  void aQueryInTheBodyAndAnotherAsAParameterAreTwo() {
    assertEquals(400, post("/sparql?query=ASK%7B%7D", DIRECT, "SELECT * {}").statusCode());
    assertEquals(400, post("/sparql?query=ASK%7B%7D", FORM, "query=ASK%7B%7D").statusCode());
  }

  @Test
  void aQueryWithoutItsTypeOrInAnotherEncodingIsRefused() {
    HttpResponse<String> untyped = send(to("/sparql").POST(BodyPublishers.ofString("ASK {}")));
    assertEquals(400, untyped.statusCode());
    byte[] utf16 = "ASK {}".getBytes(StandardCharsets.UTF_16);
    HttpRequest.Builder other =
        to("/sparql").header("Content-Type", DIRECT).POST(BodyPublishers.ofByteArray(utf16));
    assertEquals(400, send(other).statusCode());
    assertEquals(400, send(to("/sparql?query=ASK%7B%7D&query=ASK%7B%7D")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "FOO"})
  void otherMethodsAreToldWhichThereAre(String method) {
    for (String target : List.of("/sparql?query=ASK%7B%7D", "/graphs?default")) {
      HttpResponse<String> answer = send(to(target).method(method, BodyPublishers.noBody()));
      assertEquals(405, answer.statusCode());
      List<String> allowed = List.of(answer.headers().firstValue("Allow").get().split(", "));
      assertTrue(allowed.containsAll(List.of("GET", "HEAD", "OPTIONS")), allowed.toString());
      assertEquals(target.startsWith("/sparql"), allowed.contains("POST"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * {}, */*, application/sparql-results+json",
    "SELECT * {}, application/sparql-results+xml, application/sparql-results+xml",
    "SELECT * {}, 'text/csv, */*;q=0.1', text/csv",
    "SELECT * {}, 'text/csv;q=0.1, text/tab-separated-values', text/tab-separated-values",
    "SELECT * {}, 'application/sparql-results+json;q=0, */*', application/sparql-results+xml",
    "ASK {}, */*, application/sparql-results+json",
    "ASK {}, application/sparql-results+xml, application/sparql-results+xml",
    "DESCRIBE <http://e/none>, */*, text/turtle",
    "CONSTRUCT WHERE {}, application/rdf+xml, application/rdf+xml",
    "CONSTRUCT WHERE {}, application/n-triples, application/n-triples",
    "CONSTRUCT WHERE {}, application/ld+json, application/ld+json"
  })
  void theFormOfTheAnswerIsThatOfTheQuery(String query, String accept, String type) {
    HttpResponse<String> answer = ask(query, accept);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(type, type(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * {}, text/turtle",
    "CONSTRUCT WHERE {}, text/csv",
    "ASK {}, image/png",
    "ASK {}, '*/*;q=0'"
  })
  void whatTheClientDoesNotTakeIsNotSent(String query, String accept) {
    assertEquals(406, ask(query, accept).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "SELECT ('a\\u0008' AS ?x) {}, application/sparql-results+xml, text/csv",
        "SELECT ('a\\uFFFF' AS ?x) {}, application/sparql-results+xml, application/json",
        "CONSTRUCT { <a:a> <a:b> 'a\\u0008' } {}, application/rdf+xml, text/turtle",
        "CONSTRUCT { <a:a> <a:b/1> 'a' } {}, application/rdf+xml, text/turtle",
        "CONSTRUCT { <a:a> <a:b> '<a'^^rdf:XMLLiteral } {}, application/rdf+xml, text/turtle",
        "CONSTRUCT { <a:a> <a:b> '{'^^rdf:JSON } {}, application/ld+json, text/turtle",
      })
  void whatAFormCannotHoldIsHadInAnother(String query, String not, String other) {
    String rdf = "PREFIX rdf: <" + RDF.getURI() + "> ";
    HttpResponse<String> refused = ask(rdf + query, not);
    assertEquals(406, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("another format"), refused.body());
    assertEquals(200, ask(rdf + query, other).statusCode());
  }

  @Test
  void blankNodesHaveTheirMarkInCsv() {
    String query = "SELECT ?x ?y ?z { BIND (BNODE() AS ?x) BIND (BNODE() AS ?y) BIND (?x AS ?z) }";
    HttpResponse<String> answer = ask(query, "text/csv");
    assertEquals("x,y,z\r\n_:b0,_:b1,_:b0\r\n", answer.body());
  }

  @Test
  void aLanguageTagThatIsNoneIsAnErrorOfTheExpression() {
    String query = "SELECT ?x (STRLANG('a', 'en') AS ?y) { BIND(STRLANG('a', 'no tag') AS ?x) }";
    assertEquals("x,y\r\n,a\r\n", ask(query, "text/csv").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json"
      })
  void theServiceTellsItsEndpointInEveryForm(String accept) {
    String sd = "http://www.w3.org/ns/sparql-service-description#";
    HttpResponse<String> answer = send(to("/sparql").header("Accept", accept));
    assertEquals(accept, type(answer));
    Lang lang = RDFLanguages.contentTypeToLang(accept);
    Graph graph = RDFParser.fromString(answer.body(), lang).toGraph();
    String address = "http://localhost:" + SERVER.port() + "/sparql";
    assertEquals(
        1,
        graph
            .find(null, NodeFactory.createURI(sd + "endpoint"), NodeFactory.createURI(address))
            .toList()
            .size());
    assertTrue(graph.contains(null, RDF.Nodes.type, NodeFactory.createURI(sd + "Service")), accept);
    assertEquals(406, send(to("/sparql").header("Accept", "text/csv")).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "?graph=, 400",
    "?graph=one, 400",
    "?default&graph=http%3A%2F%2Fg%2F1, 400",
    "?graph=http%3A%2F%2Fg%2F1&graph=http%3A%2F%2Fg%2F2, 400",
    "?graph=http%3A%2F%2Fg%2F3, 404",
    "?graph=http%3A%2F%2Fg%2F1, 200",
    "?default, 200"
  })
  void aGraphIsReadByItsName(String query, int status) {
    HttpResponse<String> get = send(to("/graphs" + query));
    assertEquals(status, get.statusCode(), get.body());
    HttpResponse<String> head = send(to("/graphs" + query).method("HEAD", BodyPublishers.noBody()));
    assertEquals(status, head.statusCode());
    assertEquals("", head.body());
    assertEquals(type(get), type(head));
  }

  @Test
  void aGraphHoldsItsTriplesAndNoOthers() {
    String first =
        send(to("/graphs?graph=http%3A%2F%2Fg%2F1").header("Accept", "application/n-triples"))
            .body();
    assertEquals("<http://e/one> <http://e/in> \"the first\" .\n", first);
    String none = send(to("/graphs?default").header("Accept", "application/n-triples")).body();
    assertFalse(none.contains("http://e/one"), none);
    assertTrue(none.contains("http://e/none"), none);
  }
}
