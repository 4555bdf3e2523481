package org.triplehelix.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.export.JsonRowSetWriter;
import org.triplehelix.query.GeneratedRelease;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.run.QueryText.Understood;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/** A query that is run by the plan of another one has the rows that it has by its own. */
class PreparedQueriesTest {
  private static final String PREFIXES =
      """
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      """;
  private static final Limits LIMITS = Limits.forServer().within(Duration.ofSeconds(30));
  private static final DatasetGraph DATASET =
      ReleaseDataset.of(GeneratedRelease.of(200), Duration.ofSeconds(30));

  private final PreparedQueries queries = new PreparedQueries(DATASET.getContext());

  private Understood understand(String text) {
    return queries.understand("query", PREFIXES + text, LIMITS, Prefixes.standard());
  }

  private static String answer(Query query, Optional<Op> plan) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new QueryRun("query", query, plan, Engine.of(DATASET), LIMITS).write(new Json(), out);
    return out.toString(StandardCharsets.UTF_8).lines().sorted().toList().toString();
  }

  private record Json() implements AnswerWriter {
    @Override
    public void rows(org.apache.jena.sparql.exec.RowSet rows, java.io.OutputStream out) {
      new JsonRowSetWriter().write(out, rows, null);
    }

    @Override
    public void truth(boolean truth, java.io.OutputStream out) {
      new JsonRowSetWriter().write(out, truth, null);
    }

    @Override
    public void graph(org.apache.jena.graph.Graph graph, java.io.OutputStream out) {
      throw new IllegalStateException("no rows");
    }
  }

  private void assertSame(String text, boolean prepared) {
    Understood read = understand(text);
    assertEquals(prepared, read.plan().isPresent(), text);
    Query own = QueryText.parse("query", PREFIXES + text, LIMITS, Prefixes.standard());
    assertEquals(answer(own, Optional.empty()), answer(read.query(), read.plan()), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { id:thing-%d ?p ?o }",
        "SELECT * { <https://w3id.org/triplehelix/id/thing-%d> ?p ?o }",
        "SELECT * { ?s ?p id:thing-%d } LIMIT 1%1$d00",
        "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 2%d00 OFFSET 3",
        "SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 1%d01 } ?s ?p ?o }",
        "SELECT ?s { ?s th:value ?v FILTER (?v > %d00) }",
        "SELECT ?s { ?s th:value ?v FILTER (?v = %d || ?v < 1%1$d) }",
        "SELECT ?s (?v + %d AS ?w) { ?s th:value ?v }",
        "SELECT ?s { ?s rdfs:label ?l FILTER CONTAINS(?l, \"%d\") }",
        "SELECT ?s { ?s rdfs:label ?l FILTER REGEX(?l, '%d$') }",
        "SELECT ?s { ?s rdfs:label 'thing %d'@en }",
        "SELECT * { VALUES ?s { id:thing-%d id:thing-7 } ?s ?p ?o }",
        "SELECT * { ?s ?p ?o FILTER (?s IN (id:thing-%d, id:thing-8)) }",
        "SELECT * { ?s th:relation1+ id:thing-%d }",
        "SELECT * { GRAPH ?g { id:thing-%d ?p ?o } }",
        "SELECT * { GRAPH <https://w3id.org/triplehelix/source/made-up/s%d> { ?s ?p ?o } }",
        "SELECT * { ?s ?p id:thing-%d OPTIONAL { ?s th:relation2 ?x FILTER (?x != id:thing-3) } }",
        "SELECT * { ?s th:relation1 ?o FILTER EXISTS { ?s ?p id:thing-%d } }",
        "SELECT * { ?s th:relation1 ?o FILTER NOT EXISTS { ?o ?p id:thing-%d } }",
        "SELECT * { ?s th:relation1 ?o MINUS { ?s ?p id:thing-%d } }",
        "SELECT * { ?s th:relation1 ?o BIND (id:thing-%d AS ?x) }",
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p id:thing-%d } GROUP BY ?p HAVING (?n > 1)",
        "SELECT * { ?s th:value ?v } ORDER BY DESC(?v = %d) ?s ?v",
        "ASK { id:thing-%d th:relation1 ?o }",
        "ASK { ?s th:value %d }",
      })
  void samePlanSameRows(String template) {
    List<String> texts =
        IntStream.of(4, 5, 6, 17, 31).mapToObj(i -> template.formatted(i)).toList();
    assertSame(texts.get(0), false);
    assertSame(texts.get(1), false);
    texts.subList(2, texts.size()).forEach(text -> assertSame(text, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s id:thing-%d/th:relation1 ?o }",
        "SELECT * { ?s th:value -%d }",
        "SELECT * { ?s th:value %d.5 }",
        "SELECT * { ?s th:value ?v FILTER (?v < '%d'^^<http://www.w3.org/2001/XMLSchema#integer>) }",
        "SELECT (GROUP_CONCAT(?s; separator='%d') AS ?x) { ?s th:value 7 }",
        "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT %d",
        "SELECT * FROM <https://w3id.org/triplehelix/source/made-up/s%d> { ?s ?p id:thing-%1$d }",
        "SELECT (COUNT(*) AS ?n%d) { ?s ?p ?o }",
      })
  void whatMayChangeThePlanIsParsedEachTime(String template) {
    IntStream.range(3, 9).forEach(i -> assertSame(template.formatted(i), false));
  }

  @Test
  void graphsAreMadeOfTheirOwnQuery() {
    for (int i = 0; i < 5; i++) {
      Understood read = understand("CONSTRUCT { ?s ?p id:thing-" + i + " } WHERE { ?s ?p ?o }");
      assertTrue(read.plan().isEmpty());
      assertTrue(read.query().toString().contains("thing-" + i));
    }
  }

  @Test
  void shapesAreToldApart() {
    assertSame("SELECT * { id:thing-1 ?p 7 }", false);
    assertSame("SELECT * { id:thing-2 ?p 8 }", false);
    assertSame("SELECT * { id:thing-3 ?p id:thing-4 }", false);
    assertSame("SELECT * { id:thing-3 ?p '4' }", false);
    assertSame("SELECT * { id:thing-3 ?q 4 }", false);
    assertSame("SELECT * { id:thing-4 ?p 9 }", true);
  }

  @Test
  void prefixesAreThoseOfTheText() {
    String source = "PREFIX id: <https://w3id.org/triplehelix/source/made-up/>";
    for (String number : List.of("3", "4", "5")) {
      understand("SELECT * { id:thing-" + number + " ?p ?o }");
      String text = source + " SELECT * { GRAPH ?g { ?f th:statedIn id:s" + number + " } }";
      Query own = QueryText.parse("query", PREFIXES + text, LIMITS, Prefixes.standard());
      Understood read = understand(text);
      assertEquals(answer(own, Optional.empty()), answer(read.query(), read.plan()), text);
    }
  }

  @Test
  void placeholdersInTheTextAreNoPlaceholders() {
    for (int i = 0; i < 4; i++) {
      String text =
          "SELECT (900000000000001 AS ?a) ('urn:x-triplehelix:constant-0' AS ?b) { id:thing-%d ?p ?o"
              + " FILTER (?p != <urn:x-triplehelix:constant-1>) }";
      Understood read = understand(text.formatted(i));
      String answer = answer(read.query(), read.plan());
      assertTrue(answer.isEmpty() || !answer.contains("thing-0\"") || i == 0, answer);
      Query own =
          QueryText.parse("query", PREFIXES + text.formatted(i), LIMITS, Prefixes.standard());
      assertEquals(answer(own, Optional.empty()), answer);
    }
  }

  @Test
  void faultsAreToldAsEver() {
    for (int i = 0; i < 4; i++) {
      String text = "SELECT * { id:thing-" + i + " ?p FILTER }";
      assertThrows(BadInputException.class, () -> understand(text));
    }
    String good = "SELECT * { id:thing-%d ?p ?o FILTER REGEX(STR(?o), '%s') }";
    assertSame(good.formatted(1, "a"), false);
    assertSame(good.formatted(2, "b"), false);
    assertSame(good.formatted(3, "c"), true);
    assertThrows(BadInputException.class, () -> understand(good.formatted(4, "(")));
  }

  @Test
  void theQueriesComparedHaveRows() {
    Query query =
        QueryText.parse(
            "query", PREFIXES + "SELECT * { ?s rdfs:label ?o }", LIMITS, Prefixes.standard());
    assertTrue(answer(query, Optional.empty()).contains("thing 17"));
  }
}
