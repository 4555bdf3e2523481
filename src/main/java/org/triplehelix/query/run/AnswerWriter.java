package org.triplehelix.query.run;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.RowSet;

/** Writes the answer of a query, of whichever form it is. */
public interface AnswerWriter {

  /** The rows of a SELECT, as they are found. */
  void rows(RowSet rows, OutputStream out) throws IOException;

  /** The answer of an ASK. */
  void truth(boolean truth, OutputStream out) throws IOException;

  /** The graph of a CONSTRUCT or DESCRIBE. */
  void graph(Graph graph, OutputStream out) throws IOException;
}
