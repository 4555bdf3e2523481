package org.triplehelix.query;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/**
 * The rows of a join, which may be closed before the first was asked for: ARQ's own joins fail
 * there, and nothing that they were to read is closed.
 */
final class Joined extends QueryIteratorWrapper {
  private final QueryIterator left;
  private final QueryIterator right;
  private boolean begun;

  /**
   * The rows of a join.
   *
   * @param left which it reads
   * @param right which it reads
   */
  Joined(QueryIterator rows, QueryIterator left, QueryIterator right) {
    super(rows);
    this.left = left;
    this.right = right;
  }

  @Override
  protected boolean hasNextBinding() {
    begun = true;
    return super.hasNextBinding();
  }

  @Override
  protected void closeIterator() {
    if (begun) {
      super.closeIterator();
    } else {
      left.close();
      right.close();
    }
  }
}
