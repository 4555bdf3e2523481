package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** A JSON document as it is written. */
final class JsonFile {
  private JsonFile() {}

  /** Writes an object; members keep their order. */
  static void write(Map<String, ?> object, OutputStream out) throws IOException {
    out.write((value(object) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static JsonValue value(Object value) {
    if (value instanceof Map<?, ?> members) {
      JsonObject object = new JsonObject();
      members.forEach((name, member) -> object.put(name.toString(), value(member)));
      return object;
    }
    if (value instanceof List<?> items) {
      JsonArray array = new JsonArray();
      items.forEach(item -> array.add(value(item)));
      return array;
    }
    if (value instanceof Boolean truth) {
      return new JsonBoolean(truth);
    }
    return value instanceof Number number
        ? JsonNumber.value(new BigDecimal(number.toString()))
        : new JsonString(value.toString());
  }
}
