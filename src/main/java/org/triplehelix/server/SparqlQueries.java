package org.triplehelix.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.TooCostly;

/** Understands queries and answers them from a dataset. */
final class SparqlQueries {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");

  private final DatasetGraph dataset;
  private final Duration shortTime;
  private final Duration timeLimit;

  SparqlQueries(DatasetGraph dataset, Duration shortTime, Duration timeLimit) {
    this.dataset = dataset;
    this.shortTime = shortTime;
    this.timeLimit = timeLimit;
  }

  Route.Prepared prepare(String text, Call call) {
    Query query = parsed(text);
    List<String> defaults = call.all("default-graph-uri");
    List<String> named = call.all("named-graph-uri");
    if (!defaults.isEmpty() || !named.isEmpty()) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      defaults.forEach(query::addGraphURI);
      named.forEach(query::addNamedGraphURI);
    }
    return new Understood(query, timeLimit(call));
  }

  private static Query parsed(String text) {
    try {
      return QueryFactory.create(text, Syntax.syntaxARQ);
    } catch (QueryParseException e) {
      throw new Problem(
              Problem.Kind.BAD_QUERY,
              e.getMessage().lines().findFirst().orElse(""),
              "Mend the query there.")
          .with("line", e.getLine())
          .with("column", e.getColumn());
    }
  }

  /** What the client asks for, never more than the server's. */
  private Duration timeLimit(Call call) {
    String asked = call.parameter("timeout").orElse(null);
    if (asked == null) {
      return timeLimit;
    }
    if (!SECONDS.matcher(asked).matches()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "timeout is no number of seconds.", "Write timeout=5.");
    }
    Duration time = Duration.ofMillis((long) (Double.parseDouble(asked) * 1_000));
    return time.compareTo(timeLimit) < 0 ? time : timeLimit;
  }

  private final class Understood implements Route.Prepared {
    private final Query query;
    private final Duration time;

    Understood(Query query, Duration time) {
      this.query = query;
      this.time = time;
    }

    @Override
    public List<Format> formats() {
      return query.isSelectType() || query.isAskType()
          ? ResultFormats.OF_ROWS
          : ResultFormats.OF_GRAPHS;
    }

    @Override
    public String canonical() {
      Query bare = query.cloneQuery();
      bare.setPrefixMapping(new PrefixMappingImpl());
      return bare.toString();
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      Duration limit = attempt.isShort() && shortTime.compareTo(time) < 0 ? shortTime : time;
      try (QueryExec execution =
          QueryExec.dataset(dataset)
              .query(query)
              .overallTimeout(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
              .build()) {
        attempt.onGone().accept(execution::abort);
        write(execution, format, out);
      } catch (QueryCancelledException e) {
        if (attempt.isShort() && limit.equals(shortTime)) {
          throw new TooCostly();
        }
        throw new Problem(Problem.Kind.TIME, "timed out", "less");
      }
    }

    private void write(QueryExec execution, Format format, OutputStream out) {
      if (query.isSelectType() || query.isAskType()) {
        RowSetWriter writer =
            RowSetWriterRegistry.getFactory(ResultFormats.ROWS.get(format))
                .create(ResultFormats.ROWS.get(format));
        if (query.isAskType()) {
          writer.write(out, execution.ask(), dataset.getContext());
        } else {
          writer.write(out, execution.select(), dataset.getContext());
        }
      } else {
        RDFWriter.source(query.isDescribeType() ? execution.describe() : execution.construct())
            .format(ResultFormats.GRAPHS.get(format))
            .output(out);
      }
    }
  }
}
