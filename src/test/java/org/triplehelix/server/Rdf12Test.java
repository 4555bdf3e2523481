package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;

/** The release in RDF 1.2, and that RDF 1.1 stays without triple terms. */
class Rdf12Test {
  private static final String PREFIXES =
      """
      PREFIX claim: <https://w3id.org/triplehelix/claim/>
      PREFIX graph: <https://w3id.org/triplehelix/graph/>
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX lb: <https://w3id.org/triplehelix/source/london-beijing/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX text: <http://jena.apache.org/text#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      """;
  private static final String REIFYING =
      "CONSTRUCT { ?r rdf:reifies ?t } { ?r rdf:reifies ?t ; th:statedIn lb:s027 }";
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(Content.at(Path.of(""))),
          new Questions(List.of()),
          Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static HttpResponse<String> ask(String path, String query, String accept) {
    String encoded = URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8);
    URI uri = URI.create("http://localhost:" + SERVER.port() + path + "?query=" + encoded);
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean holds(String pattern) {
    HttpResponse<String> answer =
        ask("/sparql-1.2", "ASK { " + pattern + " }", "application/sparql-results+json");
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.parse(answer.body()).getBoolean("boolean");
  }

  private static String type(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }

  private static List<String> available(HttpResponse<String> answer) {
    return JSON.parse(answer.body())
        .getArray("available")
        .map(v -> v.getAsString().value())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claim:lb-s027-medcity-a-site | id:medcity | th:describedAs | th:Rejected",
        "claim:lb-s027-medcity-in-barking | id:medcity | th:basedIn | th:Doubted"
      })
  void aClaimReifiesItsTriple(String claim, String subject, String predicate, String status) {
    String reified = claim + " rdf:reifies <<( " + subject + " " + predicate + " ?o )>>";
    assertTrue(holds(reified + " ; th:status " + status));
    boolean rejected = status.equals("th:Rejected");
    assertEquals(
        !rejected, holds(reified + " . " + subject + " " + predicate + " ?o"), "is asserted");
  }

  @Test
  void whatIsPlannedOrDeniedIsReifiedAndNotAsserted() {
    assertTrue(
        holds(
            "<< id:institute-of-cancer-research th:builds id:london-cancer-hub >>"
                + " th:modality th:Planned"));
    assertFalse(holds("id:institute-of-cancer-research th:builds id:london-cancer-hub"));
    assertTrue(holds("<< ?s ?p ?o >> th:modality th:Denied"));
  }

  @Test
  void whatNoPassageHasAcceptedIsNeverAsserted() {
    String unaccepted =
        """
        ?r rdf:reifies <<( ?s ?p ?o )>> ; th:status|th:modality ?mark .
        VALUES ?mark { th:Rejected th:Denied }
        FILTER NOT EXISTS { ?other rdf:reifies <<( ?s ?p ?o )>> ; th:status th:Accepted ;
          th:modality th:Stated }
        """;
    assertTrue(holds(unaccepted));
    assertFalse(holds(unaccepted + "?s ?p ?o"));
  }

  @Test
  void theWordsOfTheNewSyntaxLeadToThePassage() {
    HttpResponse<String> answer =
        ask(
            "/sparql-1.2",
            "SELECT ?g { id:london th:establishes id:smarter-london-together ~ ?r"
                + " {| th:statedIn ?g ; th:during ?when |} }",
            "text/csv");
    assertEquals("g\r\nhttps://w3id.org/triplehelix/source/london-beijing/s035\r\n", answer.body());
  }

  @Test
  void eachPlainClaimIsReifiedOnce() {
    assertFalse(
        holds(
            "?c rdf:subject ?s FILTER NOT EXISTS { ?c th:statedIn ?g ; rdf:reifies ?t }"
                + " FILTER NOT EXISTS { ?c a th:Inference }"));
    assertFalse(holds("?c rdf:reifies ?t , ?u FILTER(?t != ?u)"));
    assertFalse(
        holds(
            "?c rdf:reifies ?t FILTER NOT EXISTS { ?c rdf:subject ?s ; rdf:object ?o"
                + " FILTER(?s = SUBJECT(?t) && sameTerm(?o, OBJECT(?t))) }"));
    assertTrue(holds("GRAPH graph:reifiers { ?c rdf:reifies ?t }"));
    assertTrue(holds("GRAPH graph:claims { ?c th:status th:Rejected }"));
    assertFalse(holds("GRAPH lb:s027 { ?s ?p ?o }"));
    assertFalse(holds("GRAPH graph:claims { ?c rdf:reifies ?t }"));
  }

  @Test
  void textIsFoundToo() {
    assertTrue(holds("(?thing ?score) text:query (rdfs:label \"\\\"金三角\\\"\" \"lang:zh\")"));
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, application/sparql-results+json; version=1.2",
    "application/json, application/sparql-results+json; version=1.2",
    "application/sparql-results+xml;version=1.2, application/sparql-results+xml; version=1.2",
    "text/tab-separated-values, text/tab-separated-values; charset=utf-8; version=1.2"
  })
  void rowsHoldTripleTerms(String accept, String type) {
    HttpResponse<String> answer =
        ask("/sparql-1.2", "SELECT ?t { claim:lb-s027-medcity-in-barking rdf:reifies ?t }", accept);
    assertEquals(type, type(answer));
    assertTrue(answer.body().contains("id/barking"), answer.body());
    assertTrue(answer.body().contains("ontology#basedIn"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "text/plain",
        "application/sparql-results+json;version=1.1",
        "application/sparql-results+xml;version=1.1"
      })
  void rowsThatCannotHoldTripleTermsAreRefused(String accept) {
    HttpResponse<String> answer =
        ask("/sparql-1.2", "SELECT ?t { ?r rdf:reifies ?t } LIMIT 3", accept);
    assertEquals(406, answer.statusCode());
    assertTrue(available(answer).contains("application/sparql-results+json;version=1.2"));
    HttpResponse<String> other =
        ask("/sparql-1.2", "SELECT ?r { ?r rdf:reifies ?t } LIMIT 3", accept);
    assertEquals(200, other.statusCode());
    assertFalse(type(other).contains("version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/turtle", "text/turtle;version=1.2", "application/n-triples"})
  void graphsHoldTripleTerms(String accept) {
    HttpResponse<String> answer = ask("/sparql-1.2", REIFYING, accept);
    assertTrue(type(answer).endsWith("; version=1.2"), type(answer));
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            answer.body(), RDFLanguages.contentTypeToLang(type(answer).replaceAll(";.*", "")))
        .parse(graph);
    Node claim = NodeFactory.createURI("https://w3id.org/triplehelix/claim/lb-s027-medcity-a-site");
    assertTrue(graph.contains(claim, RDF.Nodes.reifies, Node.ANY));
    assertTrue(graph.find().toList().stream().allMatch(t -> t.getObject().isTripleTerm()));
  }

  @Test
  void truthWithinATripleTermIsWrittenSoThatJenaReadsIt() {
    String query =
        "CONSTRUCT { ?r rdf:reifies ?t } { ?r rdf:reifies ?t FILTER(isLITERAL(OBJECT(?t))"
            + " && DATATYPE(OBJECT(?t)) = <http://www.w3.org/2001/XMLSchema#boolean>) }";
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(ask("/sparql-1.2", query, "text/turtle").body(), Lang.TURTLE).parse(graph);
    assertFalse(graph.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/ld+json", "application/rdf+xml", "text/turtle;version=1.1"})
  void graphsThatCannotHoldTripleTermsAreRefused(String accept) {
    HttpResponse<String> answer = ask("/sparql-1.2", REIFYING, accept);
    assertEquals(406, answer.statusCode());
    assertEquals(
        List.of("text/turtle;version=1.2", "application/n-triples;version=1.2"), available(answer));
    assertEquals(200, ask("/sparql-1.2", "DESCRIBE id:medcity", accept).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?t { ?s ?p ?o BIND(TRIPLE(?s, ?p, ?o) AS ?t) } LIMIT 1",
        "SELECT ?t { ?s ?p ?o BIND(triple (?s, ?p, ?o) AS ?t) } LIMIT 1",
        "SELECT ?t { VALUES ?t { <<( id:a id:b id:c )>> } }",
        "SELECT ?r { << ?s ?p ?o ~ ?r >> ?q ?v }",
        "SELECT ?r { ?s ?p ?o ~ ?r }",
        "SELECT ?g { ?s ?p ?o {| th:statedIn ?g |} }",
        "CONSTRUCT { ?s rdf:reifies <<( ?s ?p ?o )>> } { ?s ?p ?o } LIMIT 1",
        "ASK { FILTER(isTRIPLE(<<( id:a id:b id:c )>>)) }"
      })
  void whoWritesTripleTermsIsAnsweredFromRdf12(String query) {
    String ordered = query.startsWith("SELECT") ? query.replace("LIMIT 1", "") + " LIMIT 0" : query;
    HttpResponse<String> answer = ask("/sparql", ordered, "*/*");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(ask("/sparql-1.2", ordered, "*/*").body(), answer.body());
    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    assertTrue(type.contains("version=1.2"), type);
    assertEquals("</sparql-1.2>; rel=\"via\"", answer.headers().firstValue("Link").orElseThrow());
  }

  @Test
  void whoWritesTripleTermsFindsThem() {
    String query = "SELECT (COUNT(?claim) AS ?n) { ?s ?p ?o ~ ?claim }";
    String rows = ask("/sparql", query, "text/csv").body();
    assertEquals(ask("/sparql-1.2", query, "text/csv").body(), rows);
    assertTrue(Integer.parseInt(rows.split("\r\n")[1]) > 100, rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?triple { ?triple th:note \"<< ~ {| TRIPLE( \" } # <<( ~",
        "SELECT ?r { ?r rdf:reifies ?t }",
        "PREFIX ex: <http://example.org/> SELECT ?a { ?a ex:triple \"a\\\"<<\" , <http://a/~b> }",
        "SELECT ?t { BIND(isTRIPLE(1) AS ?t) }"
      })
  void whatOnlyLooksLikeTripleTermsIsAnswered(String query) {
    HttpResponse<String> answer = ask("/sparql", query, "application/json");
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("Link").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/csv", "text/plain"})
  void aTripleTermThatAFunctionMakesIsRefused(String accept) {
    String made = "<http://www.w3.org/ns/sparql#triple>(id:a, id:b, id:c)";
    assertEquals(406, ask("/sparql", "SELECT (" + made + " AS ?t) {}", accept).statusCode());
    assertEquals(
        406,
        ask("/sparql", "CONSTRUCT { id:a id:b ?t } { BIND(" + made + " AS ?t) }", "text/turtle")
            .statusCode());
  }
}
