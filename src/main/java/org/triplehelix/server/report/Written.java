package org.triplehelix.server.report;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.vocab.Nearest;

/** Reads a report from the body of a request. */
final class Written {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON_TYPE = "application/json";
  private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");
  private static final int LONGEST_NAME = 100;
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
    try (JsonReader reader = new JsonReader(new StringReader(body))) {
      reader.setStrictness(Strictness.STRICT);
      written.read(reader);
    } catch (IOException e) {
      throw noJson(e);
    }
    return Draft.of(written.texts, written.faults, names);
  }

  private void read(JsonReader reader) throws IOException {
    if (reader.peek() != JsonToken.BEGIN_OBJECT) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "The body is no JSON object.",
          "Send one as {\"about\": \"id/london\", \"what\": \"…\"}.");
    }
    reader.beginObject();
    while (reader.hasNext()) {
      take(reader.nextName(), reader);
    }
    reader.endObject();
    reader.peek();
  }

  private void take(String name, JsonReader reader) throws IOException {
    Optional<Field> field = Field.of(name);
    JsonToken kind = reader.peek();
    if (field.isPresent() && kind == JsonToken.STRING) {
      String earlier = texts.put(field.get(), reader.nextString());
      if (earlier != null) {
        faults.add(Fault.of(Fault.Kind.TWICE, field.get()));
      }
      return;
    }
    reader.skipValue();
    if (field.isEmpty()) {
      List<String> near =
          Nearest.within(NEAR, name, Field.labels()).map(List::of).orElse(List.of());
      faults.add(Fault.unknown(Fault.Kind.UNKNOWN_FIELD, beginning(name), near));
    } else if (kind != JsonToken.NULL) {
      faults.add(Fault.of(Fault.Kind.NO_TEXT, field.get()));
    }
  }

  private static String beginning(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + " …" : name;
  }

  /** The parser tells the place in words. */
  private static Problem noJson(IOException e) {
    Matcher place = PLACE.matcher(e.getMessage());
    Problem problem =
        new Problem(
            Problem.Kind.BAD_REQUEST,
            "The body is no JSON.",
            "Mend it at the place that is named, or shortly before.");
    return place.find()
        ? problem
            .with("line", Integer.parseInt(place.group(1)))
            .with("column", Integer.parseInt(place.group(2)))
        : problem;
  }
}
