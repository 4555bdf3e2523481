package org.triplehelix.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;

/**
 * A query as a server is asked it.
 *
 * @param text in SPARQL
 * @param form what its template is
 */
record BenchQuery(String text, Form form) {

  /** What kind of answer a query has. */
  enum Form {
    /** Rows whose order counts. */
    ORDERED_ROWS,
    /** Rows in any order. */
    ROWS,
    /** Yes or no. */
    TRUTH,
    /** Triples. */
    GRAPH;

    static Form of(Query query) {
      if (query.isAskType()) {
        return TRUTH;
      }
      if (query.isConstructType() || query.isDescribeType()) {
        return GRAPH;
      }
      return query.hasOrderBy() ? ORDERED_ROWS : ROWS;
    }

    private String mediaType() {
      return this == GRAPH ? "application/n-triples" : "application/sparql-results+json";
    }
  }

  /** The request that asks an endpoint. */
  byte[] request(String path) {
    String parameter = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return ("GET %s?query=%s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n")
        .formatted(path, parameter, form.mediaType())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
