package org.triplehelix.query;

import java.util.List;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/**
 * The rows of a join, which may be closed before the first was asked for: ARQ's own joins fail
 * there, and nothing that they were to read is closed.
 */
final class Joined extends QueryIteratorWrapper {
  private final List<QueryIterator> inputs;
  private boolean begun;

  /**
   * The rows of a join.
   *
   * @param inputs which it reads
   */
  Joined(QueryIterator rows, QueryIterator... inputs) {
    super(rows);
    this.inputs = List.of(inputs);
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
      inputs.forEach(QueryIterator::close);
    }
  }
}
