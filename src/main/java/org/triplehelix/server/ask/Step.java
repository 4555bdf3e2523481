package org.triplehelix.server.ask;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.triplehelix.vocab.Prefixes;

/**
 * What things of a built question must have: a relation, to anything or to one thing or value.
 *
 * @param from the step whose values have it; 0 for the things themselves
 * @param relation a property
 * @param isInverse whether other things have it to these
 * @param isOptional whether things without it are wanted too
 * @param value to which it leads; empty for any
 * @param bounds between which it leads
 */
record Step(
    int from,
    Node relation,
    boolean isInverse,
    boolean isOptional,
    Optional<Node> value,
    Bounds bounds) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:(?<from>\\d)\\.)?(?<inverse>\\^)?(?<relation>[^=]+?)"
              + "(?:=(?<value>.+)|(?<bounds>@year)?(?:>=(?<least>-?[\\d.]+))?(?:<=(?<most>-?[\\d.]+))?"
              + "(?<optional>\\?)?)",
          Pattern.DOTALL);

  /** A step to anything. */
  static Step any(int from, Node relation, boolean isInverse) {
    return new Step(from, relation, isInverse, false, Optional.empty(), Bounds.NONE);
  }

  /**
   * A step as addresses write it: {@code th:funder}, {@code ^th:funder=id:london}; {@code
   * 1.th:figure?} goes on from what the first step leads to, if there is such; {@code
   * th:founded@year>=2010}.
   */
  static Optional<Step> of(String text, Prefixes prefixes) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    Optional<Node> relation =
        prefixes.expand(written.group("relation")).map(NodeFactory::createURI);
    Optional<Node> value =
        Optional.ofNullable(written.group("value")).flatMap(term -> term(term, prefixes));
    Bounds bounds =
        Bounds.of(written.group("bounds") != null, written.group("least"), written.group("most"));
    if (written.group("value") != null && value.isEmpty()) {
      return Optional.empty();
    }
    int from = written.group("from") == null ? 0 : Integer.parseInt(written.group("from"));
    return relation.map(
        property ->
            new Step(
                from,
                property,
                written.group("inverse") != null,
                written.group("optional") != null,
                value,
                bounds));
  }

  private static Optional<Node> term(String text, Prefixes prefixes) {
    Optional<Node> thing = prefixes.expand(text).map(NodeFactory::createURI);
    if (thing.isPresent()) {
      return thing;
    }
    try {
      return Optional.of(NodeFactoryExtra.parseNode(text, prefixes.toPrefixMap()))
          .filter(Node::isLiteral);
    } catch (RiotException e) {
      return Optional.empty();
    }
  }

  /** The same, leading to one thing or value. */
  Step to(Node thing) {
    return new Step(from, relation, isInverse, false, Optional.of(thing), Bounds.NONE);
  }

  /** The same, leading to values between bounds. */
  Step within(Bounds wanted) {
    return new Step(from, relation, isInverse, false, Optional.empty(), wanted);
  }

  /** The same, for things without it too or not. */
  Step optional(boolean wanted) {
    return new Step(from, relation, isInverse, wanted, value, bounds);
  }

  /** The same, going on from another step. */
  Step onFrom(int other) {
    return new Step(other, relation, isInverse, isOptional, value, bounds);
  }

  /** As addresses write it. */
  String text(Prefixes prefixes) {
    return (from > 0 ? from + "." : "")
        + (isInverse ? "^" : "")
        + prefixes.abbreviate(relation.getURI())
        + value.map(node -> "=" + term(node, prefixes)).orElse("")
        + bounds.text()
        + (isOptional ? "?" : "");
  }

  /** As SPARQL writes it. */
  String pattern(String subject, String other, Prefixes prefixes) {
    String end = value.map(node -> term(node, prefixes)).orElse(other);
    String property = prefixes.abbreviate(relation.getURI());
    return (isInverse ? end + " " + property + " " + subject : subject + " " + property + " " + end)
        + " ."
        + bounds.filter(other);
  }

  private static String term(Node node, Prefixes prefixes) {
    return node.isURI()
        ? prefixes.abbreviate(node.getURI())
        : NodeFmtLib.str(node, null, prefixes.toPrefixMap());
  }
}
