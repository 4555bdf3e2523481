package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  /** Variables beside those of steps, which never begin so. */
  static final String RELATION = "_relation";

  static final String KIND = "_kind";
  static final String OF_NUMBERS = "_unit";
  static final String COUNT = "_count";
  private static final String UNIT = "qudt:hasUnit";

  /** Whether every step goes on from an earlier one that leads to anything. */
  boolean isSound() {
    return IntStream.range(0, steps.size())
        .allMatch(
            i -> {
              int from = steps.get(i).from();
              return from == 0 || from <= i && steps.get(from - 1).value().isEmpty();
            });
  }

  /** The steps that lead to anything and so have a column, by their places. */
  List<Integer> open() {
    return IntStream.range(0, steps.size())
        .filter(i -> steps.get(i).value().isEmpty())
        .boxed()
        .toList();
  }

  /** The variables of the answer: the thing, and one for each step that leads to anything. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("thing"));
    open().forEach(i -> columns.add(column(i)));
    return columns;
  }

  /**
   * The variable of a step: the name of its relation, told apart by its number from an earlier one
   * of the same name.
   */
  String column(int step) {
    String name = name(steps.get(step));
    boolean isTaken =
        steps.subList(0, step).stream().anyMatch(earlier -> name(earlier).equals(name));
    return isTaken || name.equals("thing") ? name + "_" + (step + 1) : name;
  }

  private static String name(Step step) {
    String local = step.relation().getURI().replaceFirst(".*[/#]", "").replaceAll("\\W|_", "");
    String name = local.replaceFirst("^has(?=[A-Z])", "");
    String whole = name.isEmpty() ? "value" : name;
    return whole.substring(0, 1).toLowerCase(Locale.ROOT)
        + whole.substring(1)
        + (step.isInverse() ? "Of" : "");
  }

  /** The same with another step, at the end or in place of one. */
  BuiltQuestion with(int at, Step step) {
    List<Step> changed = new ArrayList<>(steps);
    if (at < changed.size()) {
      changed.set(at, step);
    } else {
      changed.add(step);
    }
    return new BuiltQuestion(kind, changed, prefixes);
  }

  /** The same with one thing or value at a step, and without what went on from there. */
  BuiltQuestion to(int at, Node value) {
    BuiltQuestion alone = having(at + 1);
    for (int i = steps.size() - 1; i > at; i--) {
      if (steps.get(i).from() == at + 1) {
        alone = alone.without(i);
      }
    }
    return alone.with(at, steps.get(at).to(value));
  }

  /** The same with bounds at a step. */
  BuiltQuestion within(int at, Bounds bounds) {
    return having(at + 1).with(at, steps.get(at).within(bounds));
  }

  /** The same without a step and all that go on from it. */
  BuiltQuestion without(int at) {
    BuiltQuestion rest = this;
    for (int i = steps.size() - 1; i > at; i--) {
      if (i < rest.steps.size() && rest.steps.get(i).from() == at + 1) {
        rest = rest.without(i);
      }
    }
    List<Step> left = new ArrayList<>(rest.steps);
    left.remove(at);
    left.replaceAll(step -> step.from() > at + 1 ? step.onFrom(step.from() - 1) : step);
    return new BuiltQuestion(kind, left, prefixes);
  }

  /** The same for things alone that have a step and those before it. */
  BuiltQuestion having(int step) {
    BuiltQuestion question = this;
    for (int i = step; i > 0; i = steps.get(i - 1).from()) {
      question = question.with(i - 1, steps.get(i - 1).optional(false));
    }
    return question;
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

  /** How many things have each relation, to others or from others; from a step's values on. */
  String relations(int from, boolean isInverse) {
    String subject = subject(from);
    String more = isInverse ? "?_other ?_relation " + subject : subject + " ?_relation ?_other";
    return having(from).counted("?" + RELATION, "  " + more + " .\n");
  }

  /** How many things have each value of a step. */
  String values(int step) {
    return having(step + 1).counted("?" + column(step), "");
  }

  /** How many things have each unit of what a step goes on from. */
  String units(int step) {
    int from = steps.get(step).from();
    return having(step + 1)
        .counted("?" + OF_NUMBERS, "  " + subject(from) + " " + UNIT + " ?" + OF_NUMBERS + " .\n");
  }

  /** How many values of a step are of each kind. */
  String kinds(int step) {
    String value = "?" + column(step);
    return written(
        "SELECT ?%s (COUNT(DISTINCT %s) AS ?%s)\nWHERE {\n%s  %s a ?%s .\n}\nGROUP BY ?%s\n"
            .formatted(KIND, value, COUNT, having(step + 1).pattern(), value, KIND, KIND));
  }

  private String subject(int from) {
    return from == 0 ? "?thing" : "?" + column(from - 1);
  }

  private String counted(String variable, String more) {
    return written(
        "SELECT %s (COUNT(DISTINCT ?thing) AS ?%s)\nWHERE {\n%s}\nGROUP BY %s\nORDER BY DESC(?%s) %s\n"
            .formatted(variable, COUNT, pattern() + more, variable, COUNT, variable));
  }

  private String pattern() {
    return "  ?thing a " + prefixes.abbreviate(kind.getURI()) + " .\n" + pattern(0, "  ");
  }

  private String pattern(int from, String indent) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.from() == from) {
        String inner = step.isOptional() ? indent + "  " : indent;
        String own =
            inner
                + step.pattern(subject(from), "?" + column(i), prefixes)
                    .replace("\n  ", "\n" + inner)
                + "\n"
                + pattern(i + 1, inner);
        pattern.append(step.isOptional() ? indent + "OPTIONAL {\n" + own + indent + "}\n" : own);
      }
    }
    return pattern.toString();
  }

  private String written(String query) {
    return prefixes.map().entrySet().stream()
            .filter(e -> query.matches("(?s).*[\\s^(]" + e.getKey() + ":.*"))
            .map(Map.Entry::getKey)
            .map(prefix -> "PREFIX " + prefix + ": <" + prefixes.map().get(prefix) + ">\n")
            .collect(Collectors.joining())
        + query;
  }
}
