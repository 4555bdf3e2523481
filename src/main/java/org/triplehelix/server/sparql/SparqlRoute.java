package org.triplehelix.server.sparql;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFWriter;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.Site;

/** The SPARQL protocol, and the service's description where no query is given. */
public final class SparqlRoute implements Route {
  private static final String QUERY = "application/sparql-query";
  private static final String TYPES = QUERY + ", application/x-www-form-urlencoded";

  private final Endpoint endpoint;
  private final SparqlQueries queries;
  private final Supplier<Graph> description;

  /**
   * The route.
   *
   * @param description of the service
   */
  private SparqlRoute(Endpoint endpoint, SparqlQueries queries, Supplier<Graph> description) {
    this.endpoint = endpoint;
    this.queries = queries;
    this.description = description;
  }

  /** The routes by which a site is asked with SPARQL. */
  public static List<Route> all(Site site) {
    Endpoint reified = Endpoint.reified(site);
    return List.of(
        of(Endpoint.plain(site), reified, site),
        of(reified, reified, site),
        new GraphsRoute(site.dataset()));
  }

  private static SparqlRoute of(Endpoint endpoint, Endpoint reified, Site site) {
    return new SparqlRoute(
        endpoint,
        new SparqlQueries(endpoint, reified, site),
        () -> ServiceDescription.of(endpoint, site.address()));
  }

  @Override
  public String path() {
    return endpoint.path();
  }

  @Override
  public String example() {
    return endpoint.path() + "?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D";
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public boolean passesUnknownParameters() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    if (call.parameter("update").isPresent()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "An update is asked for, and the graph is never written over HTTP.",
          "Ask with query=.");
    }
    if (call.method().equals("POST") && call.contentType().equals(QUERY)) {
      if (call.parameter("query").isPresent()) {
        throw new Problem(
            Problem.Kind.BAD_REQUEST,
            "There are two queries, in the body and as the parameter query.",
            "Send one.");
      }
      return queries.prepare(call.body(), call);
    }
    if (!call.contentType().isEmpty() && call.method().equals("POST")) {
      throw new Problem(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "A query cannot be sent as " + call.contentType() + ".",
              "Send it as " + TYPES.replace(",", " or") + ".")
          .withHeader("Accept-Post", TYPES);
    }
    if (call.parameter("query").isPresent()) {
      return queries.prepare(call.parameter("query").get(), call);
    }
    if (call.method().equals("POST") || !call.parameters().isEmpty() && noFormat(call)) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST, "There is no query.", "Send it as the parameter query.");
    }
    return new Fixed(
        endpoint.ofGraphs(),
        "",
        (format, out) ->
            RDFWriter.source(description.get())
                .format(ResultFormats.GRAPHS.get(format))
                .output(out));
  }

  private static boolean noFormat(Call call) {
    return !Set.of("format", "lang", "release").containsAll(call.parameters().keySet());
  }
}
