package org.triplehelix.server.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.query.Questions;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;

/** The answers of saved questions. */
final class QuestionRoute implements Route {
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
