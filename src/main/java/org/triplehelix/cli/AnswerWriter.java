package org.triplehelix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSet;
import org.triplehelix.graph.Release;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.run.LimitReached;
import org.triplehelix.query.run.Limits;
import org.triplehelix.query.run.QueryRun;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.store.Store;

/** Answers a query in the format that the user chose. */
final class AnswerWriter {
  private static final Limits LIMITS = Limits.forUser();
  private static final Map<String, Lang> FORMATS =
      Map.of(
          "text", ResultSetLang.RS_Text,
          "json", ResultSetLang.RS_JSON,
          "xml", ResultSetLang.RS_XML,
          "csv", ResultSetLang.RS_CSV,
          "tsv", ResultSetLang.RS_TSV);

  private final Lang format;

  private AnswerWriter(Lang format) {
    this.format = format;
  }

  /** A writer of the format with that name. */
  static AnswerWriter of(String format) {
    if (!FORMATS.containsKey(format)) {
      throw new BadInputException(
          Position.of("--format"),
          "there is no format " + format,
          "give one of text, json, xml, csv, tsv");
    }
    return new AnswerWriter(FORMATS.get(format));
  }

  /**
   * Writes the answer of a query on a release.
   *
   * @param name what the query is called
   * @param store with layers beside it
   */
  void write(String name, Query query, Release release, Optional<Store> store, PrintStream out) {
    DatasetGraph dataset = ReleaseDataset.of(release, store, LIMITS.time());
    PrefixMapping prefixes = PrefixMapping.Factory.create();
    prefixes.setNsPrefixes(release.prefixes().map());
    try {
      new QueryRun(name, query, dataset, LIMITS).write(new Format(format, prefixes), out);
    } catch (LimitReached e) {
      throw new BadInputException(Position.of(name), e.what(), e.remedy());
    }
    Main.demandWritten(out);
  }

  private record Format(Lang lang, PrefixMapping prefixes)
      implements org.triplehelix.query.run.AnswerWriter {
    @Override
    public void rows(RowSet rows, OutputStream out) {
      ResultSet table = ResultSet.adapt(rows);
      if (lang.equals(ResultSetLang.RS_Text)) {
        ResultSetFormatter.out(out, table, prefixes);
      } else {
        ResultSetMgr.write(out, table, lang);
      }
    }

    @Override
    public void truth(boolean truth, OutputStream out) throws IOException {
      out.write((truth + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void graph(Graph graph, OutputStream out) {
      RDFWriter.source(graph).lang(Lang.TURTLE).output(out);
    }
  }
}
