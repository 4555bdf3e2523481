package org.triplehelix.server.api;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Call;

/** The answers of saved questions. */
final class QuestionRoute implements Documented {
  static final Set<String> OF_ALL = Set.of("limit", "offset", "evidence", "bom");

  private final Knowledge knowledge;
  private final Asked asked;

  QuestionRoute(Knowledge knowledge, Asked asked) {
    this.knowledge = knowledge;
    this.asked = asked;
  }

  @Override
  public String path() {
    return QuestionsRoute.PATH + "/*";
  }

  @Override
  public String example() {
    return QuestionsRoute.PATH + "/figures-of-a-thing?thing=wayra&evidence=true";
  }

  @Override
  public Set<String> parameters(String path) {
    Set<String> names = new TreeSet<>(OF_ALL);
    question(path).parameters().forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Question question = question(call.path());
    return new QuestionAnswer(knowledge, asked, question, asked.values(question, call), call);
  }

  private Question question(String path) {
    return asked.question(path.substring(QuestionsRoute.PATH.length() + 1));
  }

  @Override
  public List<Operation> operations() {
    return knowledge.site().questions().list().stream().map(QuestionRoute::operation).toList();
  }

  @Override
  public String chinese() {
    return "某个保存的问题的答案是什么？";
  }

  @Override
  public String english() {
    return "What is the answer of a saved question?";
  }

  private static Operation operation(Question question) {
    List<ApiParameter> parameters = new ArrayList<>();
    question.parameters().forEach(parameter -> parameters.add(described(parameter)));
    parameters.addAll(ApiParameter.OF_LISTS);
    return new Operation(
        QuestionsRoute.PATH + "/" + question.name(),
        question.name(),
        question.area(),
        question.summary(),
        question.summaryZh(),
        parameters,
        QuestionAnswer.FORMATS,
        "Answer");
  }

  private static ApiParameter described(Parameter parameter) {
    boolean isNumber = parameter.type() == Parameter.Type.INTEGER;
    String value = parameter.defaultValue();
    Map<String, Object> schema =
        ApiParameter.schema(
            isNumber ? "integer" : "string", "default", isNumber ? new BigInteger(value) : value);
    String english =
        Character.toUpperCase(parameter.type().description().charAt(0))
            + parameter.type().description().substring(1)
            + ".";
    return new ApiParameter("query", parameter.name(), schema, "", english, chinese(parameter));
  }

  private static String chinese(Parameter parameter) {
    return switch (parameter.type()) {
      case IRI -> "名称，如 id:london，或 IRI。";
      case INTEGER -> "整数。";
      case CHINESE -> "中文字词。";
      case ENGLISH -> "英文字词。";
      case TEXT -> "文本。";
    };
  }
}
