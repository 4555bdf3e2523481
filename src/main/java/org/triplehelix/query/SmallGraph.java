package org.triplehelix.query;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.NamedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * The few triples of one passage, one after the other: thousands of such graphs would each have
 * tables that are larger than what is in them. Immutable.
 */
final class SmallGraph extends GraphBase implements NamedGraph {
  /** So many triples are gone over as quickly as they are looked up. */
  static final int MOST = 64;

  private final Node name;
  private final List<Triple> triples;

  /**
   * A graph.
   *
   * @param triples each once
   */
  SmallGraph(Node name, List<Triple> triples) {
    this.name = name;
    this.triples = List.copyOf(triples);
  }

  @Override
  public Node getGraphName() {
    return name;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return WrappedIterator.create(triples.iterator()).filterKeep(pattern::matches);
  }

  @Override
  protected int graphBaseSize() {
    return triples.size();
  }
}
