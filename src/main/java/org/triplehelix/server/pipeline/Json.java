package org.triplehelix.server.pipeline;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** Maps, collections, numbers, truth values and texts as JSON. */
public final class Json {
  private Json() {}

  /** A value; what is of no kind of its own is its text. */
  public static JsonValue of(Object value) {
    if (value == null) {
      return JsonNull.instance;
    }
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((name, member) -> object.put(name.toString(), of(member)));
      return object;
    }
    if (value instanceof Collection<?> values) {
      JsonArray array = new JsonArray();
      values.forEach(v -> array.add(of(v)));
      return array;
    }
    return simple(value);
  }

  private static JsonValue simple(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return JsonNumber.value(((Number) value).longValue());
    }
    if (value instanceof Number number) {
      return JsonNumber.value(new BigDecimal(number.toString()));
    }
    return value instanceof Boolean truth
        ? new JsonBoolean(truth)
        : new JsonString(value.toString());
  }

  /** A whole document in UTF-8, laid out for people, with a line end. */
  public static byte[] document(Object value) {
    return (of(value).toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A value in one line. */
  public static String line(Object value) {
    IndentedLineBuffer out = new IndentedLineBuffer();
    out.setFlatMode(true);
    of(value).output(out);
    return out.asString();
  }
}
