package org.triplehelix.server.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.Citation;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.Parameter;
import org.triplehelix.query.Question;
import org.triplehelix.query.Questions;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;

/**
 * Which question is asked, with which values, and under which name that is cited.
 *
 * @param knowledge of the release
 */
public record Asked(Knowledge knowledge) {

  /** The question of a name. */
  public Question question(String name) {
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

  /** The values of its parameters, those that are not given by default. */
  public Map<Parameter, Node> values(Question question, Call call) {
    Map<Parameter, Node> values = new LinkedHashMap<>();
    for (Parameter parameter : question.parameters()) {
      String value = call.parameter(parameter.name()).orElse(parameter.defaultValue());
      values.put(parameter, node(parameter, value));
    }
    return values;
  }

  private Node node(Parameter parameter, String value) {
    if (parameter.type() == Parameter.Type.IRI) {
      return Parameters.thing(parameter.name(), value, namespace(parameter), knowledge);
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

  /** The path of an answer, with all its parameters, also those that are not given. */
  public String path(Question question, Map<Parameter, Node> values) {
    String path = QuestionsRoute.PATH + "/" + question.name();
    return values.isEmpty()
        ? path
        : values.entrySet().stream()
            .map(e -> e.getKey().name() + "=" + Address.encodedValue(text(e.getValue())))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  /** A value as it is given. */
  public String text(Node value) {
    return value.isURI()
        ? knowledge.site().release().prefixes().abbreviate(value.getURI())
        : value.getLiteralLexicalForm();
  }

  /** How an answer is cited. */
  public Citation citation(Question question, Map<Parameter, Node> values) {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("zh", question.summaryZh() + given(values, "zh"));
    titles.put("en", question.summary() + given(values, "en"));
    return knowledge
        .citations()
        .of(key(question, values), path(question, values).substring(1), titles);
  }

  /** Answers of one question with other values are cited side by side. */
  private static String key(Question question, Map<Parameter, Node> values) {
    return Stream.concat(
            Stream.of("question", question.name()),
            values.values().stream()
                .map(value -> value.isURI() ? Slugs.of(value) : value.getLiteralLexicalForm()))
        .map(part -> part.replaceAll("[^A-Za-z0-9]+", "-"))
        .collect(Collectors.joining("-"));
  }

  private String given(Map<Parameter, Node> values, String language) {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(e -> e.getKey().name() + " = " + named(e.getValue(), language))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private String named(Node value, String language) {
    return value.isURI() ? knowledge.name(value, language) : value.getLiteralLexicalForm();
  }
}
