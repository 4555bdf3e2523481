package org.triplehelix.server.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/**
 * What is looked for.
 *
 * @param text the name, or a part of it
 * @param type a class; its subclasses count too
 * @param kind a thing, a concept, a document …
 * @param limit how many to tell
 * @param offset how many of the first to pass over
 */
record SearchQuery(String text, Optional<Node> type, Optional<Kind> kind, int limit, int offset) {
  private static final int LONGEST = 1_000;
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int NEAR = 3;

  /** Reads a request. */
  static SearchQuery of(Call call, NameIndex index, Prefixes prefixes) {
    return new SearchQuery(
        text(call),
        call.parameter("type").filter(t -> !t.isBlank()).map(t -> type(t, index, prefixes)),
        call.parameter("kind").filter(k -> !k.isBlank()).map(SearchQuery::kind),
        number(call, "limit", USUAL, 1, MOST),
        number(call, "offset", 0, 0, Integer.MAX_VALUE));
  }

  /** What was typed. */
  static String text(Call call) {
    String text = call.parameter("q").orElse("").strip();
    if (text.length() > LONGEST) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "q has " + text.length() + " characters.",
              "Give a name, or a part of one.")
          .with("maximum", LONGEST);
    }
    return text;
  }

  private static Node type(String name, NameIndex index, Prefixes prefixes) {
    Node type =
        NodeFactory.createURI(
            name.contains(":") ? prefixes.expand(name).orElse(name) : TH.NS + name);
    if (!index.hasType(type)) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "There is nothing of a type " + name + ".",
              "Give a class, as th:City.")
          .with(
              "near",
              index
                  .near(name.substring(name.indexOf(':') + 1), NEAR, t -> t.kind() == Kind.TERM)
                  .stream()
                  .map(node -> prefixes.abbreviate(node.getURI()))
                  .toList());
    }
    return type;
  }

  private static Kind kind(String label) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.BAD_REQUEST,
                        "There is no kind " + label + ".",
                        "Use one of those known.")
                    .with("known", kinds()));
  }

  private static List<String> kinds() {
    return Arrays.stream(Kind.values()).map(Kind::label).toList();
  }

  private static int number(Call call, String name, int usual, int least, int most) {
    String given = call.parameter(name).orElse(Integer.toString(usual));
    if (given.matches("\\d{1,9}")) {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Problem(
            Problem.Kind.BAD_REQUEST,
            name + " is no whole number from " + least + " to " + most + ".",
            "Write " + name + "=" + usual + ", or leave it out.")
        .with("minimum", least)
        .with("maximum", most);
  }

  /** The same from another place on. */
  SearchQuery from(int other) {
    return new SearchQuery(text, type, kind, limit, other);
  }

  /** The same with another kind; null for any. */
  SearchQuery ofKind(Kind other) {
    return new SearchQuery(text, type, Optional.ofNullable(other), limit, 0);
  }

  /** The same with another type; null for any. */
  SearchQuery ofType(Node other) {
    return new SearchQuery(text, Optional.ofNullable(other), kind, limit, 0);
  }
}
