package org.triplehelix.server.figure;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;

/**
 * Reads the parameters of a call by their type, or tells what each must be.
 *
 * @param call whose parameters they are
 */
public record Parameters(Call call) {

  /** {@code true} or {@code false}; false if it is not given. */
  public boolean flag(String name) {
    String value = call.parameter(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(name, value, "true or false", name + "=true");
    }
    return value.equals("true");
  }

  /** A whole number between two. */
  public int number(String name, int least, int most, int otherwise) {
    return call.parameter(name)
        .map(
            value -> {
              if (!value.matches("\\d{1,9}")
                  || Integer.parseInt(value) < least
                  || Integer.parseInt(value) > most) {
                throw wrong(
                    name,
                    value,
                    "a whole number from " + least + " to " + most,
                    name + "=" + otherwise);
              }
              return Integer.parseInt(value);
            })
        .orElse(otherwise);
  }

  /** The things that a parameter names, once or more; separated by commas if it is once. */
  public List<Node> things(String name, String namespace, Knowledge knowledge) {
    return values(name).stream().map(value -> thing(name, value, namespace, knowledge)).toList();
  }

  /** The values of a parameter that may be repeated, or hold several between commas. */
  public List<String> values(String name) {
    return call.all(name).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .toList();
  }

  /** The thing that a value of a parameter names. */
  public static Node thing(String name, String value, String namespace, Knowledge knowledge) {
    return knowledge
        .slugs()
        .find(value, namespace)
        .orElseThrow(
            () -> {
              List<String> near = knowledge.nearSlugs(value, namespace);
              return wrong(
                      name,
                      value,
                      "a name in the graph: its last part, its name with prefix, or its IRI",
                      near.isEmpty() ? "a name that exists" : name + "=" + near.get(0))
                  .with("near", near);
            });
  }

  /** One of some words. */
  public String oneOf(
      String name, String value, List<String> words, Function<String, String> reading) {
    return words.stream()
        .filter(word -> reading.apply(word).equals(reading.apply(value)))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                        name,
                        value,
                        "one of " + String.join(", ", words),
                        words.isEmpty() ? "nothing there" : name + "=" + words.get(0))
                    .with("known", words));
  }

  /** That a parameter cannot be used as it is given. */
  public static Problem wrong(String name, String value, String mustBe, String example) {
    return new Problem(
            Problem.Kind.BAD_REQUEST,
            name + "=" + value + " cannot be used: " + name + " must be " + mustBe + ".",
            "Write " + example + ".")
        .with("parameter", name);
  }
}
