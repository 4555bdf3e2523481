package org.triplehelix.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.triplehelix.bench.Candidate.Endpoint;

/**
 * A query as a server is asked it.
 *
 * @param template what it was made from
 * @param text in SPARQL
 * @param form what its template is
 */
record BenchQuery(String template, String text, Form form) {

  /** What kind of answer a query has. */
  enum Form {
    /** Rows whose order counts. */
    ORDERED_ROWS,
    /** Rows in any order. */
    ROWS,
    /** Yes or no. */
    TRUTH,
    /** Triples. */
    GRAPH,
    /** Triples; which ones, SPARQL leaves open. */
    DESCRIPTION;

    static Form of(Query query) {
      if (query.isAskType()) {
        return TRUTH;
      }
      if (query.isDescribeType()) {
        return DESCRIPTION;
      }
      if (query.isConstructType()) {
        return GRAPH;
      }
      return query.hasOrderBy() ? ORDERED_ROWS : ROWS;
    }

    private String mediaType() {
      return this == GRAPH || this == DESCRIPTION
          ? "application/n-triples"
          : "application/sparql-results+json";
    }
  }

  /** The request that asks an endpoint. */
  byte[] request(Endpoint endpoint) {
    String parameters = "query=" + encoded(text);
    if (!endpoint.defaultGraph().isEmpty() && !text.contains("GRAPH ")) {
      parameters += "&default-graph-uri=" + encoded(endpoint.defaultGraph());
    }
    return ("GET %s?%s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n")
        .formatted(endpoint.path(), parameters, form.mediaType())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String parameter) {
    return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
  }
}
