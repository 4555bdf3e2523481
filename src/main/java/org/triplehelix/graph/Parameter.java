package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;

/**
 * A parameter of a question: a variable {@code ?_name} of its query, typed by how it ends.
 *
 * @param name without underscore and type
 * @param type what its values are
 * @param variable in the query
 * @param defaultValue taken where none is given
 */
public record Parameter(String name, Type type, Var variable, String defaultValue) {

  /** What the values of a parameter are, by the end of its variable's name. */
  public enum Type {
    IRI("_iri", "a name such as id:london, or an IRI"),
    INTEGER("_integer", "a whole number"),
    CHINESE("_zh", "words in Chinese"),
    ENGLISH("_en", "words in English"),
    TEXT("", "a text");

    private final String suffix;
    private final String description;

    Type(String suffix, String description) {
      this.suffix = suffix;
      this.description = description;
    }

    /** What a value must be, in words. */
    public String description() {
      return description;
    }

    private static Type of(String variable) {
      return Arrays.stream(values()).filter(t -> variable.endsWith(t.suffix)).findFirst().get();
    }
  }

  /** The parameters of a query, each with the default that its header gives. */
  public static List<Parameter> in(QueryFile file, List<InputProblem> problems) {
    Set<Var> variables =
        QueryVariables.of(file.query()).stream()
            .filter(Parameter::isParameter)
            .collect(Collectors.toSet());
    List<Parameter> parameters = new ArrayList<>();
    for (QueryFile.Entry entry : file.values("defaults")) {
      String[] pair = entry.value().split(":\\s*", 2);
      Optional<Var> variable = variables.stream().filter(v -> name(v).equals(pair[0])).findFirst();
      if (pair.length < 2 || variable.isEmpty()) {
        problems.add(
            new InputProblem(
                entry.position(),
                "the default " + entry.value() + " is of no parameter of the query",
                "write name: value for a variable ?_name, ?_name_iri or ?_name_integer"));
      } else {
        parameters.add(of(variable.get(), pair[1]));
        variables.remove(variable.get());
      }
    }
    variables.forEach(
        v ->
            problems.add(
                new InputProblem(
                    new Position(file.item().name(), 1, 0),
                    "the parameter " + v + " has no default",
                    "add it below #+ defaults:")));
    return parameters;
  }

  private static boolean isParameter(Var variable) {
    return variable.getVarName().startsWith("_");
  }

  /** The parameter's name that a variable stands for. */
  private static String name(Var variable) {
    String text = variable.getVarName();
    return text.substring(1, text.length() - Type.of(text).suffix.length());
  }

  private static Parameter of(Var variable, String defaultValue) {
    return new Parameter(name(variable), Type.of(variable.getVarName()), variable, defaultValue);
  }

  /** A value as a term of RDF; empty if it is none of the parameter's type. */
  public Optional<Node> node(String value, Prefixes prefixes) {
    return switch (type) {
      case IRI -> prefixes.expand(value).map(NodeFactory::createURI);
      case INTEGER ->
          XSDDatatype.XSDinteger.isValid(value)
              ? Optional.of(NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger))
              : Optional.empty();
      case CHINESE -> Optional.of(NodeFactory.createLiteralLang(value, "zh"));
      case ENGLISH -> Optional.of(NodeFactory.createLiteralLang(value, "en"));
      case TEXT -> Optional.of(NodeFactory.createLiteralString(value));
    };
  }
}
