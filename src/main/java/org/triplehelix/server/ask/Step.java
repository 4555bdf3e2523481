package org.triplehelix.server.ask;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.vocab.Prefixes;

/**
 * What things of a built question must have: a relation, to anything or to one thing.
 *
 * @param relation a property
 * @param isInverse whether other things have it to these
 * @param value to which it leads; empty for any
 */
record Step(Node relation, boolean isInverse, Optional<Node> value) {
  private static final String INVERSE = "^";

  /** A step as addresses write it: {@code th:funder}, {@code ^th:funder=id:london}. */
  static Optional<Step> of(String text, Prefixes prefixes) {
    boolean inverse = text.startsWith(INVERSE);
    String[] parts = (inverse ? text.substring(1) : text).split("=", 2);
    Optional<Node> relation = prefixes.expand(parts[0]).map(NodeFactory::createURI);
    Optional<Node> value =
        parts.length < 2 ? Optional.empty() : prefixes.expand(parts[1]).map(NodeFactory::createURI);
    return parts.length == 2 && value.isEmpty()
        ? Optional.empty()
        : relation.map(property -> new Step(property, inverse, value));
  }

  /** The same, leading to one thing. */
  Step to(Node thing) {
    return new Step(relation, isInverse, Optional.of(thing));
  }

  /** As addresses write it. */
  String text(Prefixes prefixes) {
    return (isInverse ? INVERSE : "")
        + prefixes.abbreviate(relation.getURI())
        + value.map(node -> "=" + prefixes.abbreviate(node.getURI())).orElse("");
  }

  /** As SPARQL writes it. */
  String pattern(String other, Prefixes prefixes) {
    String end = value.map(node -> prefixes.abbreviate(node.getURI())).orElse(other);
    String property = prefixes.abbreviate(relation.getURI());
    return isInverse ? end + " " + property + " ?thing ." : "?thing " + property + " " + end + " .";
  }
}
