package org.triplehelix.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.site.Fixed;

/** The catalogue of saved questions. */
final class QuestionsRoute implements Documented {
  static final String PATH = "/api/questions";

  private final Knowledge knowledge;

  QuestionsRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?area=figures";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("area", "tag", "q");
  }

  @Override
  public Prepared prepare(Call call) {
    List<Question> all = knowledge.site().questions().list();
    String area = known(call, "area", words(all, q -> List.of(q.area())));
    String tag = known(call, "tag", words(all, Question::tags));
    String words = call.parameter("q").orElse("").toLowerCase(Locale.ROOT).strip();
    List<Question> found =
        all.stream()
            .filter(q -> area.isEmpty() || q.area().equals(area))
            .filter(q -> tag.isEmpty() || q.tags().contains(tag))
            .filter(q -> text(q).contains(words))
            .toList();
    return new Fixed(
        List.of(Format.JSON),
        String.join("\n", area, tag, words),
        (format, out) -> out.write(Json.document(list(found))));
  }

  @Override
  public List<Operation> operations() {
    List<ApiParameter> parameters =
        List.of(
            ApiParameter.text("area", "figures", "Those of an area.", "某一领域的问题。"),
            ApiParameter.text("tag", "plans", "Those with a tag.", "带某一标签的问题。"),
            ApiParameter.text("q", "", "Those with these words.", "含有这些字词的问题。"),
            ApiParameter.RELEASE);
    return List.of(
        new Operation(
            PATH,
            "questions",
            "questions",
            "Which questions are saved?",
            "有哪些保存的问题？",
            parameters,
            List.of(Format.JSON),
            "Questions"));
  }

  private static List<String> words(
      List<Question> questions, Function<Question, List<String>> words) {
    return List.copyOf(
        new TreeSet<>(questions.stream().flatMap(q -> words.apply(q).stream()).toList()));
  }

  private static String known(Call call, String name, List<String> words) {
    return call.parameter(name)
        .map(value -> new Parameters(call).oneOf(name, value, words, Function.identity()))
        .orElse("");
  }

  private static String text(Question question) {
    return String.join(
            "\n",
            question.name(),
            question.summary(),
            question.summaryZh(),
            String.join(" ", question.tags()))
        .toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> list(List<Question> questions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("release", knowledge.site().release().hash());
    json.put("total", questions.size());
    json.put("questions", questions.stream().map(this::entry).toList());
    return json;
  }

  private Map<String, Object> entry(Question question) {
    Map<String, Object> json = new LinkedHashMap<>(of(question));
    json.put("url", knowledge.site().address().absolute(PATH + "/" + question.name()));
    json.put("parameters", question.parameters().stream().map(QuestionsRoute::entry).toList());
    return json;
  }

  private static Map<String, Object> entry(Parameter parameter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", parameter.name());
    json.put("type", parameter.type().name().toLowerCase(Locale.ROOT));
    json.put("default", parameter.defaultValue());
    json.put("description", parameter.type().description());
    return json;
  }

  /** What a question is, as lists and answers tell it. */
  static Map<String, Object> of(Question question) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", question.name());
    json.put("area", question.area());
    json.put("question", Knowledge.inBoth(question.summaryZh(), question.summary()));
    json.put("tags", question.tags());
    return json;
  }
}
