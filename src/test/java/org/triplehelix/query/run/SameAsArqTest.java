package org.triplehelix.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.ExprException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.query.GeneratedRelease;
import org.triplehelix.query.ReleaseDataset;

/** Within limits our functions give what ARQ's give: the same values, the same errors. */
class SameAsArqTest {
  private static final DatasetGraph ARQS = DatasetGraphFactory.create();
  private static final DatasetGraph OURS =
      ReleaseDataset.of(GeneratedRelease.of(0), Duration.ofSeconds(30));

  private static final String TEXTS =
      """
      VALUES ?t { "" "abc" "aAbB" "a.b" "line\\nline" "创新生态" "😀x😀" "x y"@en "创新"@zh 7 1.50 1e3 true
                  "2020"^^xsd:gYear <http://e/a> "$1" "aaa" UNDEF }
      """;
  private static final String PATTERNS =
      """
      VALUES ?p { "" "a" "A" "^a" "e$" "." ".*" "a*" "(a)(b)?" "[a-c]+" "(" "\\\\\\\\" "创." "x y"
                  "line$" "\\\\p{IsHan}" }
      """;
  private static final String NO_PATTERNS = "VALUES ?p { 'a'@en 7 <http://e/a> UNDEF }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REGEX(?t, ?p)",
        "fn:matches(?t, ?p)",
        "sparql:regex(?t, ?p)",
        "REPLACE(?t, ?p, 'x')",
        "REPLACE(?t, ?p, '[$0]')",
        "REPLACE(?t, ?p, '$1')",
        "REPLACE(?t, ?p, '$9')",
        "REPLACE(?t, ?p, '')",
        "REPLACE(?t, ?p, 'x'@en)",
        "fn:replace(?t, ?p, '<$0>')",
        "sparql:replace(?t, ?p, '<$0>')",
        "CONCAT(?t, ?p)",
        "CONCAT(?t, 'x', ?t)",
        "CONCAT()",
        "fn:concat(?t, ?p)",
        "sparql:concat(?t, ?p)",
        "afn:strjoin(?p, ?t, ?t, 'x')",
        "STRDT(?t, xsd:integer)",
        "sparql:strdt(?t, xsd:decimal)",
        "STRLANG(?t, 'en')",
        "IRI(?t)",
        "xsd:integer(?t)",
        "xsd:decimal(?t)",
        "xsd:string(?t)",
        "xsd:double(?t)",
        "UCASE(?t)",
        "LCASE(?t)",
        "ENCODE_FOR_URI(?t)",
        "fn:upper-case(?t)",
        "fn:normalize-space(?t)",
        "fn:apply(fn:concat, ?t, ?p)",
        "fn:apply(fn:upper-case, ?t)",
        "fn:apply(xsd:integer, ?t)",
        "SUBSTR(?t, 2)",
        "STRAFTER(?t, 'a')",
        "?t * 3",
        "?t / 3",
        "math:pow(?t, 3)",
        "math:pow(2, ?t)",
        "fn:round-half-to-even(?t, 1)",
        "fn:round(?t)",
        "IF(?t, 1, 2)",
        "COALESCE(?t + 1, 'none')",
        "?t IN (7, 'abc')",
        "BOUND(?t)",
        "TRIPLE(?t, rdfs:label, ?p)",
        "EXISTS { FILTER (REGEX(STR(?t), 'a')) }",
        "NOT EXISTS { BIND (CONCAT(?t, 'x') AS ?z) FILTER (?z = 'abcx') }",
        "<http://e/unknown>(?t)",
      })
  void sameValues(String expression) {
    String head = "SELECT ?t ?p (" + expression + " AS ?r) { " + TEXTS;
    demandSame(head + PATTERNS + " }");
    demandSame(head + NO_PATTERNS + " }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"i", "s", "m", "x", "q", "imsx", "iq", "z", "''@en", "7", ""})
  void sameFlags(String flags) {
    String given = flags.startsWith("'") || flags.equals("7") ? flags : "'" + flags + "'";
    for (String call :
        List.of(
            "REGEX(?t, ?p, %s)",
            "fn:matches(?t, ?p, %s)",
            "REPLACE(?t, ?p, 'x', %s)",
            "fn:replace(?t, ?p, 'x', %s)",
            "sparql:regex(?t, ?p, %s)")) {
      demandSame("SELECT ?t ?p (" + call.formatted(given) + " AS ?r) { " + TEXTS + PATTERNS + " }");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?t { TEXTS FILTER REGEX(?t, 'a', 'i') }",
        "SELECT ?t { TEXTS FILTER REGEX(?t, 'X Y', 'iq') }",
        "SELECT (REPLACE(?t, 'a', 'b', 'i') AS ?x) { TEXTS }",
        "SELECT (REPLACE(?t, 'a*', 'b') AS ?x) { TEXTS }",
        "SELECT (REPLACE(?t, '$1', '\\\\$1', 'q') AS ?x) { TEXTS }",
        "SELECT (GROUP_CONCAT(?t) AS ?x) { TEXTS }",
        "SELECT (GROUP_CONCAT(?t ; separator='') AS ?x) { TEXTS FILTER BOUND(?t) }",
        "SELECT (GROUP_CONCAT(?t ; separator=', ') AS ?x) { TEXTS FILTER BOUND(?t) }",
        "SELECT (GROUP_CONCAT(DISTINCT STR(?t)) AS ?x) { TEXTS PATTERNS FILTER BOUND(?t) }",
        "SELECT (GROUP_CONCAT(DISTINCT ?t ; separator='|') AS ?x) { TEXTS FILTER BOUND(?t) }",
        "SELECT (GROUP_CONCAT(?t) AS ?x) { TEXTS FILTER (?t = 'nothing') }",
        "SELECT (GROUP_CONCAT(DISTINCT ?t) AS ?x) { TEXTS FILTER (?t = 'nothing') }",
        "SELECT ?p (GROUP_CONCAT(?t + 1) AS ?x) { TEXTS PATTERNS } GROUP BY ?p",
        "SELECT ?p (COUNT(*) AS ?n) (SUM(?t) AS ?s) { TEXTS PATTERNS } GROUP BY ?p",
        "SELECT (COUNT(*) AS ?n) { TEXTS } HAVING (COUNT(*) > 3)",
        "SELECT ?t { TEXTS } ORDER BY CONCAT(?t, 'x') ?t",
        "SELECT ?t ?u { TEXTS OPTIONAL { BIND ('abc' AS ?u) FILTER REGEX(?t, ?u) } }",
        "SELECT ?x { TEXTS ?x apf:strSplit (?t ' ') }",
        "SELECT ?t { TEXTS ?t apf:strSplit ('abc,aaa' ',') }",
        "SELECT ?t ?x { TEXTS FILTER BOUND(?t) ?x apf:concat (?t ?t) }",
        "SELECT ((1 + 2) * 3 AS ?x) (CONCAT('a', 'b') AS ?y) { }",
      })
  void sameRows(String query) {
    demandSame(query.replace("TEXTS", TEXTS).replace("PATTERNS", PATTERNS));
  }

  private static void demandSame(String text) {
    Query query = QueryFactory.create(Runaway.PREFIXES + text, Syntax.syntaxSPARQL_12);
    List<String> expected = rows(ARQS, query);
    assertFalse(expected.isEmpty(), text);
    assertEquals(String.join("\n", expected), String.join("\n", rows(OURS, query)));
  }

  private static List<String> rows(DatasetGraph dataset, Query query) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      RowSet rows = execution.select();
      List<Var> variables = rows.getResultVars();
      return rows.stream().map(row -> row(row, variables)).toList();
    } catch (ExprException e) {
      return List.of(e.getMessage());
    }
  }

  private static String row(Binding row, List<Var> variables) {
    return variables.stream().map(v -> v + "=" + row.get(v)).toList().toString();
  }
}
