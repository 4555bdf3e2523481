package org.triplehelix.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.triplehelix.vocab.Family;

/** Names the cells of OWL's lists, so that a release has no blank nodes and the same bytes. */
public final class Skolem {
  private static final String GENID = Family.BASE + ".well-known/genid/";

  private Skolem() {}

  /** Whether a name stands for a blank node of a file. */
  public static boolean isForBlank(Node node) {
    return node.isURI() && node.getURI().startsWith(GENID);
  }

  /** The triple with an IRI for each blank node: its file and its number in the file. */
  static Triple named(Triple triple) {
    if (!triple.getSubject().isBlank() && !triple.getObject().isBlank()) {
      return triple;
    }
    return Triple.create(
        named(triple.getSubject()), triple.getPredicate(), named(triple.getObject()));
  }

  private static Node named(Node node) {
    return node.isBlank() ? NodeFactory.createURI(GENID + node.getBlankNodeLabel()) : node;
  }
}
