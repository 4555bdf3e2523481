package org.triplehelix.query.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.RowSet;

/** Writes as a server would: CSV, a word, N-Triples. */
final class CountingWriter implements AnswerWriter {
  @Override
  public void rows(RowSet rows, OutputStream out) {
    ResultSetMgr.write(out, ResultSet.adapt(rows), ResultSetLang.RS_CSV);
  }

  @Override
  public void truth(boolean truth, OutputStream out) throws IOException {
    out.write(Boolean.toString(truth).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void graph(Graph graph, OutputStream out) {
    RDFWriter.source(graph).lang(Lang.NTRIPLES).output(out);
  }
}
