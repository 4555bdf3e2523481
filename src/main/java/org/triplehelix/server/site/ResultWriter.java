package org.triplehelix.server.site;

import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.triplehelix.query.run.AnswerWriter;
import org.triplehelix.server.pipeline.Format;

/**
 * Writes the answer of a query in a format.
 *
 * @param format which fits the form of the query
 * @param context of the dataset
 */
public record ResultWriter(Format format, Context context) implements AnswerWriter {

  @Override
  public void rows(RowSet rows, OutputStream out) {
    writer().write(out, rows, context);
  }

  @Override
  public void truth(boolean truth, OutputStream out) {
    writer().write(out, truth, context);
  }

  @Override
  public void graph(Graph graph, OutputStream out) {
    RDFWriter.source(graph).format(ResultFormats.GRAPHS.get(format)).output(out);
  }

  private RowSetWriter writer() {
    Lang lang = ResultFormats.ROWS.get(format);
    return RowSetWriterRegistry.getFactory(lang).create(lang);
  }
}
