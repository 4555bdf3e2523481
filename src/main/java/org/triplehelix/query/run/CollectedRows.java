package org.triplehelix.query.run;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Keeps the rows of a SELECT in memory.
 *
 * @param rows those that were found, without what they were made of
 */
public record CollectedRows(List<Binding> rows) implements AnswerWriter {
  /** None yet. */
  public CollectedRows() {
    this(new ArrayList<>());
  }

  @Override
  public void rows(RowSet found, OutputStream out) {
    found.forEachRemaining(row -> rows.add(row.detach()));
  }

  @Override
  public void truth(boolean truth, OutputStream out) {
    throw new IllegalStateException("no SELECT");
  }

  @Override
  public void graph(Graph graph, OutputStream out) {
    throw new IllegalStateException("no SELECT");
  }
}
