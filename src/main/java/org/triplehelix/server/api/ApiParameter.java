package org.triplehelix.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.server.figure.Paging;

/**
 * A parameter as OpenAPI describes it.
 *
 * @param in {@code query} or {@code path}
 * @param name of it
 * @param schema of its values
 * @param example a value that is answered; empty where the default in the schema does
 * @param english what it is for
 * @param chinese the same in Chinese
 */
record ApiParameter(
    String in,
    String name,
    Map<String, Object> schema,
    String example,
    String english,
    String chinese) {
  static final ApiParameter LANG =
      word("lang", List.of("zh", "en"), "The language of names.", "名称所用语言。");
  static final ApiParameter RELEASE =
      text("release", "", "The hash of the release to be answered from.", "所查询发布版的哈希值。");
  static final ApiParameter EVIDENCE =
      flag("evidence", "Whether each row carries the passages it rests on.", "每行是否附所依据的句子。");
  static final ApiParameter BOM =
      flag("bom", "Whether CSV begins with the mark that Excel needs.", "CSV 是否以 Excel 所需标记开头。");
  static final ApiParameter LIMIT =
      number("limit", 1, Paging.MOST, Paging.USUAL, "How many rows at most.", "最多多少行。");
  static final ApiParameter OFFSET =
      number("offset", 0, 999_999_999, 0, "How many rows are passed over.", "跳过多少行。");

  /** Those of all lists. */
  static final List<ApiParameter> OF_LISTS = List.of(LIMIT, OFFSET, EVIDENCE, BOM, LANG, RELEASE);

  static ApiParameter text(String name, String example, String english, String chinese) {
    return new ApiParameter("query", name, Map.of("type", "string"), example, english, chinese);
  }

  static ApiParameter word(String name, List<String> words, String english, String chinese) {
    return new ApiParameter("query", name, schema("string", "enum", words), "", english, chinese);
  }

  static ApiParameter flag(String name, String english, String chinese) {
    return new ApiParameter(
        "query", name, schema("boolean", "default", false), "", english, chinese);
  }

  private static ApiParameter number(
      String name, int least, int most, int usual, String english, String chinese) {
    Map<String, Object> schema = schema("integer", "default", usual);
    schema.put("minimum", least);
    schema.put("maximum", most);
    return new ApiParameter("query", name, schema, "", english, chinese);
  }

  /** A part of the path. */
  static ApiParameter inPath(String name, String example, String english, String chinese) {
    return new ApiParameter("path", name, Map.of("type", "string"), example, english, chinese);
  }

  /** A schema with one keyword beside its type. */
  static Map<String, Object> schema(String type, String keyword, Object value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put(keyword, value);
    return schema;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("in", in);
    json.put("required", in.equals("path"));
    json.put("description", english + " " + chinese);
    json.put("schema", schema);
    if (!example.isEmpty()) {
      json.put("example", example);
    }
    return json;
  }
}
