package org.triplehelix.server.api;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.query.Questions;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;

/** The answers of saved questions. */
final class QuestionRoute implements Documented {
  static final Set<String> OF_ALL = Set.of("limit", "offset", "evidence", "bom");

  private final Knowledge knowledge;

  QuestionRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
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
    Map<Parameter, Node> values = new LinkedHashMap<>();
    for (Parameter parameter : question.parameters()) {
      String value = call.parameter(parameter.name()).orElse(parameter.defaultValue());
      values.put(parameter, node(parameter, value));
    }
    return new QuestionAnswer(knowledge, question, values, call);
  }

  @Override
  public List<Operation> operations() {
    return knowledge.site().questions().list().stream().map(QuestionRoute::operation).toList();
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

  private Question question(String path) {
    String name = path.substring(QuestionsRoute.PATH.length() + 1);
    Questions questions = knowledge.site().questions();
    return questions
        .named(name)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no question " + name + ".",
                        "See " + QuestionsRoute.PATH + " for all of them.")
                    .with("near", questions.near(name)));
  }

  private Node node(Parameter parameter, String value) {
    if (parameter.type() == Parameter.Type.IRI) {
      return Parameters.thing(parameter.name(), value, namespace(parameter), knowledge.slugs());
    }
    return parameter
        .node(value, knowledge.site().release().prefixes())
        .orElseThrow(
            () ->
                Parameters.wrong(
                    parameter.name(),
                    value,
                    parameter.type().description(),
                    parameter.name() + "=" + parameter.defaultValue()));
  }

  /** In which a last part alone is looked for: that of the default. */
  private String namespace(Parameter parameter) {
    String prefix = parameter.defaultValue().replaceFirst(":.*", "");
    return knowledge.site().release().prefixes().map().getOrDefault(prefix, "");
  }
}
