package org.triplehelix.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.server.pipeline.Format;

/**
 * What can be asked at one path, as OpenAPI describes it.
 *
 * @param path with the names of its variable parts in braces
 * @param id a name for programs
 * @param tag under which it is listed
 * @param english what it answers
 * @param chinese the same in Chinese
 * @param parameters of path and query
 * @param formats of the answer
 * @param schema of the answer in JSON, one of the components
 */
record Operation(
    String path,
    String id,
    String tag,
    String english,
    String chinese,
    List<ApiParameter> parameters,
    List<Format> formats,
    String schema) {

  Map<String, Object> toJson() {
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("operationId", id);
    get.put("tags", List.of(tag));
    get.put("summary", english);
    get.put("description", english + " " + chinese);
    get.put("x-summary-zh", chinese);
    get.put("parameters", parameters.stream().map(ApiParameter::toJson).toList());
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", answer());
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    get.put("responses", responses);
    return Map.of("get", get);
  }

  private Map<String, Object> answer() {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Format format : formats) {
      Map<String, Object> schema =
          format.equals(Format.JSON)
              ? Map.of("$ref", "#/components/schemas/" + this.schema)
              : Map.of(
                  "type",
                  format.mediaType().endsWith("json") ? List.of("object", "array") : "string");
      content.put(format.mediaType(), Map.of("schema", schema));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("description", "The answer.");
    answer.put("content", content);
    return answer;
  }
}
