package org.triplehelix.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.graph.Release;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/** Answers a query in the format that the user chose. */
final class AnswerWriter {
  private static final Duration TIME_LIMIT = Duration.ofMinutes(10);
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
   */
  void write(String name, Query query, Release release, PrintStream out) {
    DatasetGraph dataset = ReleaseDataset.of(release, TIME_LIMIT);
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      if (query.isSelectType()) {
        write(ResultSet.adapt(execution.select()), dataset, out);
      } else if (query.isAskType()) {
        out.println(execution.ask());
      } else if (query.isConstructType()) {
        write(execution.construct(), out);
      } else if (query.isDescribeType()) {
        write(execution.describe(), out);
      } else {
        throw new BadInputException(
            Position.of(name), "asks for JSON", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE");
      }
      Main.demandWritten(out);
    } catch (QueryException e) {
      throw new BadInputException(
          Position.of(name), "cannot be answered: " + firstLine(e), "mend the query");
    } catch (StackOverflowError e) {
      throw new BadInputException(
          Position.of(name), "is nested too deeply", "write it flatter, or in several queries");
    }
  }

  private static String firstLine(QueryException e) {
    return e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
  }

  private void write(ResultSet rows, DatasetGraph dataset, PrintStream out) {
    if (format.equals(ResultSetLang.RS_Text)) {
      PrefixMapping prefixes = PrefixMapping.Factory.create();
      ResultSetFormatter.out(out, rows, prefixes.setNsPrefixes(dataset.prefixes().getMapping()));
    } else {
      ResultSetMgr.write(out, rows, format);
    }
  }

  private static void write(Graph graph, PrintStream out) {
    RDFWriter.source(graph).lang(Lang.TURTLE).output(out);
  }
}
