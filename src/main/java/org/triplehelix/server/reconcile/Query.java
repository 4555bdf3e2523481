package org.triplehelix.server.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.triplehelix.server.pipeline.Problem;

/**
 * One name that is to be matched.
 *
 * @param text the name; empty if properties alone are given
 * @param types by their identifiers
 * @param strict how the types are meant
 * @param limit how many candidates are wanted
 * @param conditions what is known beside the name
 */
record Query(
    String text, List<String> types, Strictness strict, int limit, List<Condition> conditions) {
  private static final Set<String> MEMBERS =
      Set.of("query", "type", "type_strict", "limit", "properties");

  private static final int USUAL = 10;
  private static final int MOST = 50;

  /** How types are meant. */
  enum Strictness {
    /** Others come too, but lower, and are no match. */
    SHOULD,
    /** One of them. */
    ANY,
    /** All of them. */
    ALL
  }

  /**
   * Something known.
   *
   * @param property its identifier
   * @param values texts, or identifiers of entities; one is enough
   */
  record Condition(String property, List<String> values) {}

  /**
   * A text alone.
   *
   * @throws Problem if it is empty
   */
  static Query of(String text) {
    if (text.isBlank()) {
      throw new Problem(Problem.Kind.BAD_REQUEST, "query is empty.", "Write query=London.");
    }
    return new Query(text.strip(), List.of(), Strictness.ANY, USUAL, List.of());
  }

  /**
   * Reads a batch.
   *
   * @throws Problem if it is none
   */
  static Map<String, Query> batch(String text, int most) {
    JsonObject json = object(text, "queries");
    if (json.size() > most) {
      throw new Problem(
              Problem.Kind.TOO_LARGE,
              "There are " + json.size() + " queries.",
              "Send at most " + most + " at once.")
          .with("maximum", most);
    }
    Map<String, Query> queries = new LinkedHashMap<>();
    json.entrySet().forEach(e -> queries.put(e.getKey(), read(e.getKey(), e.getValue())));
    return queries;
  }

  /**
   * Reads a JSON object.
   *
   * @param parameter that it came with
   * @throws Problem if it is none
   */
  static JsonObject object(String text, String parameter) {
    if (text.isBlank()) {
      throw noObject(parameter);
    }
    try {
      return JSON.parseAny(text).getAsObject();
    } catch (RuntimeException | StackOverflowError e) {
      throw noObject(parameter);
    }
  }

  private static Problem noObject(String parameter) {
    return new Problem(
        Problem.Kind.BAD_REQUEST,
        parameter + " is no JSON object.",
        "Write it as the Reconciliation Service API 0.2 says.");
  }

  private static Query read(String name, JsonValue json) {
    if (!json.isObject()) {
      throw bad(name, "is no object", "{\"query\": \"London\"}");
    }
    JsonObject query = json.getAsObject();
    for (String member : query.keys()) {
      if (!MEMBERS.contains(member)) {
        throw new Problem(
                Problem.Kind.BAD_REQUEST,
                "The query " + name + " has an unknown member " + member + ".",
                "Use those known.")
            .with("known", new TreeSet<>(MEMBERS));
      }
    }
    String text = text(name, query);
    List<Condition> conditions = conditions(name, query);
    if (!query.hasKey("query") && conditions.isEmpty()) {
      throw bad(name, "has neither query nor properties", "{\"query\": \"London\"}");
    }
    return new Query(
        text,
        texts(name, "type", query.get("type")),
        strictness(name, query.get("type_strict")),
        limit(name, query.get("limit")),
        conditions);
  }

  private static Problem bad(String name, String what, String example) {
    return new Problem(
        Problem.Kind.BAD_REQUEST,
        "The query " + name + " " + what + ".",
        "Write it as in " + example + ".");
  }

  private static String text(String name, JsonObject query) {
    JsonValue text = query.get("query");
    if (text != null && !text.isString()) {
      throw bad(name, "has a query that is no text", "{\"query\": \"London\"}");
    }
    return text == null ? "" : text.getAsString().value().strip();
  }

  private static int limit(String name, JsonValue limit) {
    if (limit == null || limit.isNull()) {
      return USUAL;
    }
    if (!limit.isNumber() || limit.getAsNumber().value().doubleValue() < 1) {
      throw bad(name, "has a limit that is no positive number", "{\"limit\": 5}");
    }
    return (int) Math.min(MOST, limit.getAsNumber().value().doubleValue());
  }

  private static Strictness strictness(String name, JsonValue strict) {
    if (strict == null || strict.isNull()) {
      return Strictness.ANY;
    }
    for (Strictness known : Strictness.values()) {
      if (strict.isString() && known.name().equalsIgnoreCase(strict.getAsString().value())) {
        return known;
      }
    }
    throw bad(name, "has an unknown type_strict", "{\"type_strict\": \"should\"}");
  }

  private static List<Condition> conditions(String name, JsonObject query) {
    List<Condition> conditions = new ArrayList<>();
    JsonValue properties = query.get("properties");
    if (properties == null || properties.isNull()) {
      return conditions;
    }
    String example = "{\"properties\": [{\"pid\": \"th:within\", \"v\": \"id/china\"}]}";
    if (!properties.isArray()) {
      throw bad(name, "has properties that are no array", example);
    }
    for (JsonValue property : properties.getAsArray()) {
      JsonObject condition = property.isObject() ? property.getAsObject() : new JsonObject();
      if (condition.get("pid") == null || !condition.get("pid").isString()) {
        throw bad(name, "has a property without pid", example);
      }
      if (condition.get("v") == null) {
        throw bad(name, "has a property without v", example);
      }
      conditions.add(
          new Condition(
              condition.get("pid").getAsString().value(), texts(name, "v", condition.get("v"))));
    }
    return conditions;
  }

  /** One text or several; entities by their identifiers, numbers as written. */
  private static List<String> texts(String name, String member, JsonValue value) {
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (value.isArray()) {
      return value.getAsArray().stream()
          .flatMap(v -> texts(name, member, v.isArray() ? null : v).stream())
          .toList();
    }
    if (value.isObject()) {
      return texts(name, member, value.getAsObject().get("id"));
    }
    return List.of(value.isString() ? value.getAsString().value() : value.toString().strip());
  }
}
