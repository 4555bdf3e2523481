package org.triplehelix.server;

import java.io.IOException;
import java.time.Duration;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.triplehelix.graph.Release;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/** Serves one release over HTTP, read only. */
public final class HelixServer implements AutoCloseable {
  /** Bytes; what Fuseki sets, 5 MB, is allocated and zeroed for each answer. */
  private static final int OUTPUT_BUFFER = 32 * 1024;

  private final FusekiServer fuseki;

  /**
   * How to serve.
   *
   * @param host the address to listen on
   * @param port the port; 0 takes any that is free
   * @param timeLimit after which a query is cancelled
   */
  public record Options(String host, int port, Duration timeLimit) {}

  private HelixServer(FusekiServer fuseki) {
    this.fuseki = fuseki;
  }

  /**
   * Starts serving a release.
   *
   * @throws BadInputException if the address cannot be listened on
   */
  public static HelixServer start(Release release, Options options) {
    DatasetGraph dataset = ReleaseDataset.of(release, options.timeLimit());
    DataService service =
        DataService.newBuilder(dataset)
            .addEndpoint(Operation.Query, "sparql")
            .addEndpoint(Operation.GSP_R, "graphs")
            .build();
    FusekiServer fuseki =
        FusekiServer.create()
            .port(options.port())
            .fusekiModules(FusekiModules.empty())
            .add("/", service)
            .addFilter("/*", new Utf8MessagesFilter())
            .addFilter("/*", new HomeFilter(release))
            .addFilter("/sparql", new TimeoutFilter())
            .addServlet("/health", new HealthServlet(release))
            .build();
    for (Connector connector : fuseki.getJettyServer().getConnectors()) {
      configure((ServerConnector) connector, options.host());
    }
    try {
      fuseki.start();
    } catch (FusekiException e) {
      fuseki.stop();
      throw cannotListen(options, e);
    }
    return new HelixServer(fuseki);
  }

  private static void configure(ServerConnector connector, String host) {
    connector.setHost(host);
    connector.getConnectionFactories().stream()
        .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
        .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
        .forEach(
            http -> {
              http.setOutputBufferSize(OUTPUT_BUFFER);
              http.setSendServerVersion(false);
            });
  }

  private static RuntimeException cannotListen(Options options, FusekiException e) {
    String address = options.host() + ":" + options.port();
    Throwable cause = e.getCause();
    return cause instanceof IOException
        ? new BadInputException(
            Position.of(address),
            "cannot be listened on: " + cause.getMessage(),
            "stop what uses it, or give another with --port or --host")
        : e;
  }

  /** The port it listens on. */
  public int port() {
    return fuseki.getPort();
  }

  /** Waits until the server has stopped. */
  public void join() {
    fuseki.join();
  }

  /** Stops serving. */
  @Override
  public void close() {
    fuseki.stop();
  }
}
