package org.triplehelix.graph;

import org.apache.jena.graph.Triple;
import org.triplehelix.vocab.Genid;

/** Names the nameless parts of OWL's lists and expressions. */
final class Skolem {
  private Skolem() {}

  /** The triple with an IRI for each blank node: its file and its number in the file. */
  static Triple named(Triple triple) {
    if (!triple.getSubject().isBlank() && !triple.getObject().isBlank()) {
      return triple;
    }
    return Triple.create(
        Genid.of(triple.getSubject()), triple.getPredicate(), Genid.of(triple.getObject()));
  }
}
