package org.triplehelix.query.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/** What is wrong with the text of a query is told with its place and what to do. */
class QueryTextTest {

  private static Query parse(String text) {
    return QueryText.parse("query", text, Limits.forServer(), Prefixes.standard());
  }

  private static String problem(String text) {
    return assertThrows(BadInputException.class, () -> parse(text), text).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { ?s th:of ?o } | query:1:15: the prefix th: is not declared;"
            + " add PREFIX th: <https://w3id.org/triplehelix/ontology#>",
        "SELECT * { ?s skso:prefLabel ?o } | query:1:15: the prefix skso: is not declared;"
            + " did you mean skos:, with PREFIX skos: <http://www.w3.org/2004/02/skos/core#>?",
        "SELECT * { ?s farAway:x ?o } | query:1:15: the prefix farAway: is not declared;"
            + " declare it at the top: PREFIX farAway: <...>",
        "SELECT * { ?s ?p } | query:1:18: is no SPARQL query: unexpected }; mend it there",
        "SELECT * { ?s ?p ?o . FILTER ?o } | query:1:30: is no SPARQL query: unexpected ?o;"
            + " mend it there",
        "SELECT * { ?s ?p 5 6 } | query:1:20: is no SPARQL query: unexpected 6; mend it there",
      })
  void faultsOfTheText(String text, String problem) {
    assertEquals(problem, problem(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { service SILENT <http://e/> { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { SERVICE <http://e/> { ?s ?p ?o } } }",
        "SELECT * { FILTER (1 = 2 || NOT EXISTS { { SERVICE ?x { ?s ?p ?o } } }) }",
        "SELECT (EXISTS { SERVICE <http://e/> { ?s ?p ?o } } AS ?x) { }",
        "SELECT * { { SELECT * { SERVICE <http://e/> { ?s ?p ?o } } } }",
        "SELECT * { BIND (EXISTS { SERVICE <http://e/> { } } AS ?x) }",
        "SELECT * { } ORDER BY (EXISTS { SERVICE <http://e/> { } })",
        "SELECT (SUM(IF(EXISTS { SERVICE <http://e/> { } }, 1, 0)) AS ?n) { } GROUP BY ?x",
      })
  void otherServersAreNotAsked(String text) {
    String problem = problem(text);
    assertEquals(
        "SERVICE asks another server, which is not done here; ask that server by itself, and bring its answer in by VALUES",
        problem.substring(problem.indexOf("SERVICE")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { \\u0053ERVICE SILENT <http://e/> { ?s ?p ?o } }",
        "ASK \\u007B \\u007D",
        "SELECT * { \\uu0053ERVICE <http://e/> { ?s ?p ?o } }",
        "PREFIX e: <http://e/> ASK { ?s e:a\\u0062c ?o }",
        "ASK { ?s ?a\\u0062c ?o }",
        "ASK { ?s ?p 'a' } \\U00000055NION { }",
      })
  void bracketsAndKeywordsInDisguiseAreRefused(String text) {
    assertTrue(problem(text).contains("write the character itself"), problem(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { # to the end of the line\rSERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { # no line \\u000a\nSERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?v { \"\"\"x\" } SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?v { '''x' '\\' '} SERVICE <http://e/> { ?s ?p ?o } }",
      })
  void nothingIsTakenForACommentOrStringThatIsNone(String text) {
    assertTrue(problem(text).contains("SERVICE asks another server"), problem(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { ?s ?p '\\ud83c\\udca1' }",
        "ASK { ?s ?p '\\U00110000' }",
        "ASK { ?s ?p '\\uu0041' }",
        "ASK { ?s ?p 'a\\u00' }",
        "ASK { ?s ?p <http://e/\\u003e> }",
        "ASK { ?s ?p <http://e/\\ud83c> }",
      })
  void escapesOfNoCharacterAreRefused(String text) {
    assertTrue(problem(text).contains("stands for no character here"), problem(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'caf\\u00e9 \\u521b' | 'café 创'",
        "'\\u0061\\U00000062\\U0001F47E' | 'ab👾'",
        "'a\\u0022\\u0027\\u005C\\u000A\\u000D' | 'a\\\"\\'\\\\\\n\\r'",
        "'\\u005Cn' | '\\\\n'",
        "'\\u005Cu0041' | '\\\\u0041'",
        "'\\\\u0041' | '\\\\u0041'",
        "<http://e/\\u0061\\U0001F47E> | <http://e/a👾>",
        "'x' # \\u0041 | 'x'",
      })
  void escapesInStringsAndIrisAreWhatTheyStandFor(String escaped, String plain) {
    Query given = parse("SELECT * { ?s ?p " + escaped + "\n}");
    assertEquals(parse("SELECT * { ?s ?p " + plain + "\n}"), given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?service ?p 'SERVICE' # SERVICE\n }",
        "SELECT * { <http://e/SERVICE> ?p \"\"\"a \" SERVICE \\\"\"\"\" }",
        "PREFIX service: <http://e/> SELECT * { ?s service:SERVICE 'it\\'s SERVICE'@en-SERVICE }",
        "SELECT * { ?s ?p ?o FILTER (?o < 3 && ?o > 2) ?x ?y ?z }",
        "SELECT * { << ?s ?p ?o >> ?y ?z . ?s ?p ?o {| ?y ?z |} . ?a ?b <<( ?s ?p ?o )>> }",
        "PREFIX e: <http://e/> SELECT * { ?s e:a-b\\-c.d%20e ?o . _:b-1 ?p -1, +2, 3.5e-7 }",
      })
  void whatOnlyLooksBadIsParsed(String text) {
    assertDoesNotThrow(() -> parse(text));
  }

  private static String words(String text) {
    return QueryText.understand("query", text, Limits.forServer(), Prefixes.standard()).words();
  }

  @Test
  void layoutAndCommentsAreNoWords() {
    String words = "ASK { ?s ?p 'a  b' , <http://e/#c> FILTER (?p < 3) }";
    assertEquals(words, words(words));
    assertEquals(
        words,
        words(
            "ASK\t{ # what\r?s\r\n ?p 'a  b' ,\n\n<http://e/#c>\n#\n# 'then'\n  FILTER (?p < 3) }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK { ?s ?p 'a b' }",
        "ASK { ?s ?p 'a # b' }",
        "ASK { ?s ?p '''a\n# b''' }",
        "ASK { ?s ?p <http://e/#a> }",
        "ASK { ?s ?p <http://e/#b> }",
        "ASK { ?s ?p \"a  b\" }",
      })
  void whatIsWithinTermsCounts(String text) {
    assertEquals(text, words(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { LET (?x := 1) }",
        "SELECT * { ?s <http://e/p>{1000000} ?o }",
        "SELECT (FOLD(?x) AS ?y) { ?s ?p ?x }",
        "JSON { 'a': ?s } WHERE { ?s ?p ?o }",
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { FILTER REGEX('a', '(') }",
        "",
      })
  void onlyStandardQueriesAreParsed(String text) {
    problem(text);
  }

  @Test
  void theEndOfALineIsNamed() {
    String problem = problem("SELECT *\n{ ?s ?p 'x }");
    assertTrue(problem.startsWith("query:2:"), problem);
    assertTrue(problem.contains("unexpected <EOF>"), problem);
  }

  @Test
  void noMessageHasAClassOfJava() {
    for (String text :
        new String[] {"", "x", "SELECT * { FILTER REGEX('a', '(') }", "SELECT * {"}) {
      assertEquals(-1, problem(text).indexOf("java"), problem(text));
    }
  }
}
