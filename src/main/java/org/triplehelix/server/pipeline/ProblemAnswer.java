package org.triplehelix.server.pipeline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpFields;

/** A problem as an answer: for people who read HTML a page, for all others problem details. */
final class ProblemAnswer {
  private static final Format DETAILS = Format.of("problem", "application/problem+json");
  private static final String TYPES = "https://w3id.org/triplehelix/problem/";

  private final ProblemPage page;

  ProblemAnswer(ProblemPage page) {
    this.page = page;
  }

  /** The answer, with its headers. */
  Answer of(Problem problem, String accept, String language, String id) {
    boolean people =
        accept.contains("html")
            && new Accept(accept)
                .best(List.of(DETAILS, Format.JSON, Format.HTML))
                .filter(Format.HTML::equals)
                .isPresent();
    Format format = people ? Format.HTML : DETAILS;
    HttpFields.Mutable headers = Headers.common(format, "no-store", "Accept, Accept-Language");
    problem.headers().forEach(headers::put);
    byte[] bytes = people ? page(problem, language, id) : details(problem, id);
    return Answer.of(problem.kind().status(), headers.asImmutable(), bytes);
  }

  private byte[] page(Problem problem, String language, String id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    page.write(problem, language, id, out);
    return out.toByteArray();
  }

  private static byte[] details(Problem problem, String id) {
    JsonObject json = new JsonObject();
    json.put("type", TYPES + problem.kind().label());
    json.put("title", problem.kind().label().replace('-', ' '));
    json.put("status", problem.kind().status());
    json.put("detail", problem.getMessage());
    json.put("remedy", problem.remedy());
    problem.more().forEach((name, value) -> put(json, name, value));
    json.put("instance", "urn:request:" + id);
    return (json.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void put(JsonObject json, String name, Object value) {
    if (value instanceof Number number) {
      json.put(name, number.longValue());
    } else if (value instanceof Collection<?> values) {
      JsonArray array = new JsonArray();
      values.forEach(v -> array.add(v.toString()));
      json.put(name, array);
    } else {
      json.put(name, value.toString());
    }
  }
}
