package org.triplehelix.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Prefixes;

/** Our dataset answers as Jena's own does. */
class ReleaseDatasetGraphTest {
  private static final String PREFIXES =
      """
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX mu: <https://w3id.org/triplehelix/source/made-up/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      """;

  private static final String THING_7 = "https://w3id.org/triplehelix/id/thing-7";

  private static final Release RELEASE = GeneratedRelease.of(120);
  private static final DatasetGraph OURS = prepared();
  private static final DatasetGraph JENAS = jenas();

  private static DatasetGraph prepared() {
    DatasetGraph dataset = ReleaseDataset.of(RELEASE, Duration.ofSeconds(30));
    ReleaseDataset.prepare(dataset);
    return dataset;
  }

  private static DatasetGraph jenas() {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> RELEASE.quads().forEach(dataset::add));
    return dataset;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o . GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH ?g { ?f th:of ?x ; th:value ?v } ?x th:relation3 ?y }",
        "SELECT * { GRAPH ?g { ?s ?p ?s } }",
        "SELECT * { GRAPH ?g { ?s ?p ?g } }",
        "SELECT * { GRAPH ?g { ?f th:statedIn ?g } }",
        "SELECT * { GRAPH ?g { id:thing-7 ?p ?o } }",
        "SELECT * { GRAPH mu:s7 { ?s ?p ?o } }",
        "SELECT * { GRAPH mu:nowhere { ?s ?p ?o } }",
        "SELECT ?g { GRAPH ?g { } }",
        "SELECT * { GRAPH mu:s7 { } }",
        "SELECT * { GRAPH mu:nowhere { } }",
        "SELECT * { GRAPH ?g { ?f th:value ?v FILTER (?v > 500) } }",
        "SELECT * { GRAPH ?g { ?f th:value ?v OPTIONAL { ?f th:of ?x } } }",
        "SELECT * { GRAPH ?g { ?f th:of ?x . ?x th:relation1 ?y } }",
        "SELECT * { GRAPH ?g { { ?s th:relation1 ?o } UNION { ?s th:relation2 ?o } } }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o MINUS { ?s th:relation2 ?x } } }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o FILTER EXISTS { ?s th:relation2 ?x } } }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o FILTER NOT EXISTS { ?s th:relation2 ?x } } }",
        "SELECT * { ?s th:relation1 ?o FILTER EXISTS { GRAPH ?g { ?s th:relation2 ?x } } }",
        "SELECT * { GRAPH ?g { ?s th:relation1/th:relation2 ?o } }",
        "SELECT * { GRAPH ?g { ?s (th:relation1|th:relation2)+ ?o } }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o BIND (STR(?g) AS ?name) } }",
        "SELECT * { VALUES ?g { mu:s3 mu:s6 mu:nowhere } GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH ?g { VALUES ?s { id:thing-7 id:thing-8 } ?s ?p ?o } }",
        "SELECT * { GRAPH ?g { SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s } }",
        "SELECT * { GRAPH ?g { SELECT DISTINCT ?p { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { SELECT * { ?s th:relation1 ?o } ORDER BY ?s LIMIT 1 } }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o MINUS { ?x th:relation2 ?y } } }",
        "SELECT * { GRAPH ?g { BIND (1 AS ?x) } }",
        "SELECT * { GRAPH ?g { VALUES ?x { 1 2 } } }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o FILTER (?g = mu:s7) } }",
        "SELECT * { GRAPH ?g { ?f th:of ?x OPTIONAL { ?x th:relation1 ?y FILTER (?y != ?x) } } }",
        "SELECT * { GRAPH ?g { OPTIONAL { ?x th:relation1 ?y } } }",
        "SELECT * { GRAPH ?g { { ?s th:relation1 ?o } UNION { } } }",
        "SELECT * { GRAPH ?g { ?f th:of ?x OPTIONAL { ?f th:statedIn ?g } } }",
        "SELECT * { GRAPH ?g { ?f th:of ?x OPTIONAL { ?g th:value ?y } } }",
        "SELECT * { GRAPH ?g { ?f th:of ?x OPTIONAL { ?x th:relation1 ?g } } }",
        "SELECT * { GRAPH ?g { { ?f th:statedIn ?g } UNION { ?f th:of ?x } } }",
        "SELECT * { GRAPH ?g { ?s ?p ?o FILTER (?p = th:relation1) } }",
        "SELECT * { ?s ?p ?o . GRAPH ?g { ?s ?p ?o FILTER (?p IN (th:relation1, th:of)) } }",
        "SELECT * { GRAPH ?g { ?f th:value ?v BIND (?v + 1 AS ?w) } }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o } GRAPH ?h { ?o th:relation2 ?x } }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o GRAPH ?h { ?o th:relation2 ?x } } }",
        "SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s th:relation1 ?o } }",
        "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s th:relation1 ?o } }",
        "SELECT * { ?s th:relation1 ?o . ?o th:relation2+ id:thing-7 }",
        "SELECT * { ?s th:relation1 ?o . ?o th:relation2* id:thing-7 }",
        "SELECT * { ?s th:relation1 ?o . ?s (th:relation1|th:relation2)+ id:thing-9 }",
        "SELECT * { ?s th:relation1 ?o . id:thing-7 th:relation2+ ?o }",
        "SELECT * { ?s th:relation1 ?o . id:nowhere th:relation2* ?o }",
        "SELECT * { ?s th:relation1 ?o OPTIONAL { ?o th:relation2+ id:thing-7 } }",
        "SELECT * { ?s ?p ?v FILTER EXISTS { ?v th:relation2* id:thing-7 } }",
        "SELECT * { ?s th:value ?v . ?v th:relation2* 7 }",
        "SELECT * { ?s th:value ?v . ?v th:relation2? 7 }",
        "SELECT * { ?o th:relation2+ id:thing-7 }",
        "SELECT * { ?s ?p ?o . ?s th:relation1 ?x . ?x th:relation2 ?y . ?y th:nothing ?z }",
        "SELECT * { ?s ?p ?o . ?o ?q ?x . ?x th:relation3 id:thing-7 }",
        "SELECT * { ?f th:of ?s ; th:value ?v . ?s rdfs:label ?l . ?s th:relation4 ?o }",
        "SELECT * { VALUES ?s { id:thing-3 id:thing-4 } ?x th:relation1 ?s . ?x ?p ?y . ?y ?q ?s }",
        "SELECT * { GRAPH ?g { ?s th:relation1 ?o . ?o th:relation2* id:thing-7 } }",
        "SELECT * { { ?s th:relation1 ?o } UNION { ?x th:value ?y } ?o th:relation2+ id:thing-7 }",
        "SELECT * FROM mu:s3 { ?s ?p ?o }",
        "SELECT * FROM NAMED mu:s3 { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * FROM mu:s3 FROM NAMED mu:s6 { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }",
        "SELECT * { id:thing-7 rdfs:label ?l . GRAPH ?g { id:thing-7 rdfs:label ?l } }",
        "SELECT * { LATERAL { SELECT * { GRAPH ?g { ?s th:relation1 ?o } } LIMIT 500 } }",
      })
  void sameRowsAsJenas(String query) {
    List<String> expected = rows(JENAS, query);
    List<String> found = rows(OURS, query);
    assertEquals(expected.size(), found.size());
    assertEquals(expected, found);
    assertEquals(expected, rows(OURS, query), "when asked again");
  }

  @Test
  void whatFindsLeastIsJoinedFirst() {
    StringBuilder graph = new StringBuilder("(graph");
    for (int i = 0; i < 100; i++) {
      graph.append(" (<x:%d> <x:type> <x:Common>) (<x:%d> <x:name> 'n%d')".formatted(i, i, i));
      graph.append(i % 4 == 0 ? " (<x:%d> <x:type> <x:Frequent>)".formatted(i) : "");
      graph.append(i == 7 ? " (<x:7> <x:rare> 1)" : "");
    }
    Statistics statistics = new Statistics(SSE.parseGraph(graph + ")").find());
    String common = "(triple ?s <x:type> <x:Common>)";
    String frequent = "(triple ?s <x:type> <x:Frequent>)";
    String name = "(triple ?s <x:name> ?n)";
    String rare = "(triple ?s <x:rare> ?r)";
    assertEquals(
        bgp(rare, frequent, common, name), statistics.reorder(bgp(common, name, frequent, rare)));
    assertEquals(bgp(frequent, common), statistics.reorder(bgp(common, frequent)));
    String named = "(triple ?s <x:name> 'n3')";
    assertEquals(bgp(named, frequent, common), statistics.reorder(bgp(common, frequent, named)));
    String absent = "(triple ?s <x:absent> ?a)";
    assertEquals(bgp(absent, rare, name), statistics.reorder(bgp(name, rare, absent)));
  }

  private static BasicPattern bgp(String... triples) {
    return SSE.parseBGP("(bgp " + String.join(" ", triples) + ")");
  }

  @Test
  void whatPathsReachIsForgottenWhenItIsMuch() {
    Reaches reaches = new Reaches(10);
    TriplePath one = path("id:a");
    TriplePath other = path("id:b");
    reaches.keep(one, nodes(4));
    assertEquals(nodes(4), reaches.of(one));
    assertNull(reaches.of(other));
    reaches.keep(other, nodes(5));
    assertNull(reaches.of(one));
    assertEquals(nodes(5), reaches.of(other));
    reaches.keep(one, nodes(6));
    assertNull(reaches.of(one), "more than half of all");
  }

  private static TriplePath path(String end) {
    return new TriplePath(
        Var.alloc("x"),
        PathFactory.pathOneOrMore1(PathFactory.pathLink(SSE.parseNode("<x:p>"))),
        SSE.parseNode("<" + end + ">"));
  }

  private static Set<Node> nodes(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> SSE.parseNode("<x:" + i + ">"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE id:thing-7",
        "DESCRIBE id:nowhere",
        "DESCRIBE ?s { ?s th:relation1 id:thing-7 }",
        "DESCRIBE ?o { ?s th:value ?o }",
        "DESCRIBE ?s FROM mu:s3 { ?s ?p ?o }",
        "DESCRIBE id:thing-7 FROM NAMED mu:s3",
        "DESCRIBE mu:s7 id:thing-7",
      })
  void sameDescriptionsAsJenas(String query) {
    assertEquals(described(JENAS, query), described(OURS, query));
  }

  @Test
  void descriptionsSayWhatIsInAnyGraph() {
    Set<Triple> described = described(OURS, "DESCRIBE id:thing-7");
    long expected =
        Iter.toSet(
                Iter.map(
                    OURS.find(Node.ANY, SSE.parseNode("<" + THING_7 + ">"), Node.ANY, Node.ANY),
                    Quad::asTriple))
            .size();
    assertEquals(expected, described.size());
    assertTrue(expected > 1);
  }

  @Test
  void descriptionsFollowBlankNodes() {
    String text =
        "(graph (<x:s> <x:p> _:a) (_:a <x:p> _:b) (_:b <x:p> _:a) (_:b <x:p> 1) (_:c <x:p> 2))";
    List<Quad> quads =
        SSE.parseGraph(text).find().mapWith(t -> Quad.create(Quad.defaultGraphIRI, t)).toList();
    DatasetGraph dataset =
        ReleaseDataset.of(new Release("", quads, Prefixes.standard()), Duration.ofSeconds(30));
    assertEquals(4, described(dataset, "DESCRIBE <x:s>").size());
  }

  /** In a small graph as in a large one. */
  @Test
  void termsOfOneValueAreDifferentTerms() {
    for (int others : List.of(0, SmallGraph.MOST)) {
      StringBuilder graph = new StringBuilder("(graph (<x:s> <x:p> 1) (<x:s> <x:q> 1.0)");
      IntStream.range(0, others).forEach(i -> graph.append(" (<x:%d> <x:r> 2)".formatted(i)));
      Node name = SSE.parseNode("<x:g>");
      List<Quad> quads =
          SSE.parseGraph(graph + ")").find().mapWith(t -> Quad.create(name, t)).toList();
      DatasetGraph dataset =
          ReleaseDataset.of(new Release("", quads, Prefixes.standard()), Duration.ofSeconds(30));
      assertEquals(1, rows(dataset, "SELECT ?p { GRAPH <x:g> { <x:s> ?p 1 } }").size());
      assertEquals(0, rows(dataset, "SELECT ?p { GRAPH <x:g> { <x:s> ?p 01 } }").size());
      assertEquals(0, rows(dataset, "SELECT ?x { GRAPH <x:g> { ?s <x:p> ?x ; <x:q> ?x } }").size());
    }
  }

  private static Set<Triple> described(DatasetGraph dataset, String query) {
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec execution = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            return Iter.toSet(execution.describe().find());
          }
        });
  }

  @Test
  void theQueriesComparedHaveRows() {
    assertFalse(rows(OURS, "SELECT * { GRAPH ?g { ?f th:statedIn ?g } }").isEmpty());
    assertFalse(rows(OURS, "SELECT * { ?s th:relation1/th:relation2 ?o }").isEmpty());
  }

  private static List<String> rows(DatasetGraph dataset, String query) {
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec execution = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            RowSet rows = execution.select();
            List<Var> variables = rows.getResultVars();
            return rows.stream().map(row -> row(row, variables)).sorted().toList();
          }
        });
  }

  private static String row(Binding binding, List<Var> variables) {
    return variables.stream().map(v -> v + "=" + binding.get(v)).toList().toString();
  }

  @Test
  void nothingWritesIt() {
    Quad quad = SSE.parseQuad("(<g:> <s:> <p:> <o:>)");
    assertThrows(UnsupportedOperationException.class, () -> OURS.add(quad));
    assertThrows(UnsupportedOperationException.class, () -> OURS.delete(quad));
    assertThrows(UnsupportedOperationException.class, OURS::clear);
    assertFalse(OURS.contains(quad));
  }

  @Test
  void graphsAreKnownByTheirNames() {
    Node graph = SSE.parseNode("<https://w3id.org/triplehelix/source/made-up/s7>");
    assertTrue(OURS.containsGraph(graph));
    assertFalse(OURS.containsGraph(SSE.parseNode("<x:nothing>")));
    assertTrue(OURS.getGraph(SSE.parseNode("<x:nothing>")).isEmpty());
    assertEquals(121, Iter.count(OURS.listGraphNodes()));
  }
}
