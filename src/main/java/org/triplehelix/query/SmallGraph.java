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
    return WrappedIterator.create(triples.iterator()).filterKeep(triple -> fits(pattern, triple));
  }

  private static boolean fits(Triple pattern, Triple triple) {
    return fits(pattern.getSubject(), triple.getSubject())
        && fits(pattern.getPredicate(), triple.getPredicate())
        && fits(pattern.getObject(), triple.getObject());
  }

  /** A term fits itself, and not another one of the same value: 1 is not 1.0. */
  private static boolean fits(Node pattern, Node term) {
    return pattern.isConcrete() ? pattern.equals(term) : pattern.matches(term);
  }

  @Override
  protected int graphBaseSize() {
    return triples.size();
  }
}
