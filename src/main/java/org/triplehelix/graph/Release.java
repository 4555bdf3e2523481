package org.triplehelix.graph;

import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.vocab.Prefixes;

/**
 * A built, immutable state of the graph.
 *
 * @param hash SHA-256 of the N-Quads lines of every graph but {@code graph:meta}: 64 digits
 * @param quads all statements, in the order of their N-Quads lines; no blank nodes
 * @param prefixes for writing and asking, with those of the sources
 */
public record Release(String hash, List<Quad> quads, Prefixes prefixes) {
  private static final int SHORT = 12;

  public Release {
    quads = List.copyOf(quads);
  }

  /** The first digits of the hash, enough to tell releases apart. */
  public String shortHash() {
    return hash.substring(0, SHORT);
  }

  /** How many triples the default graph holds. */
  public long defaultGraphSize() {
    return quads.stream().filter(Quad::isDefaultGraph).count();
  }
}
