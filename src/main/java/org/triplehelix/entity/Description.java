package org.triplehelix.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Graphs;

/**
 * All that a release says of one thing: its statements, statements about it from elsewhere, the
 * nodes that lead to it, claims with their passages, and names of what it is linked to.
 *
 * @param thing that is described
 * @param quads each in its graph
 */
public record Description(Node thing, List<Quad> quads) {
  public Description {
    quads = List.copyOf(quads);
  }

  /**
   * What formats without graphs hold: the default graph with what follows, and claims as what was
   * said, which asserts none of them.
   */
  public Set<Triple> triples() {
    Set<Triple> triples = new LinkedHashSet<>();
    in(Quad.defaultGraphIRI).forEach(triples::add);
    in(Graphs.CLAIMS).forEach(triples::add);
    in(Graphs.INFERRED).forEach(triples::add);
    return triples;
  }

  /** What stands in one graph. */
  public Stream<Triple> in(Node graph) {
    return quads.stream().filter(q -> q.getGraph().equals(graph)).map(Quad::asTriple);
  }
}
