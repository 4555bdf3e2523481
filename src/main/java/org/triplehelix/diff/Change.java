package org.triplehelix.diff;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * One statement that came, went, or got another value.
 *
 * @param removed as it was; null if it came
 * @param added as it is; null if it went
 */
public record Change(Quad removed, Quad added) {
  /** In the order in which a thing is described: its type, then by predicate and value. */
  static final Comparator<Change> ORDER =
      Comparator.comparing((Change c) -> !c.predicate().equals(RDF.Nodes.type))
          .thenComparing(c -> c.predicate().getURI())
          .thenComparing(c -> c.any().getObject().toString())
          .thenComparing(Change::kind);

  /** What happened to a statement. */
  public enum Kind {
    REMOVED,
    ADDED,
    CHANGED
  }

  /** What happened. */
  public Kind kind() {
    if (removed == null) {
      return Kind.ADDED;
    }
    return added == null ? Kind.REMOVED : Kind.CHANGED;
  }

  /** The statement, as it was if it went or changed. */
  private Quad any() {
    return removed == null ? added : removed;
  }

  /** The graph it is written in. */
  public Node graph() {
    return any().getGraph();
  }

  /** What it is about. */
  public Node subject() {
    return any().getSubject();
  }

  /** What it says of it. */
  public Node predicate() {
    return any().getPredicate();
  }
}
