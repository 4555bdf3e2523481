package org.triplehelix.query.run;

import static org.triplehelix.query.run.LimitReached.Kind.BYTES;
import static org.triplehelix.query.run.LimitReached.Kind.LENGTH;
import static org.triplehelix.query.run.LimitReached.Kind.MEMORY;
import static org.triplehelix.query.run.LimitReached.Kind.NESTING;
import static org.triplehelix.query.run.LimitReached.Kind.ROWS;
import static org.triplehelix.query.run.LimitReached.Kind.TIME;
import static org.triplehelix.query.run.LimitReached.Kind.VALUE;

import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.triplehelix.query.run.LimitReached.Kind;

/**
 * A kind of query that, left alone, takes all time or memory there is; and one like it that is
 * small.
 *
 * @param name of the kind
 * @param big ends by a limit
 * @param ends by one of these
 * @param small is answered
 */
public record Runaway(String name, String big, Set<Kind> ends, String small) {
  public static final String PREFIXES =
      """
      PREFIX afn: <http://jena.apache.org/ARQ/function#>
      PREFIX apf: <http://jena.apache.org/ARQ/property#>
      PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sparql: <http://www.w3.org/ns/sparql#>
      PREFIX text: <http://jena.apache.org/text#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final Set<Kind> SLOW = Set.of(TIME);
  private static final Set<Kind> LARGE = Set.of(TIME, MEMORY);
  private static final String ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";

  /** All kinds that are known. */
  public static Set<Runaway> all() {
    return Set.of(
        select("cross product, counted", "SELECT (COUNT(*) AS ?n) {", ALL, SLOW),
        select("cross product, DISTINCT", "SELECT DISTINCT ?a ?d ?g {", ALL, LARGE),
        new Runaway(
            "cross product, ORDER BY",
            "SELECT * { " + ALL + " } ORDER BY ?i ?a",
            LARGE,
            "SELECT * { ?a rdfs:label ?c } ORDER BY ?c"),
        hoarding("ORDER BY of long texts", "SELECT * { %s } ORDER BY ?x"),
        hoarding("DISTINCT long texts", "SELECT DISTINCT ?x { %s }"),
        hoarding("GROUP BY long texts", "SELECT ?x (COUNT(*) AS ?n) { %s } GROUP BY ?x"),
        hoarding("joined long texts", "SELECT * { { %s } { SELECT ?x { } LIMIT 1 } }"),
        hoarding("SAMPLEs of long texts", "SELECT ?a ?d (SAMPLE(?x) AS ?s) { %s } GROUP BY ?a ?d"),
        new Runaway(
            "rows",
            "SELECT * { " + ALL + " }",
            Set.of(ROWS, BYTES, TIME),
            "SELECT * { ?a rdfs:label ?c }"),
        new Runaway(
            "GROUP BY",
            "SELECT ?a ?f ?g (COUNT(*) AS ?n) { " + ALL + " } GROUP BY ?a ?f ?g",
            LARGE,
            "SELECT ?b (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?b"),
        new Runaway(
            "GROUP_CONCAT",
            "SELECT (GROUP_CONCAT(STR(?c)) AS ?x) { " + ALL + " }",
            Set.of(VALUE),
            "SELECT (GROUP_CONCAT(?c) AS ?x) { ?a rdfs:label ?c }"),
        new Runaway(
            "GROUP_CONCAT DISTINCT",
            "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?c), STR(?f), STR(?a)) ; separator='|') AS"
                + " ?x) { ?a ?b ?c . ?d ?e ?f }",
            Set.of(VALUE, TIME),
            "SELECT (GROUP_CONCAT(DISTINCT ?b) AS ?x) { ?a ?b ?c }"),
        new Runaway(
            "COUNT DISTINCT",
            "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?f), STR(?g))) AS ?n) { " + ALL + " }",
            LARGE,
            "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a ?b ?c }"),
        new Runaway(
            "CONSTRUCT",
            "CONSTRUCT { ?a ?e ?i } WHERE { " + ALL + " }",
            Set.of(ROWS, TIME, MEMORY),
            "CONSTRUCT WHERE { ?a rdfs:label ?c }"),
        new Runaway(
            "path",
            "SELECT (COUNT(*) AS ?n) { ?a (!th:none|^!th:none)* ?c . ?d (!th:none)* ?f }",
            LARGE,
            "SELECT * { id:thing-7 th:relation1/th:relation2 ?c }"),
        new Runaway(
            "OPTIONAL",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }",
            SLOW,
            "SELECT * { ?a rdfs:label ?c OPTIONAL { ?a th:relation1 ?d } }"),
        new Runaway(
            "MINUS",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?h ?i . ?d ?k ?l } }",
            LARGE,
            "SELECT * { ?a rdfs:label ?c MINUS { ?a th:relation1 ?d } }"),
        new Runaway(
            "NOT EXISTS",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?g ?h ?i FILTER (?g"
                + " = ?f && ?i = ?a && ?h = ?c) } }",
            SLOW,
            "SELECT * { ?a rdfs:label ?c FILTER NOT EXISTS { ?a th:relation1 ?d } }"),
        new Runaway(
            "VALUES",
            "SELECT (COUNT(*) AS ?n) { "
                + times(4, i -> "VALUES ?v" + i + " { " + times(400, k -> k + " ") + "} ")
                + "}",
            LARGE,
            "SELECT * { VALUES ?v { " + times(400, k -> "-" + k + " ") + "} }"),
        new Runaway("regex", regex("REGEX", 60), SLOW, regex("REGEX", 5)),
        new Runaway("fn:matches", regex("fn:matches", 60), SLOW, regex("fn:matches", 5)),
        new Runaway("sparql:regex", regex("sparql:regex", 60), SLOW, regex("sparql:regex", 5)),
        new Runaway(
            "CALLed regex",
            regex("fn:apply", 60).replace("fn:apply(", "fn:apply(fn:matches, "),
            SLOW,
            regex("fn:apply", 5).replace("fn:apply(", "fn:apply(fn:matches, ")),
        new Runaway(
            "regex in EXISTS",
            "SELECT * { FILTER EXISTS { FILTER "
                + REGEX.formatted("REGEX", "a".repeat(60))
                + " } }",
            SLOW,
            "SELECT * { FILTER EXISTS { FILTER " + REGEX.formatted("REGEX", "aaab") + " } }"),
        new Runaway(
            "regex in HAVING",
            "SELECT (COUNT(*) AS ?n) { } HAVING " + REGEX.formatted("REGEX", "a".repeat(60)),
            SLOW,
            "SELECT (COUNT(*) AS ?n) { } HAVING " + REGEX.formatted("REGEX", "aaab")),
        new Runaway(
            "regex in an aggregate",
            "SELECT (SUM(IF(" + REGEX.formatted("REGEX", "a".repeat(60)) + ", 1, 0)) AS ?n) { }",
            SLOW,
            "SELECT (SUM(IF(" + REGEX.formatted("REGEX", "aaab") + ", 1, 0)) AS ?n) { }"),
        new Runaway(
            "regex on a long text",
            "SELECT (REGEX('" + "ab".repeat(20_000) + "c', '^(a|b)*$') AS ?x) { }",
            Set.of(NESTING),
            "SELECT (REGEX('" + "ab".repeat(20) + "c', '^(a|b)*$') AS ?x) { }"),
        new Runaway("REPLACE backtracking", replace("REPLACE", 60), SLOW, replace("REPLACE", 5)),
        new Runaway("fn:replace", replace("fn:replace", 60), SLOW, replace("fn:replace", 5)),
        new Runaway(
            "strSplit",
            "SELECT * { ?x apf:strSplit ('" + "a".repeat(60) + "' '^(a*)*\\\\1b$') }",
            SLOW,
            "SELECT * { ?x apf:strSplit ('a, b' ',') }"),
        doubling("CONCAT", i -> "CONCAT(?v" + i + ", ?v" + i + ")"),
        doubling("fn:concat", i -> "fn:concat(?v" + i + ", ?v" + i + ")"),
        doubling("sparql:concat", i -> "sparql:concat(?v" + i + ", ?v" + i + ")"),
        doubling("afn:strjoin", i -> "afn:strjoin('-', ?v" + i + ", ?v" + i + ")"),
        doubling("fn:apply", i -> "fn:apply(fn:concat, ?v" + i + ", ?v" + i + ")"),
        doubling("REPLACE growth", i -> "REPLACE(?v" + i + ", '.', 'xxxx')"),
        doubling("ENCODE_FOR_URI", i -> "ENCODE_FOR_URI(CONCAT(?v" + i + ", ?v" + i + "))", "'%'"),
        doubling("TRIPLE", i -> "TRIPLE(?v" + i + ", th:of, ?v" + i + ")", "id:x"),
        doubling("multiplication", i -> "?v" + i + " * ?v" + i, "99999999"),
        doubling("sparql:multiply", i -> "sparql:multiply(?v" + i + ", ?v" + i + ")", "99999999"),
        doubling("decimals", i -> "?v" + i + " * ?v" + i, "0.99999999"),
        doubling("IRI", i -> "IRI(CONCAT(STR(?v" + i + "), '/', STR(?v" + i + ")))", "id:x"),
        new Runaway(
            "apf:concat",
            "SELECT ?v30 { BIND ('xxxx' AS ?v0) "
                + times(30, i -> "?v" + (i + 1) + " apf:concat (?v" + i + " ?v" + i + ") . ")
                + "}",
            Set.of(VALUE),
            "SELECT * { ?x apf:concat ('a' 'b') }"),
        new Runaway(
            "digits",
            "SELECT (xsd:integer(CONCAT(" + nines(40_000) + ", " + nines(40_000) + ")) AS ?x) { }",
            Set.of(VALUE),
            "SELECT (xsd:integer(" + nines(400) + ") AS ?x) { }"),
        new Runaway(
            "digits by STRDT",
            "SELECT (STRDT(CONCAT(" + nines(40_000) + ", '1'), xsd:integer) AS ?x) { }",
            Set.of(VALUE),
            "SELECT (STRDT(" + nines(400) + ", xsd:integer) AS ?x) { }"),
        new Runaway(
            "digits as written",
            "SELECT (" + "9".repeat(50_000) + " AS ?x) { }",
            Set.of(LENGTH),
            "SELECT (" + "9".repeat(500) + " AS ?x) { }"),
        new Runaway(
            "digits as a literal",
            "SELECT (" + nines(50_000) + "^^xsd:decimal AS ?x) { }",
            Set.of(LENGTH),
            "SELECT (" + nines(500) + "^^xsd:decimal AS ?x) { }"),
        new Runaway(
            "math:pow",
            "SELECT (math:pow(10, 100000000) AS ?x) { }",
            Set.of(VALUE),
            "SELECT (math:pow(10, 100) AS ?x) { }"),
        new Runaway(
            "fn:round-half-to-even",
            "SELECT (fn:round-half-to-even(1.5, 100000000) AS ?x) { }",
            Set.of(VALUE),
            "SELECT (fn:round-half-to-even(1.55, 1) AS ?x) { }"),
        new Runaway(
            "IRI to resolve",
            "SELECT (IRI('" + "../".repeat(20_000) + "') AS ?x) { }",
            Set.of(VALUE),
            "SELECT (IRI('" + "../".repeat(20) + "') AS ?x) { }"),
        new Runaway(
            "IRI as written",
            "SELECT (<" + "../".repeat(20_000) + "> AS ?x) { }",
            Set.of(LENGTH),
            "SELECT (<" + "../".repeat(20) + "> AS ?x) { }"),
        deep("groups", i -> "{".repeat(i) + "}".repeat(i), 5_000, 20),
        deep("UNIONs", i -> times(i, k -> "{ } UNION ") + "{ }", 5_000, 200),
        deep("OPTIONALs", i -> times(i, k -> "OPTIONAL { ?a ?b ?c } "), 3_000, 20),
        deep("BINDs", i -> times(i, k -> "BIND (" + k + " AS ?v" + k + ") "), 3_500, 200),
        deep("path steps", i -> "?a th:of" + "/th:of".repeat(i) + " ?b", 5_000, 200),
        deep("path choices", i -> "?a (th:of" + "|th:of".repeat(i) + ") ?b", 5_000, 200),
        deep(
            "inverse paths",
            i -> "?a " + "^(".repeat(i) + "th:of" + ")".repeat(i) + " ?b",
            5_000,
            20),
        deep("parentheses", i -> "FILTER " + "(".repeat(i) + "1" + ")".repeat(i), 5_000, 50),
        deep("sums", i -> "FILTER (1" + "+1".repeat(i) + " > 0)", 5_000, 200),
        deep("disjunctions", i -> "FILTER (1 = 1" + " || 1 = 2".repeat(i) + ")", 5_000, 50),
        deep("negations", i -> "FILTER (" + "!".repeat(i) + "true)", 5_000, 50),
        deep("blank nodes", i -> "?a ?b " + "[ ?c ".repeat(i) + "1" + " ]".repeat(i), 5_000, 20),
        deep("lists", i -> "?a ?b " + "( ".repeat(i) + "1" + " )".repeat(i), 5_000, 20),
        deep("triple patterns", i -> times(i, k -> "?a" + k + " th:of ?b . "), 5_000, 100),
        new Runaway(
            "text",
            "SELECT * { VALUES ?v { " + times(200_000, k -> k + " ") + "} }",
            Set.of(LENGTH),
            "SELECT * { VALUES ?v { " + times(9_000, k -> k + " ") + "} }"));
  }

  private static final String REGEX = "%s('%s', '^(a*)*\\\\1b$')";

  private static String regex(String function, int length) {
    return "SELECT (" + REGEX.formatted(function, "a".repeat(length)) + " AS ?x) { }";
  }

  private static String replace(String function, int length) {
    return "SELECT ("
        + function
        + "('"
        + "a".repeat(length)
        + "', '^(a*)*\\\\1b$', 'x') AS ?x) { }";
  }

  private static String nines(int digits) {
    return "'" + "9".repeat(digits) + "'";
  }

  private static Runaway select(String name, String head, String patterns, Set<Kind> ends) {
    return new Runaway(name, head + patterns + " }", ends, head + "?a th:relation1 ?d, ?g }");
  }

  private static Runaway hoarding(String name, String query) {
    return new Runaway(
        name,
        query.formatted(longText(14) + pairs("?a rdfs:label ?c . ?d rdfs:label ?f . ")),
        Set.of(TIME, MEMORY, BYTES),
        query.formatted(longText(2) + pairs("VALUES (?a ?d) { (id:x id:y) (id:y id:x) } ")));
  }

  private static String longText(int doublings) {
    return "BIND ('long text' AS ?v0) "
        + times(doublings, i -> "BIND (CONCAT(?v" + i + ", ?v" + i + ") AS ?v" + (i + 1) + ") ")
        + "BIND (?v"
        + doublings
        + " AS ?v) ";
  }

  private static String pairs(String pattern) {
    return pattern + "BIND (CONCAT(?v, STR(?a), STR(?d)) AS ?x)";
  }

  private static Runaway doubling(String name, IntFunction<String> next) {
    return doubling(name, next, "'xxxx'");
  }

  private static Runaway doubling(String name, IntFunction<String> next, String first) {
    IntFunction<String> query =
        depth ->
            "SELECT ?v%d { BIND (%s AS ?v0) ".formatted(depth, first)
                + times(depth, i -> "BIND (" + next.apply(i) + " AS ?v" + (i + 1) + ") ")
                + "}";
    return new Runaway(name, query.apply(60), Set.of(VALUE), query.apply(3));
  }

  private static Runaway deep(String name, IntFunction<String> pattern, int big, int small) {
    return new Runaway(
        name,
        "SELECT * { " + pattern.apply(big) + " }",
        Set.of(NESTING, LENGTH),
        "SELECT * { " + pattern.apply(small) + " } LIMIT 10");
  }

  private static String times(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return name;
  }
}
