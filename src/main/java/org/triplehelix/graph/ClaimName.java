package org.triplehelix.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.triplehelix.source.Digest;
import org.triplehelix.vocab.Family;

/** The IRI of a triple as a claim that was not given one in place. */
final class ClaimName {
  private static final int DIGITS = 8;
  private static final String INFERRED = "inferred";

  private ClaimName() {}

  /**
   * The same for the same triple and passage, always.
   *
   * @param key of the passage: {@code lb-s027}
   */
  static Node of(String key, Triple triple) {
    String line =
        NodeFmtLib.strNT(triple.getSubject())
            + " "
            + NodeFmtLib.strNT(triple.getPredicate())
            + " "
            + NodeFmtLib.strNT(triple.getObject())
            + " .";
    return NodeFactory.createURI(
        Family.CLAIM.namespace() + key + "-" + Digest.of(line).substring(0, DIGITS));
  }

  /** The name of a triple that no passage has but that follows. */
  static Node ofInferred(Triple triple) {
    return of(INFERRED, triple);
  }
}
