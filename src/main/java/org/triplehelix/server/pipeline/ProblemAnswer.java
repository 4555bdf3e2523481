package org.triplehelix.server.pipeline;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  Answer of(Problem problem, String accept, String language, String target, String id) {
    boolean people =
        accept.contains("html")
            && new Accept(accept)
                .best(List.of(DETAILS, Format.JSON, Format.HTML))
                .filter(Format.HTML::equals)
                .isPresent();
    Format format = people ? Format.HTML : DETAILS;
    HttpFields.Mutable headers = Headers.common(format, "no-store", "Accept, Accept-Language");
    problem.headers().forEach(headers::put);
    byte[] bytes = people ? page(problem, language, target, id) : details(problem, id);
    return Answer.of(problem.kind().status(), headers.asImmutable(), bytes);
  }

  private byte[] page(Problem problem, String language, String target, String id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    page.write(problem, language, target, id, out);
    return out.toByteArray();
  }

  private static byte[] details(Problem problem, String id) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", TYPES + problem.kind().label());
    json.put("title", problem.kind().label().replace('-', ' '));
    json.put("status", problem.kind().status());
    json.put("detail", problem.getMessage());
    json.put("remedy", problem.remedy());
    json.putAll(problem.more());
    json.put("instance", "urn:request:" + id);
    return Json.document(json);
  }
}
