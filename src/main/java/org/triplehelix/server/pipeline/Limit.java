package org.triplehelix.server.pipeline;

/**
 * All that bounds what a client or a query may take. Errors name it in their member {@code limit},
 * metrics by the label of that name; docs/operation.md tells the option that sets each.
 */
public enum Limit {
  /** Requests of a client in a time. */
  RATE("rate"),
  /** Reports of a client in an hour. */
  REPORT_RATE("report-rate"),
  /** Connections of a client at once. */
  CLIENT_CONNECTIONS("client-connections"),
  /** Connections of all at once. */
  CONNECTIONS("connections"),
  /** Length of a request's address. */
  URI_BYTES("uri-bytes"),
  /** Length of all headers of a request. */
  HEADER_BYTES("header-bytes"),
  /** Number of headers of a request. */
  HEADERS("headers"),
  /** Time in which a request's headers come. */
  HEADER_TIME("header-time"),
  /** Length of a request's body. */
  BODY_BYTES("body-bytes"),
  /** Time in which a request's body comes. */
  BODY_TIME("body-time"),
  /** Bodies that come slowly at once. */
  BODIES("bodies"),
  /** Time in which a connection may lie idle. */
  IDLE_TIME("idle-time"),
  /** Time in which a client has to take an answer. */
  ANSWER_TIME("answer-time"),
  /** Memory of answers that clients are slow to take. */
  SENDING_BYTES("sending-bytes"),
  /** Bytes of an answer that a client without chunks can be given. */
  KEPT_BACK("kept-back"),
  /** First, short tries at once. */
  SHORT_RUNNING("short-running"),
  /** Long work at once. */
  LONG_RUNNING("long-running"),
  /** Those who wait for an answer that another makes. */
  WAITING("waiting"),
  /** Time of a query. */
  TIMEOUT("timeout"),
  /** Rows of a query's answer. */
  ROWS("rows"),
  /** Bytes of a query's answer. */
  BYTES("answer-bytes"),
  /** Memory of queries. */
  MEMORY("memory"),
  /** Length of a query. */
  QUERY_LENGTH("query-length"),
  /** Nesting and parts of a query. */
  NESTING("nesting"),
  /** Length of a value that is computed. */
  VALUE_LENGTH("value-length");

  private final String label;

  Limit(String label) {
    this.label = label;
  }

  /** As errors and metrics name it. */
  public String label() {
    return label;
  }
}
