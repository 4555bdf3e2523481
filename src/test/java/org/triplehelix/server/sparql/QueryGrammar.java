package org.triplehelix.server.sparql;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries by chance, each from its seed: well written, over the terms of {@link SmallRelease}.
 * Variants of a query differ in their constants and in nothing else.
 */
final class QueryGrammar {
  static final String PREFIXES =
      """
      PREFIX id: <https://w3id.org/triplehelix/id/>
      PREFIX mu: <https://w3id.org/triplehelix/source/made-up/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final List<String> THINGS = List.of("?a", "?b", "?c");
  private static final List<String> VALUES = List.of("?v", "?w");
  private static final List<String> VARIABLES = List.of("?a", "?b", "?c", "?v", "?w");
  private static final List<String> RELATIONS =
      List.of("th:relation0", "th:relation1", "th:relation2");
  private static final List<String> OTHERS =
      List.of("true", "1.5", "1e0", "'2020-01-02'^^xsd:date", "'x'@en-GB", "th:Kind1", "-1", "''");
  private static final List<String> CONDITIONS =
      List.of(
          "BOUND(?b)",
          "!BOUND(?v)",
          "REGEX(STR(%s), 'thing-?[0-3]')",
          "REGEX(%s, 'OLD|物', 'i')",
          "CONTAINS(STR(%s), 'o')",
          "CONTAINS(LCASE(STR(%s)), 'ld')",
          "STRSTARTS(STR(%s), 'n')",
          "STRENDS(STR(%s), '3')",
          "LANGMATCHES(LANG(%s), 'zh')",
          "LANG(%s) = 'en'",
          "%s",
          "!(%s)",
          "isIRI(%s)",
          "isNumeric(%s)",
          "sameTerm(%s, %s)",
          "%s = %s",
          "%s != %s",
          "%s < %s",
          "%s >= %s",
          "%s IN (%s, %s)",
          "%s NOT IN (%s, 3)",
          "%s = %s || BOUND(?v)",
          "%s < 7 && %s > 1");
  private static final List<String> FUNCTIONS =
      List.of(
          "STR(%s)",
          "UCASE(STR(%s))",
          "STRLEN(STR(%s))",
          "(%s + 1)",
          "(%s * %s)",
          "(%s / 4)",
          "(%s - %s)",
          "-(%s)",
          "ABS(%s)",
          "ROUND(%s)",
          "LANG(%s)",
          "DATATYPE(%s)",
          "IF(BOUND(?a), %s, %s)",
          "IF(%s, 1, 2)",
          "COALESCE(%s, %s)",
          "CONCAT(STR(%s), 'x')",
          "SUBSTR(STR(%s), 2, 3)",
          "REPLACE(STR(%s), 'g', 'k')",
          "STRBEFORE(STR(%s), '-')",
          "STRAFTER(STR(%s), 'thing')",
          "STRLANG(STR(%s), 'en')",
          "STRDT(STR(%s), xsd:integer)",
          "xsd:integer(%s)",
          "xsd:boolean(%s)",
          "xsd:decimal(%s)",
          "IRI(STR(%s))",
          "ENCODE_FOR_URI(STR(%s))",
          "MD5(STR(%s))",
          "YEAR(%s)",
          "(%s = %s)",
          "(%s < %s)",
          "(%s && %s)",
          "(%s || BOUND(?b))");
  private static final List<String> AGGREGATES =
      List.of(
          "COUNT(*)",
          "COUNT(%s)",
          "COUNT(DISTINCT %s)",
          "COUNT(DISTINCT *)",
          "SUM(%s)",
          "SUM(DISTINCT %s)",
          "AVG(%s)",
          "MIN(?v)",
          "MAX(?a)");
  private static final int DEPTH = 2;

  private final Random shape;
  private final Random constants;
  private int made;

  private QueryGrammar(long seed, int variant) {
    shape = new Random(seed);
    constants = new Random(seed * 31 + variant);
  }

  /** The query of a seed. */
  static String query(long seed, int variant) {
    return PREFIXES + new QueryGrammar(seed, variant).query();
  }

  private String query() {
    return switch (shape.nextInt(12)) {
      case 0 -> "ASK " + from() + group(DEPTH);
      case 1 -> "CONSTRUCT { ?a th:made ?b . ?c ?p ?v } " + from() + "WHERE " + group(DEPTH);
      case 2 -> "CONSTRUCT { ?a th:part [ th:of ?b ; th:value ?v ] } WHERE " + group(DEPTH);
      case 3 -> "DESCRIBE ?a " + thing() + " WHERE " + group(1);
      case 4, 5, 6 -> grouped(DEPTH) + last();
      case 7 -> ordered(DEPTH);
      default -> select(DEPTH) + last();
    };
  }

  private String last() {
    return chance(8) ? " " + values() : "";
  }

  private String from() {
    return switch (shape.nextInt(10)) {
      case 0 -> "FROM mu:s1 FROM mu:s2 ";
      case 1 -> "FROM mu:s0 FROM NAMED mu:s1 FROM NAMED mu:s3 ";
      default -> "";
    };
  }

  private String select(int depth) {
    String distinct = chance(3) ? "DISTINCT " : "";
    String columns = chance(3) ? "*" : "?a ?b ?v (" + expression(2) + " AS " + fresh() + ")";
    return "SELECT " + distinct + columns + " " + (depth == DEPTH ? from() : "") + group(depth);
  }

  private String ordered(int depth) {
    String order = chance(2) ? "DESC(?v) ?a ?b" : "?b ?a ?v";
    String most = chance(3) ? "1500" : Integer.toString(1 + shape.nextInt(9));
    String offset = chance(3) ? " OFFSET 2" : "";
    return "SELECT ?a ?b ?v %s ORDER BY %s LIMIT %s%s".formatted(group(depth), order, most, offset);
  }

  private String grouped(int depth) {
    String by = one(List.of("?a", "?a ?b", "(STR(?v) AS ?a)"));
    String having = chance(3) ? " HAVING (COUNT(*) > " + number() + ")" : "";
    String made = filled(one(AGGREGATES), () -> one(VARIABLES));
    String head = chance(6) ? "SELECT" : "SELECT ?a";
    return "%s (%s AS %s) %s%s%s"
        .formatted(
            head, made, fresh(), group(depth), head.endsWith("a") ? " GROUP BY " + by : "", having);
  }

  private String group(int depth) {
    return IntStream.range(0, shape.nextInt(3))
        .mapToObj(i -> part(depth))
        .collect(Collectors.joining(" ", "{ " + triples() + " ", " }"));
  }

  private String part(int depth) {
    int kind = shape.nextInt(depth > 0 ? 16 : 4);
    return switch (kind) {
      case 0 -> triples();
      case 1, 2 -> "FILTER (" + condition() + ")";
      case 3, 4 -> values();
      case 5, 6, 7 -> "OPTIONAL " + group(depth - 1);
      case 8 -> group(depth - 1) + " UNION " + group(depth - 1);
      case 9 -> "MINUS " + group(depth - 1);
      case 10 -> "FILTER " + (chance(2) ? "NOT " : "") + "EXISTS " + group(depth - 1);
      case 11, 12 -> "GRAPH " + graph() + " " + group(depth - 1);
      case 13 -> "{ " + select(depth - 1) + " }";
      case 14 -> "{ " + (chance(2) ? ordered(depth - 1) : grouped(depth - 1)) + " }";
      default -> "BIND (" + expression(2) + " AS " + fresh() + ")";
    };
  }

  private String graph() {
    return switch (shape.nextInt(5)) {
      case 0 -> "mu:s" + constants.nextInt(6);
      case 1 -> "<urn:x-arq:UnionGraph>";
      case 2 -> "?a";
      default -> "?g";
    };
  }

  private String values() {
    if (chance(2)) {
      String variable = one(THINGS);
      return "VALUES " + variable + " { " + thing() + " " + thing() + " UNDEF }";
    }
    return "VALUES (?a ?v) { (%s %s) (UNDEF %s) (%s UNDEF) }"
        .formatted(thing(), number(), number(), thing());
  }

  private String triples() {
    String subject = chance(9) ? thing() : one(THINGS);
    return switch (shape.nextInt(9)) {
          case 0 ->
              subject + " rdfs:label " + (chance(5) ? "'thing " + number() + "'@en" : value());
          case 1 -> subject + " th:note " + (chance(5) ? text() : value());
          case 2 -> subject + " th:value " + (chance(5) ? number() : value());
          case 3 -> subject + " " + one(List.of("th:amount", "th:day", "th:isOld")) + " " + value();
          case 4 -> subject + (chance(2) ? " a " : " rdf:type ") + "th:Kind" + shape.nextInt(3);
          case 5 -> subject + " ?p " + (chance(2) ? one(THINGS) : value());
          default -> subject + " " + path() + " " + (chance(7) ? thing() : one(THINGS));
        }
        + " .";
  }

  private String path() {
    String first = one(RELATIONS);
    String second = one(RELATIONS);
    return switch (shape.nextInt(16)) {
      case 0 -> first + "/" + second;
      case 1 -> "(" + first + "|^" + second + ")";
      case 2 -> "^" + first;
      case 3 -> first + "+";
      case 4 -> first + "*";
      case 5 -> first + "?";
      case 6 -> "!(" + first + "|^" + second + ")";
      case 7 -> "(" + first + "/" + second + ")*";
      default -> first;
    };
  }

  private String condition() {
    return filled(one(CONDITIONS), () -> expression(1));
  }

  private String expression(int depth) {
    if (depth > 0 && chance(20)) {
      return "EXISTS " + group(0);
    }
    if (depth == 0 || chance(3)) {
      return chance(3) ? constant() : one(VARIABLES);
    }
    return filled(one(FUNCTIONS), () -> expression(depth - 1));
  }

  private static String filled(String pattern, Supplier<String> expression) {
    StringBuilder text = new StringBuilder(pattern);
    for (int at = text.indexOf("%s"); at >= 0; at = text.indexOf("%s", at)) {
      String filling = expression.get();
      text.replace(at, at + 2, filling);
      at += filling.length();
    }
    return text.toString();
  }

  private String constant() {
    return switch (shape.nextInt(5)) {
      case 0 -> thing();
      case 1 -> number();
      case 2 -> text();
      default -> one(OTHERS);
    };
  }

  private String value() {
    return one(VALUES);
  }

  private String thing() {
    return "id:thing-" + constants.nextInt(SmallRelease.THINGS);
  }

  private String number() {
    return Integer.toString(constants.nextInt(10));
  }

  private String text() {
    return "'" + SmallRelease.NOTES.get(constants.nextInt(SmallRelease.NOTES.size())) + "'";
  }

  private String fresh() {
    return "?new" + made++;
  }

  private boolean chance(int of) {
    return shape.nextInt(of) == 0;
  }

  private String one(List<String> list) {
    return list.get(shape.nextInt(list.size()));
  }
}
