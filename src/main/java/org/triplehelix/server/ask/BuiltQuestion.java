package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.triplehelix.vocab.Prefixes;

/**
 * A question that is put together step by step.
 *
 * @param kind of the things that are looked for
 * @param steps what they must have
 * @param prefixes with which it is written
 */
record BuiltQuestion(Node kind, List<Step> steps, Prefixes prefixes) {

  /** The variables of the answer: the thing, and one for each step that leads to anything. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("thing"));
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).value().isEmpty()) {
        columns.add(column(i));
      }
    }
    return columns;
  }

  /** The variable of a step. */
  static String column(int step) {
    return "value" + (step + 1);
  }

  /** The query for the answer. */
  String sparql() {
    String variables = columns().stream().map(c -> "?" + c).collect(Collectors.joining(" "));
    return written(
        "SELECT DISTINCT "
            + variables
            + "\nWHERE {\n"
            + pattern()
            + "}\nORDER BY "
            + variables
            + "\n");
  }

  /** How many things have each relation, to others or from others. */
  String relations(boolean isInverse) {
    String more = isInverse ? "?other ?relation ?thing" : "?thing ?relation ?other";
    return counted("?relation", pattern() + "  " + more + " .\n", "");
  }

  /** How many things have each value of a step. */
  String values(int step, int most) {
    return counted("?" + column(step), pattern(), "LIMIT " + most + "\n");
  }

  private String counted(String variable, String pattern, String end) {
    return written(
        "SELECT %s (COUNT(DISTINCT ?thing) AS ?count)\nWHERE {\n%s}\nGROUP BY %s\nORDER BY DESC(?count) %s\n%s"
            .formatted(variable, pattern, variable, variable, end));
  }

  private String pattern() {
    StringBuilder pattern =
        new StringBuilder("  ?thing a " + prefixes.abbreviate(kind.getURI()) + " .\n");
    for (int i = 0; i < steps.size(); i++) {
      pattern.append("  ").append(steps.get(i).pattern("?" + column(i), prefixes)).append("\n");
    }
    return pattern.toString();
  }

  private String written(String query) {
    return prefixes.map().entrySet().stream()
            .filter(e -> query.matches("(?s).*[\\s^]" + e.getKey() + ":.*"))
            .map(Map.Entry::getKey)
            .map(prefix -> "PREFIX " + prefix + ": <" + prefixes.map().get(prefix) + ">\n")
            .collect(Collectors.joining())
        + query;
  }
}
