package org.triplehelix.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Parameter;
import org.triplehelix.graph.QueryFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;

/**
 * A saved query with its question in Chinese and English.
 *
 * @param area the folder it lies in
 * @param name of its file, unique among all areas
 * @param summary the question in English
 * @param summaryZh the question in Chinese
 * @param tags what it is about
 * @param featured its place among those to begin with; 0 for all others
 * @param parameters what may be given, each with its default
 * @param file where it is written
 */
public record Question(
    String area,
    String name,
    String summary,
    String summaryZh,
    List<String> tags,
    int featured,
    List<Parameter> parameters,
    QueryFile file) {

  public Question {
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
  }

  /** The query with values in place of its parameters, which is what remains to be asked. */
  public Query query(Map<String, String> values, Prefixes prefixes) {
    List<InputProblem> problems = new ArrayList<>();
    Map<Var, Node> nodes = new HashMap<>();
    for (Parameter parameter : parameters) {
      String value = values.getOrDefault(parameter.name(), parameter.defaultValue());
      parameter
          .node(value, prefixes)
          .ifPresentOrElse(
              node -> nodes.put(parameter.variable(), node),
              () ->
                  problems.add(
                      problem(
                          parameter.name() + "=" + value + " cannot be used",
                          "give " + parameter.type().description())));
    }
    values.keySet().stream()
        .filter(given -> parameters.stream().noneMatch(p -> p.name().equals(given)))
        .forEach(given -> problems.add(problem("there is no parameter " + given, known())));
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    return with(nodes);
  }

  /** The query with terms in place of the variables of its parameters. */
  public Query with(Map<Var, Node> nodes) {
    return nodes.isEmpty() ? file.query() : QueryTransformOps.replaceVars(file.query(), nodes);
  }

  private static InputProblem problem(String what, String remedy) {
    return new InputProblem(Position.of("--param"), what, remedy);
  }

  private String known() {
    return parameters.isEmpty()
        ? name + " has none"
        : "give one of "
            + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  /** The file with the answer that its defaults give on the release of this folder. */
  public Content.Item expected() {
    return file.item().beside(".csv");
  }

  /** The question of a file; empty if something is wrong with it, and the problems then tell. */
  static Optional<Question> of(QueryFile file, List<InputProblem> problems) {
    int before = problems.size();
    Header header = new Header(file, problems);
    String summary = header.text("summary");
    String summaryZh = header.text("summary_zh");
    List<Parameter> parameters = Parameter.in(file, problems);
    header.select();
    String[] path = file.item().name().split("/");
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(
            new Question(
                path[path.length - 2],
                file.item().stem(),
                summary,
                summaryZh,
                header.tags(),
                header.featured(),
                parameters,
                file));
  }

  /** Reads a question's header and tells what is wrong with it. */
  private record Header(QueryFile file, List<InputProblem> problems) {

    String text(String key) {
      Optional<String> value = file.value(key);
      if (value.isEmpty()) {
        report(1, "the question has no " + key, "add a line #+ " + key + ": at the top");
      }
      return value.orElse("");
    }

    List<String> tags() {
      return file.values("tags").stream()
          .flatMap(e -> List.of(e.value().split(",\\s*")).stream())
          .toList();
    }

    int featured() {
      String place = file.value("featured").orElse("0");
      if (place.matches("[0-9]{1,3}")) {
        return Integer.parseInt(place);
      }
      report(1, "featured is " + place, "give its place among the questions to begin with");
      return 0;
    }

    void select() {
      if (!file.query().isSelectType()) {
        report(0, "the query is no SELECT", "ask for a table");
      } else if (!file.query().hasOrderBy()) {
        report(0, "the query has no ORDER BY", "order the rows by what tells them apart");
      }
      if (file.item().name().split("/").length != 4) {
        report(0, "lies in no area", "move it to ontology/questions/<area>/");
      }
      if (!file.item().beside(".csv").exists()) {
        report(
            0,
            "there is no " + file.item().beside(".csv").name(),
            "write the answer, as read from the documents, beside the question");
      }
    }

    private void report(long line, String what, String remedy) {
      problems.add(new InputProblem(new Position(file.item().name(), line, 0), what, remedy));
    }
  }
}
