package org.triplehelix.server;

/** Whether a server should be sent requests: not while it prepares, nor while it stops. */
final class Readiness {
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

  Readiness(State first) {
    state = first;
  }

  State state() {
    return state;
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
