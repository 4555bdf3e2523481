package org.triplehelix.server.guard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.server.pipeline.Admission;
import org.triplehelix.server.pipeline.ConnectionProblems;
import org.triplehelix.server.pipeline.Limit;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.pipeline.Problem;

/**
 * The way into the server and out of it. Behind it is whatever answers; each request that comes
 * through carries an {@link Admission}. Closed, it lets nobody new in and waits for those within.
 */
public final class Door extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  /** Bytes; what Fuseki sets, 5 MB, is allocated and zeroed for each answer. */
  private static final int OUTPUT_BUFFER = 32 * 1024;

  private static final int POLL_MILLIS = 20;

  /** Of a header that is none of the name and value themselves. */
  private static final int AROUND = 4;

  private final DoorSettings settings;
  private final Metrics metrics;
  private final boolean isSecure;
  private final Visits visits;
  private final Buckets buckets;
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile boolean isClosing;

  /**
   * A door.
   *
   * @param isSecure whether clients come by https, through a proxy
   * @param within what answers
   */
  public Door(DoorSettings settings, Metrics metrics, boolean isSecure, Handler within) {
    super(within);
    this.settings = settings;
    this.metrics = metrics;
    this.isSecure = isSecure;
    this.visits = new Visits(settings, metrics);
    this.buckets = new Buckets(settings.rate(), settings.burst(), System::nanoTime);
    metrics.gauge("helix.clients", "Clients whose rate is known", buckets::clients);
  }

  /** Stands before a server that is yet to be started. */
  public void guard(Server server, String host) {
    for (Connector connector : server.getConnectors()) {
      guard((ServerConnector) connector, host);
    }
    server.setErrorHandler(new ConnectionProblems(metrics));
    server.setHandler(this);
  }

  private void guard(ServerConnector connector, String host) {
    connector.setHost(host);
    connector.setIdleTimeout(settings.idleTime().toMillis());
    connector.addBean(visits, false);
    connector.getConnectionFactories().stream()
        .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
        .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
        .forEach(
            http -> {
              http.setOutputBufferSize(OUTPUT_BUFFER);
              http.setRequestHeaderSize(settings.uriBytes() + settings.headerBytes());
              http.setSendServerVersion(false);
            });
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Visit visit = visits.of(request.getConnectionMetaData().getConnection());
    if (visit == null || !visit.begin(response)) {
      callback.failed(new IllegalStateException("the connection is closed"));
      return true;
    }
    Request.addCompletionListener(request, failure -> visit.rest(response, System.nanoTime()));
    Admission.set(request, new Admitted(request, visit));
    HttpFields.Mutable headers = response.getHeaders();
    if (isSecure) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    if (isClosing || visit.refused().isPresent()) {
      headers.put("Connection", "close");
    }
    return super.handle(request, response, callback);
  }

  /**
   * Lets no new connection in and waits until what is being answered is answered.
   *
   * @param grace how long
   */
  public void close(Duration grace) {
    isClosing = true;
    for (Connector connector : getServer().getConnectors()) {
      ((AbstractConnector) connector).shutdown();
    }
    visits.endIdle();
    long deadline = System.nanoTime() + grace.toNanos();
    try {
      while (visits.asking() > 0 && System.nanoTime() < deadline) {
        Thread.sleep(POLL_MILLIS);
        visits.endIdle();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void doStop() throws Exception {
    visits.close();
    super.doStop();
  }

  private void warnOfProxy(Clients.Client client) {
    if (settings.clients().isUntrustedProxy(client) && warned.compareAndSet(false, true)) {
      LOG.warn(
          "A proxy on this machine asks for others and is not trusted: all its clients count as"
              + " one. Give its address with --trusted-proxy.");
    }
  }

  /** What is known of one request. */
  private final class Admitted implements Admission {
    private final Request request;
    private final Visit visit;
    private final Clients.Client client;

    Admitted(Request request, Visit visit) {
      this.request = request;
      this.visit = visit;
      this.client = settings.clients().of(request);
    }

    @Override
    public String client() {
      return Networks.client(client.address());
    }

    @Override
    public String logged() {
      return switch (settings.logged()) {
        case whole -> client.address().getHostAddress();
        case network -> Networks.network(client.address());
        case none -> "";
      };
    }

    @Override
    public boolean isLocal() {
      return settings.clients().isLocal(request);
    }

    @Override
    public void demandFitting() {
      warnOfProxy(client);
      visit.refused().ifPresent(this::turnAway);
      if (request.getHttpURI().getPathQuery().length() > settings.uriBytes()) {
        throw new Problem(
                Problem.Kind.ADDRESS_TOO_LONG,
                "The address of the request is too long.",
                "Shorten it; send a long query by POST.")
            .beyond(Limit.URI_BYTES, settings.uriBytes());
      }
      HttpFields headers = request.getHeaders();
      if (headers.size() > settings.headers()) {
        throw new Problem(
                Problem.Kind.HEADERS_TOO_LARGE,
                "The request has too many headers.",
                "Send fewer headers.")
            .beyond(Limit.HEADERS, settings.headers());
      }
      if (length(headers) > settings.headerBytes()) {
        throw new Problem(
                Problem.Kind.HEADERS_TOO_LARGE,
                "The headers of the request are too long.",
                "Send shorter headers.")
            .beyond(Limit.HEADER_BYTES, settings.headerBytes());
      }
    }

    private int length(HttpFields headers) {
      int length = 0;
      for (HttpField header : headers) {
        String value = header.getValue();
        length += header.getName().length() + AROUND + (value == null ? 0 : value.length());
      }
      return length;
    }

    private void turnAway(Limit limit) {
      boolean own = limit == Limit.CLIENT_CONNECTIONS;
      throw new Problem(
              own ? Problem.Kind.CONNECTIONS : Problem.Kind.BUSY,
              own
                  ? "Too many connections come from your address."
                  : "The server has too many connections.",
              own ? "Use fewer connections at once." : "Ask again in a few seconds.")
          .beyond(limit, own ? settings.clientConnections() : settings.connections())
          .withHeader("Retry-After", "5");
    }

    @Override
    public void take(double cost) {
      if (client.isCertain() && settings.exempt().have(client.address())) {
        return;
      }
      long wait = buckets.take(client(), cost);
      if (wait > 0) {
        throw new Problem(
                Problem.Kind.RATE,
                "So many requests came from your address that this one is not answered.",
                "Ask again in "
                    + wait
                    + (wait == 1 ? " second" : " seconds")
                    + ", and then more slowly.")
            .beyond(Limit.RATE, settings.rate() + "/s, " + settings.burst() + " at once")
            .withHeader("Retry-After", Long.toString(wait));
      }
    }

    @Override
    public void sends(byte[] answer) {
      visits.sends(visit, answer);
    }
  }
}
