package org.triplehelix.query.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in other words has the same solutions, as often, and is in those words. */
class PortableTest {
  private static final DatasetGraph DATA =
      SSE.parseDatasetGraph(
          """
          (dataset
            (graph (<urn:a> <urn:p> <urn:b>) (<urn:b> <urn:p> <urn:c>) (<urn:a> <urn:p> <urn:c>)
              (<urn:c> <urn:p> <urn:a>) (<urn:x> <urn:q> <urn:a>) (<urn:x> <urn:q> <urn:b>)
              (<urn:y> <urn:q> <urn:c>) (<urn:c> <urn:r> <urn:d>) (<urn:c> <urn:r> <urn:e>))
            (graph <urn:g> (<urn:a> <urn:p> <urn:b>) (<urn:b> <urn:p> <urn:c>)))
          """);

  private static final BackEnd BACK_END =
      new BackEnd(
          URI.create("http://localhost:1/sparql"),
          Optional.of("urn:default"),
          List.of("urn:g"),
          Optional.empty());

  private static Query query(String text) {
    return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
  }

  private static String portable(String text) {
    return Forms.text(Portable.of(query(text), BACK_END)).replaceAll("\\s+", " ");
  }

  private static Map<String, Long> solutions(Query query) {
    List<Binding> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(DATA).query(query).build()) {
      execution.select().forEachRemaining(rows::add);
    }
    return rows.stream()
        .map(
            row ->
                query.getResultVars().stream()
                    .map(name -> name + "=" + row.get(name))
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?x <urn:p>+ <urn:c> }",
        "SELECT * { <urn:a> <urn:p>* ?x }",
        "SELECT * { ?x <urn:q>/<urn:p>+ <urn:c> }",
        "SELECT DISTINCT * { ?x <urn:q>/<urn:p>+ <urn:c> }",
        "SELECT * { { SELECT * { ?x <urn:q>/<urn:p>*/<urn:p> <urn:c> } } ?x <urn:q> ?y }",
        "SELECT ?x ?step1 { ?x <urn:q>/<urn:p>+ <urn:c> . ?step1 <urn:r> ?z }",
        "SELECT * { <urn:x> <urn:q>/<urn:p>*/<urn:r> ?y }",
        "SELECT * { ?x (<urn:p>|<urn:r>)+ <urn:d> . ?x <urn:p> ?y }",
        "SELECT * { ?x <urn:p>+ ?y }",
        "SELECT * { ?x <urn:q> ?y OPTIONAL { ?y <urn:p>+ <urn:b> ; <urn:r> ?z FILTER(?x != ?z) } }",
        "SELECT * { ?x <urn:q> ?y FILTER EXISTS { ?y <urn:p>+ <urn:b> } }",
        "SELECT * { ?x <urn:q> ?y FILTER NOT EXISTS { GRAPH <urn:none> { ?y <urn:p> ?z } } }",
        "SELECT * { ?x <urn:q> ?y OPTIONAL { GRAPH <urn:none> { ?y <urn:p> ?z } } }",
        "SELECT * { ?x <urn:q> ?y MINUS { GRAPH <urn:none> { ?y <urn:p> ?z } } }",
        "SELECT * { GRAPH <urn:g> { ?x <urn:p>+ <urn:c> } }",
        "SELECT * { GRAPH ?g { ?x <urn:p>+ <urn:c> } }",
        "SELECT * { { ?x <urn:r> ?y } UNION { VALUES ?y { 1 2 2 } FILTER(?y > 1) } }",
        "SELECT * { { VALUES (?x ?y) { (1 UNDEF) } } UNION { VALUES ?z { 3 } } }",
        "SELECT ?x (BOUND(?z) AS ?b) { ?x <urn:q> ?y OPTIONAL { ?y <urn:r> ?z } }",
        "SELECT ?x ?b { ?x <urn:q> ?y BIND(IF(?y = <urn:a>, true, 1/0 > 1) AS ?b) }",
        "SELECT ?x (COUNT(?y) AS ?n) (?n > 1 AS ?b) { ?x <urn:q> ?y } GROUP BY ?x HAVING(?n > 0)",
        "SELECT ?x { ?x <urn:q>/<urn:p>+ <urn:a> } ORDER BY DESC(?x) LIMIT 5",
        "SELECT * { ?x <urn:q> ?y } VALUES ?x { <urn:x> }",
        "SELECT (COUNT(*) / 2 AS ?d) (2 / 4 AS ?e) (1e0 / 4 AS ?f) { ?x <urn:q> ?y }",
        "SELECT * { [] <urn:p>+ ?y . ?y <urn:p> [ <urn:p>+ <urn:c> ] }",
        "SELECT * { _:b <urn:p> ?x . ?x <urn:p>+ <urn:c> . _:b <urn:p> ?y }",
        "SELECT * { _:b <urn:p> ?x . ?x <urn:p>+ <urn:c> FILTER(?x != ?y) _:b <urn:p> ?y }",
        "SELECT * { <urn:a> <urn:p> <urn:b> }",
        "SELECT * { <urn:x> <urn:q>/<urn:p>+ <urn:a> }",
        "SELECT ?y { ?y <urn:r> ?z { SELECT * { <urn:x> <urn:q> <urn:a> } } }",
        "SELECT * { { VALUES () { () } } UNION { ?x <urn:r> ?y } }",
        "SELECT (COUNT(DISTINCT *) AS ?n) { ?x <urn:q>/<urn:p>+ <urn:a> }"
      })
  void solutionsAreTheSame(String text) {
    Query query = query(text);
    Map<String, Long> expected = solutions(query);
    assertFalse(expected.isEmpty());
    assertEquals(expected, solutions(query(Forms.text(Portable.of(query, BACK_END)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ?x { ?x <urn:p>+ <urn:c> } | SELECT DISTINCT ?x WHERE { ?x (<urn:p>)+ <urn:c>",
        "SELECT ?x { ?x <urn:q>/<urn:p>+ <urn:c> } | ?x <urn:q> ?step1 {",
        "SELECT (7 / 2 AS ?x) { } | ( ( 7 * 1.0 ) / 2 )",
        "SELECT ?x { GRAPH <urn:none> { ?x ?p ?o } } | FILTER ( false )",
        "SELECT (BOUND(?x) AS ?b) { ?x ?p ?o } | boolean>(bound(?x))",
        "SELECT ?x { { VALUES ?x { 1 } } UNION { ?x ?p ?o } } | SELECT ?x WHERE { VALUES ?x { 1 }"
      })
  void otherWordsAreSent(String text, String words) {
    String sent = portable(text);
    assertTrue(sent.contains(words), sent);
  }

  @Test
  void graphsOfAnEngineThatKnowsItsOwnStay() {
    String text = "SELECT ?x { GRAPH <urn:none> { ?x ?p ?o } }";
    assertTrue(Forms.text(Portable.of(query(text), BACK_END.bare())).contains("<urn:none>"));
  }
}
