package org.triplehelix.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Names for what files leave nameless: a release has no blank nodes and so the same bytes. */
public final class Genid {
  /** What all such names start with. */
  public static final String NAMESPACE = Family.BASE + ".well-known/genid/";

  private Genid() {}

  /** The name of a blank node; any other node is as it is. */
  public static Node of(Node node) {
    return node.isBlank() ? NodeFactory.createURI(NAMESPACE + node.getBlankNodeLabel()) : node;
  }

  /** Whether a node is blank or such a name. */
  public static boolean isNameless(Node node) {
    return node.isBlank() || node.isURI() && node.getURI().startsWith(NAMESPACE);
  }
}
