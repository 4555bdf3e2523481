package org.triplehelix.server.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.vocab.Nearest;

/** Reads a report from the body of a request. */
final class Written {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON_TYPE = "application/json";
  private static final int NEAR = 2;

  private final Map<Field, String> texts = new EnumMap<>(Field.class);
  private final List<Fault> faults = new ArrayList<>();

  private Written() {}

  /** What the parameters of an address or a form say. */
  static Draft form(Call call, Names names) {
    Written written = new Written();
    for (Field field : Field.values()) {
      call.parameter(field.label()).ifPresent(text -> written.texts.put(field, text));
    }
    return Draft.of(written.texts, written.faults, names);
  }

  /**
   * What an object of JSON says.
   *
   * @throws Problem if it is none
   */
  static Draft json(String body, Names names) {
    Written written = new Written();
    JsonObject object = object(body);
    object.keys().stream().sorted().forEach(name -> written.take(name, object.get(name)));
    return Draft.of(written.texts, written.faults, names);
  }

  private void take(String name, JsonValue value) {
    Optional<Field> field = Field.of(name);
    if (field.isEmpty()) {
      List<String> near =
          Nearest.within(NEAR, name, Field.labels()).map(List::of).orElse(List.of());
      faults.add(Fault.unknown(Fault.Kind.UNKNOWN_FIELD, beginning(name), near));
    } else if (value.isString()) {
      texts.put(field.get(), value.getAsString().value());
    } else if (!value.isNull()) {
      faults.add(Fault.of(Fault.Kind.NO_TEXT, field.get()));
    }
  }

  private static String beginning(String name) {
    int most = 100;
    return name.length() > most ? name.substring(0, most) + " …" : name;
  }

  private static JsonObject object(String body) {
    JsonValue value;
    try {
      value = JSON.parseAny(body);
    } catch (JsonParseException e) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "The body is no JSON: " + told(e) + ".",
              "Mend it at the place that is named.")
          .with("line", e.getLine())
          .with("column", e.getColumn());
    } catch (StackOverflowError e) {
      throw noObject();
    }
    if (!value.isObject()) {
      throw noObject();
    }
    return value.getAsObject();
  }

  /** What the parser says, in one line. */
  private static String told(JsonParseException e) {
    return e.getMessage().lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  private static Problem noObject() {
    return new Problem(
        Problem.Kind.BAD_REQUEST,
        "The body is no JSON object.",
        "Send one as {\"about\": \"id/london\", \"what\": \"…\"}.");
  }
}
