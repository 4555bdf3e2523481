package org.triplehelix.query;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
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

  /** Whether a variable is a parameter. */
  static boolean isParameter(Var variable) {
    return variable.getVarName().startsWith("_");
  }

  /** The parameter's name that a variable stands for. */
  static String name(Var variable) {
    String text = variable.getVarName();
    return text.substring(1, text.length() - Type.of(text).suffix.length());
  }

  static Parameter of(Var variable, String defaultValue) {
    return new Parameter(name(variable), Type.of(variable.getVarName()), variable, defaultValue);
  }

  /** A value as a term of RDF; empty if it is none of the parameter's type. */
  Optional<Node> node(String value, Prefixes prefixes) {
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
