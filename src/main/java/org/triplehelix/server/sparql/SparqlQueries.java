package org.triplehelix.server.sparql;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.query.run.LimitReached;
import org.triplehelix.query.run.Limits;
import org.triplehelix.query.run.PreparedQueries;
import org.triplehelix.query.run.QueryText;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.ResultWriter;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;

/** Understands queries and answers them from the dataset of an endpoint. */
final class SparqlQueries {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");
  private static final String NAME = "query";

  /** What gives another value each time; a text that only looks so is not kept, no more. */
  private static final Pattern FLEETING =
      Pattern.compile("(?i)\\b(NOW|RAND|UUID|STRUUID|BNODE)\\b");

  private final Endpoint endpoint;
  private final Prefixes prefixes;
  private final Limits limits;
  private final Lazy<PreparedQueries> prepared;

  /**
   * Queries of an endpoint.
   *
   * @param prefixes that unknown ones may be meant for
   * @param limits of each query
   */
  SparqlQueries(Endpoint endpoint, Prefixes prefixes, Limits limits) {
    this.endpoint = endpoint;
    this.prefixes = prefixes;
    this.limits = limits;
    this.prepared = new Lazy<>(() -> new PreparedQueries(endpoint.dataset().get().getContext()));
  }

  /**
   * A query that was understood.
   *
   * @throws Problem if it was not
   */
  Route.Prepared prepare(String text, Call call) {
    Limits own = limits(call);
    try {
      List<String> defaults = call.all("default-graph-uri");
      List<String> named = call.all("named-graph-uri");
      boolean asItStands = defaults.isEmpty() && named.isEmpty();
      QueryText.Understood read =
          asItStands
              ? prepared.get().understand(NAME, text, own, prefixes)
              : QueryText.understand(NAME, text, own, prefixes);
      if (!endpoint.hasTripleTerms()) {
        read.tripleTerm().ifPresent(SparqlQueries::refuse);
      }
      describe(read.query(), defaults, named);
      return new Understood(read, defaults + "\n" + named, own);
    } catch (BadInputException e) {
      throw Evaluation.problem(e);
    } catch (LimitReached e) {
      throw Evaluation.problem(e);
    }
  }

  private static void refuse(Position tripleTerm) {
    throw new Problem(
            Problem.Kind.NOT_OFFERED,
            "The query has a triple term, reifier or annotation, which RDF 1.1 has not.",
            "Ask it at /sparql-1.2.")
        .with("line", tripleTerm.line())
        .with("column", tripleTerm.column());
  }

  /** The dataset that the protocol names goes before that of the query. */
  private static void describe(Query query, List<String> defaults, List<String> named) {
    if (!defaults.isEmpty() || !named.isEmpty()) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      defaults.forEach(query::addGraphURI);
      named.forEach(query::addNamedGraphURI);
    }
  }

  /** The client may ask for less time, never for more than the server gives. */
  private Limits limits(Call call) {
    return call.parameter("timeout")
        .map(
            asked -> {
              if (!SECONDS.matcher(asked).matches()) {
                throw new Problem(
                    Problem.Kind.BAD_REQUEST,
                    "timeout is no number of seconds.",
                    "Write timeout=5.");
              }
              return limits.within(Duration.ofMillis((long) (Double.parseDouble(asked) * 1_000)));
            })
        .orElse(limits);
  }

  private final class Understood implements Route.Prepared {
    private final Query query;
    private final Optional<Op> plan;
    private final String words;
    private final String described;
    private final Limits own;

    Understood(QueryText.Understood read, String described, Limits own) {
      this.query = read.query();
      this.plan = read.plan();
      this.words = read.words();
      this.described = described;
      this.own = own;
    }

    @Override
    public List<Format> formats() {
      return isOfRows() ? endpoint.ofRows() : endpoint.ofGraphs();
    }

    private boolean isOfRows() {
      return query.isSelectType() || query.isAskType();
    }

    /**
     * Layout makes no difference. Who gives less time may end without an answer, and so asks
     * something else.
     */
    @Override
    public String canonical() {
      String time = own.time().equals(limits.time()) ? "" : own.time().toString();
      return time + "\n" + described + "\n" + words;
    }

    @Override
    public boolean isLasting() {
      return !FLEETING.matcher(words).find();
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      DatasetGraph dataset = endpoint.dataset().get();
      new Evaluation(NAME, dataset, own)
          .write(query, plan, new ResultWriter(format, dataset.getContext()), attempt, out);
    }
  }
}
