package org.triplehelix.server.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why a request has no answer: what, where, and what to do (RFC 9457). */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kinds, by which clients tell problems apart. */
  public enum Kind {
    BAD_REQUEST(400, "bad-request"),
    BAD_QUERY(400, "bad-query"),
    FORBIDDEN(403, "forbidden"),
    OTHER_ORIGIN(403, "other-origin"),
    NOT_FOUND(404, "not-found"),
    GONE(410, "gone"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    NOT_ACCEPTABLE(406, "not-acceptable"),
    TOO_SLOW(408, "too-slow"),
    PRECONDITION_FAILED(412, "precondition-failed"),
    TOO_LARGE(413, "too-large"),
    ADDRESS_TOO_LONG(414, "address-too-long"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type"),
    RANGE_NOT_SATISFIABLE(416, "range-not-satisfiable"),
    NOT_OFFERED(422, "not-offered"),
    INVALID(422, "invalid"),
    LIMIT(422, "limit-exceeded"),
    TOO_MANY(429, "too-many-requests"),
    RATE(429, "rate-limit"),
    CONNECTIONS(429, "too-many-connections"),
    HEADERS_TOO_LARGE(431, "headers-too-large"),
    NOT_READY(503, "not-ready"),
    BUSY(503, "busy"),
    CANCELLED(503, "cancelled"),
    TIME(503, "time-limit"),
    MEMORY(503, "memory-limit"),
    STORAGE(503, "storage-failed"),
    STORAGE_FULL(507, "storage-full"),
    FAULT(500, "fault"),
    BACK_END(502, "back-end-failed"),
    BACK_END_BUSY(503, "back-end-busy"),
    BACK_END_SLOW(504, "back-end-slow");

    private final int status;
    private final String label;

    Kind(int status, String label) {
      this.status = status;
      this.label = label;
    }

    /** Whether the same request would meet it again, whoever asks and when. */
    boolean isOfTheRequest() {
      return switch (this) {
        case BUSY, CANCELLED, FAULT, MEMORY, BACK_END, BACK_END_BUSY, BACK_END_SLOW -> false;
        default -> true;
      };
    }

    /** The status code of HTTP. */
    public int status() {
      return status;
    }

    /** The last part of the problem's type IRI. */
    public String label() {
      return label;
    }
  }

  private final Kind kind;
  private final String remedy;
  private transient Limit limit;
  private final transient Map<String, Object> more = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /**
   * A problem.
   *
   * @param detail what is wrong, a sentence
   * @param remedy what to do, a sentence
   */
  public Problem(Kind kind, String detail, String remedy) {
    super(detail, null, false, false);
    this.kind = kind;
    this.remedy = remedy;
  }

  /** The same with one more member, such as line, column or limit. */
  public Problem with(String member, Object value) {
    more.put(member, value);
    return this;
  }

  /**
   * The same, told to come from a limit.
   *
   * @param most what it allows, with its unit if that is not plain
   */
  public Problem beyond(Limit reached, Object most) {
    limit = reached;
    return with("limit", reached.label()).with("maximum", most);
  }

  /** The limit that it comes from. */
  public Optional<Limit> limit() {
    return Optional.ofNullable(limit);
  }

  /** The same with a header. */
  public Problem withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Kind kind() {
    return kind;
  }

  public String remedy() {
    return remedy;
  }

  /** Members beyond those of RFC 9457: numbers, texts, lists of texts or of maps. */
  public Map<String, Object> more() {
    return more;
  }

  /** Headers of the answer, such as Allow and Retry-After. */
  public Map<String, String> headers() {
    return headers;
  }
}
