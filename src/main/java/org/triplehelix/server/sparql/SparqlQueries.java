package org.triplehelix.server.sparql;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.ResultWriter;
import org.triplehelix.server.site.Site;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/**
 * Understands queries and answers them from the dataset of an endpoint. Who writes a triple term,
 * reifier or annotation asks for what only the view in RDF 1.2 has, and is answered from there,
 * wherever it was asked.
 */
final class SparqlQueries {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");
  private static final String NAME = "query";

  /** What gives another value each time; a text that only looks so is not kept, no more. */
  private static final Pattern FLEETING =
      Pattern.compile("(?i)\\b(NOW|RAND|UUID|STRUUID|BNODE)\\b");

  private final Endpoint own;
  private final Endpoint reified;
  private final Prefixes prefixes;
  private final Limits limits;
  private final Lazy<PreparedQueries> prepared;
  private final String via;
  private final boolean isElsewhere;

  /**
   * Queries of an endpoint.
   *
   * @param own which is asked
   * @param reified which is asked where a query has triple terms
   */
  SparqlQueries(Endpoint own, Endpoint reified, Site site) {
    this.own = own;
    this.reified = reified;
    this.prefixes = site.release().prefixes();
    this.limits = site.limits();
    this.isElsewhere = site.engine().isElsewhere();
    this.via = Link.to(site.address().reference(reified.path()), "via");
    this.prepared = new Lazy<>(() -> new PreparedQueries(own.dataset().get().getContext()));
  }

  /**
   * A query that was understood.
   *
   * @throws Problem if it was not
   */
  Route.Prepared prepare(String text, Call call) {
    Limits asked = limits(call);
    try {
      List<String> defaults = call.all("default-graph-uri");
      List<String> named = call.all("named-graph-uri");
      boolean asItStands = defaults.isEmpty() && named.isEmpty();
      QueryText.Understood read =
          asItStands && !isElsewhere
              ? prepared.get().understand(NAME, text, asked, prefixes)
              : QueryText.understand(NAME, text, asked, prefixes);
      describe(read.query(), defaults, named);
      boolean isPlain = read.tripleTerm().isEmpty();
      demandOffered(isPlain);
      return new Understood(read, defaults + "\n" + named, asked, isPlain ? own : reified);
    } catch (BadInputException e) {
      throw Evaluation.problem(e);
    } catch (LimitReached e) {
      throw Evaluation.problem(e);
    }
  }

  private void demandOffered(boolean isPlain) {
    if (isElsewhere && (own == reified || !isPlain)) {
      throw new Problem(
          Problem.Kind.NOT_OFFERED,
          "The view in RDF 1.2 is not offered, as a back end of SPARQL 1.1 answers here.",
          "Ask at /sparql for rdf:subject, rdf:predicate and rdf:object of claims in graph:claims.");
    }
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
    private final Limits asked;
    private final Endpoint endpoint;

    Understood(QueryText.Understood read, String described, Limits asked, Endpoint endpoint) {
      this.query = read.query();
      this.plan = read.plan();
      this.words = read.words();
      this.described = described;
      this.asked = asked;
      this.endpoint = endpoint;
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
      String time = asked.time().equals(limits.time()) ? "" : asked.time().toString();
      return time + "\n" + described + "\n" + words;
    }

    @Override
    public boolean isLasting() {
      return !FLEETING.matcher(words).find();
    }

    @Override
    public Map<String, String> headers(Format format) {
      return endpoint == own ? Map.of() : Map.of("Link", via);
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      DatasetGraph dataset = endpoint.dataset().get();
      new Evaluation(NAME, endpoint.engine().get(), asked)
          .write(query, plan, new ResultWriter(format, dataset.getContext()), attempt, out);
    }
  }
}
