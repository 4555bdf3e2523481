package org.triplehelix.server.guard;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Response;
import org.triplehelix.server.pipeline.Limit;

/** A connection, from its opening to its end, and what it is waited for. */
final class Visit {
  private static final byte[] NOTHING = {};

  private final Connection connection;
  private final String client;
  private final Limit refused;
  private final long opened;
  private boolean isOver;
  private Response response;
  private byte[] answer = NOTHING;
  private boolean hasAsked;
  private long since;
  private long bytesAtRest;
  private boolean hasBegun;

  /**
   * A visit.
   *
   * @param client whose it is; empty if nobody counts
   * @param refused the limit because of which it is not served; null if it is
   */
  Visit(Connection connection, String client, Limit refused, long now) {
    this.connection = connection;
    this.client = client;
    this.refused = refused;
    this.opened = now;
    this.since = now;
  }

  Connection connection() {
    return connection;
  }

  String client() {
    return client;
  }

  Optional<Limit> refused() {
    return Optional.ofNullable(refused);
  }

  /** How long it has lasted. */
  Duration age(long now) {
    return Duration.ofNanos(now - opened);
  }

  /** A request is there, whole but for its body; false if it comes too late. */
  synchronized boolean begin(Response reply) {
    if (isOver) {
      return false;
    }
    response = reply;
    hasAsked = true;
    hasBegun = false;
    return true;
  }

  /** A request is answered. */
  synchronized void rest(Response reply, long now) {
    if (response == reply) {
      response = null;
      answer = NOTHING;
      since = now;
      hasBegun = false;
      bytesAtRest = connection.getBytesIn();
    }
  }

  /** Whether a request is being answered. */
  synchronized boolean isAsking() {
    return response != null;
  }

  /** An answer is given that is held until the client has taken it. */
  synchronized void holds(byte[] bytes) {
    answer = bytes;
    since = System.nanoTime();
    hasBegun = true;
  }

  /** What it holds. */
  synchronized byte[] held() {
    return answer;
  }

  /** Since when the client is waited for. */
  synchronized long since() {
    return since;
  }

  /** Whether the answer is being sent. */
  synchronized boolean isSending() {
    return response != null && response.isCommitted();
  }

  /** Nothing comes any more; false if a request is being answered. */
  synchronized boolean leave() {
    if (response == null) {
      isOver = true;
    }
    return isOver;
  }

  /** The limit that the client has reached by being slow. */
  synchronized Optional<Limit> overdue(long now, DoorSettings settings) {
    if (response != null) {
      return overdueWithAnswer(now, settings);
    }
    boolean comes = !hasAsked || connection.getBytesIn() > bytesAtRest;
    if (comes && hasAsked && !hasBegun) {
      hasBegun = true;
      since = now;
    }
    Duration most = comes ? settings.headerTime() : settings.idleTime();
    return now - since > most.toNanos()
        ? Optional.of(comes ? Limit.HEADER_TIME : Limit.IDLE_TIME)
        : Optional.empty();
  }

  private Optional<Limit> overdueWithAnswer(long now, DoorSettings settings) {
    if (!response.isCommitted()) {
      return Optional.empty();
    }
    if (!hasBegun) {
      hasBegun = true;
      since = now;
    }
    long length = Math.max(0, response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH));
    double seconds =
        settings.answerTime().toMillis() / 1e3 + (double) length / settings.answerRate();
    return (now - since) / 1e9 > seconds ? Optional.of(Limit.ANSWER_TIME) : Optional.empty();
  }
}
