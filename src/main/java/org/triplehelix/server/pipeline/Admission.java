package org.triplehelix.server.pipeline;

import org.eclipse.jetty.server.Request;

/**
 * What is known at the server's door of a request and its client: who it is, and whether it may
 * come in. A request carries its own; one that came by no door may do everything.
 */
public interface Admission {
  /** What an answer costs that is known already. */
  double KNOWN = 0.1;

  /** What it costs more to make one. */
  double MADE = 0.9;

  /** The address of the client, as limits know it. */
  String client();

  /** The same as the log is to have it. */
  String logged();

  /** Whether it is this machine itself, and no proxy that asks for another. */
  boolean isLocal();

  /**
   * Whether the request has a fitting form and its connection is one of those that are served.
   *
   * @throws Problem if not
   */
  void demandFitting();

  /**
   * Takes some of what the client may ask in a time.
   *
   * @throws Problem if there is not as much left
   */
  void take(double cost);

  /** Notes what is held in memory until the client has taken it. */
  void sends(byte[] answer);

  /** That of a request. */
  static Admission of(Request request) {
    return request.getAttribute(Admission.class.getName()) instanceof Admission given
        ? given
        : new Anybody(Request.getRemoteAddr(request));
  }

  /** Gives a request its own. */
  static void set(Request request, Admission admission) {
    request.setAttribute(Admission.class.getName(), admission);
  }

  /** Without a door. */
  record Anybody(String client) implements Admission {
    @Override
    public String logged() {
      return client;
    }

    @Override
    public boolean isLocal() {
      return false;
    }

    @Override
    public void demandFitting() {
      // everything fits
    }

    @Override
    public void take(double cost) {
      // nothing is counted
    }

    @Override
    public void sends(byte[] answer) {
      // nothing is watched
    }
  }
}
