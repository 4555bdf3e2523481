package org.triplehelix.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.replica.FollowStatus;

/** Whether a server should be sent requests: not while it prepares, nor while it stops. */
final class Readiness {
  private final Optional<FollowStatus> follows;
  private volatile State state;

  /** Where a server is. */
  enum State {
    /** It answers, but first searches would wait. */
    PREPARING("prepares its indexes"),
    /** It answers. */
    READY("is ready"),
    /** It answers what it has begun. */
    STOPPING("is stopping");

    private final String what;

    State(String what) {
      this.what = what;
    }

    /** A clause of which the server is the subject. */
    String what() {
      return what;
    }
  }

  /**
   * Readiness.
   *
   * @param first where the server is at first
   * @param follows how the log is followed; empty if none is
   */
  Readiness(State first, Optional<FollowStatus> follows) {
    this.state = first;
    this.follows = follows;
  }

  /** Why no requests should be sent: a sentence; empty if they should. */
  Optional<String> obstacle() {
    return state == State.READY
        ? follows.flatMap(Readiness::obstacle)
        : Optional.of("The server " + state.what() + ".");
  }

  private static Optional<String> obstacle(FollowStatus log) {
    return log.stopped()
        .or(
            () ->
                log.isCaughtUp()
                    ? Optional.empty()
                    : Optional.of("The server has not read its log to the end yet."));
  }

  /** What is told of a server that is ready. */
  Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("ready", true);
    follows.ifPresent(
        log -> {
          told.put("release", log.release());
          if (!log.layers().isEmpty()) {
            told.put("layers", log.layers());
          }
          told.put("offset", log.offset());
          told.put("lag", log.lag());
        });
    return told;
  }

  /** What first requests would wait for is there. */
  synchronized void prepared() {
    if (state == State.PREPARING) {
      state = State.READY;
    }
  }

  /** No more requests are wanted. */
  synchronized void stopping() {
    state = State.STOPPING;
  }
}
