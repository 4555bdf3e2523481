package org.triplehelix.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Sentences;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Releases;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.Networks;
import org.triplehelix.network.Selection;
import org.triplehelix.query.Questions;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.analysis.Analysis;
import org.triplehelix.server.api.Api;
import org.triplehelix.server.ask.Asking;
import org.triplehelix.server.assets.AssetsRoute;
import org.triplehelix.server.discovery.Discovery;
import org.triplehelix.server.document.Documents;
import org.triplehelix.server.dump.Dumps;
import org.triplehelix.server.explore.Exploring;
import org.triplehelix.server.network.NetworkRoutes;
import org.triplehelix.server.pipeline.AccessLog;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.ConnectionProblems;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.pipeline.Pipeline;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.Routes;
import org.triplehelix.server.reading.ReadingPages;
import org.triplehelix.server.reconcile.ReconcileRoute;
import org.triplehelix.server.releases.ReleasesRoute;
import org.triplehelix.server.report.Reporting;
import org.triplehelix.server.search.SearchRoute;
import org.triplehelix.server.site.FindableNames;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.Pages;
import org.triplehelix.server.site.Site;
import org.triplehelix.server.sparql.SparqlRoute;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/** Serves one release over HTTP, read only. */
public final class HelixServer implements AutoCloseable {
  /** Bytes; what Fuseki sets, 5 MB, is allocated and zeroed for each answer. */
  private static final int OUTPUT_BUFFER = 32 * 1024;

  private static final int REQUEST_HEADERS = 256 * 1024;

  private static final int LEAST_THREADS = 8;

  /** More than all that may run or wait: Fuseki's 20 would be held by those who wait. */
  private static final int MOST_THREADS = 400;

  private final FusekiServer fuseki;
  private final Site site;
  private final Pipeline pipeline;
  private final Metrics metrics;
  private final Dumps dumps;
  private final Optional<AccessLog> log;
  private final Optional<ReportLog> reports;

  private HelixServer(Releases releases, Questions questions, Options options) {
    Release release = releases.current();
    Address address = new Address(options.address, this::port);
    DatasetGraph dataset = ReleaseDataset.of(release, options.limits.time());
    Names names = new Names(release);
    Lazy<Evidence> evidence = new Lazy<>(() -> new Evidence(release));
    site =
        new Site(
            release,
            questions,
            dataset,
            names,
            new Lazy<>(() -> FindableNames.of(release, questions)),
            new Lazy<>(() -> new Sentences(release, options.texts)),
            evidence,
            new Lazy<>(() -> new Slugs(release)),
            new Lazy<>(
                () -> Networks.of(options.networks, release, dataset, names, evidence.get())),
            address,
            options.limits,
            new Pages(address, release.shortHash(), options.reports.isPresent()),
            options.reports.isPresent());
    reports = options.reports;
    dumps = new Dumps(site, releases);
    metrics = new Metrics();
    log = options.accessLog.map(AccessLog::new);
    pipeline =
        new Pipeline(
            routes(site, releases, options),
            options.settings,
            site.pages(),
            metrics,
            log.orElse(null),
            release::hash);
    fuseki =
        FusekiServer.create()
            .port(options.port)
            .numServerThreads(LEAST_THREADS, MOST_THREADS)
            .fusekiModules(FusekiModules.empty())
            .build();
    for (Connector connector : fuseki.getJettyServer().getConnectors()) {
      configure((ServerConnector) connector, options.host);
    }
    fuseki.getJettyServer().setErrorHandler(new ConnectionProblems());
    fuseki.getJettyServer().setHandler(pipeline);
  }

  /** Every part of the site brings its own. */
  private List<Route> routes(Site site, Releases releases, Options options) {
    List<Route> routes = new ArrayList<>();
    routes.add(new HomeRoute(site, releases));
    routes.addAll(Documents.all(site, releases));
    routes.addAll(SparqlRoute.all(site));
    routes.addAll(Discovery.all(site));
    routes.addAll(SearchRoute.all(site));
    routes.addAll(Api.all(site));
    routes.addAll(ReadingPages.all(site));
    routes.addAll(Asking.all(site));
    routes.addAll(Analysis.all(site));
    routes.addAll(Exploring.all(site));
    routes.addAll(NetworkRoutes.all(site));
    routes.addAll(dumps.all());
    routes.addAll(ReconcileRoute.all(site));
    routes.add(new AssetsRoute());
    routes.addAll(ReleasesRoute.all(site, releases));
    routes.addAll(Reporting.all(site, reports, options.reportRate, metrics));
    routes.add(new ProblemTypeRoute(site));
    routes.add(new EmbedRoute(site, new Routes(routes)));
    routes.add(new HealthRoute(site.release()));
    routes.add(new MetricsRoute(metrics, options.metricsToken));
    return routes;
  }

  /**
   * Starts serving a release.
   *
   * @param questions that can be asked of it
   * @throws BadInputException if the address cannot be listened on
   */
  public static HelixServer start(Release release, Questions questions, Options options) {
    return start(Releases.only(release), questions, options);
  }

  /**
   * Starts serving the release in use, with others beside it.
   *
   * @param questions that can be asked of it
   * @throws BadInputException if the address cannot be listened on
   */
  public static HelixServer start(Releases releases, Questions questions, Options options) {
    HelixServer server = new HelixServer(releases, questions, options);
    try {
      server.fuseki.start();
    } catch (FusekiException e) {
      server.close();
      throw cannotListen(options, e);
    }
    return server;
  }

  private static void configure(ServerConnector connector, String host) {
    connector.setHost(host);
    connector.getConnectionFactories().stream()
        .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
        .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
        .forEach(
            http -> {
              http.setOutputBufferSize(OUTPUT_BUFFER);
              http.setRequestHeaderSize(REQUEST_HEADERS);
              http.setSendServerVersion(false);
            });
  }

  private static RuntimeException cannotListen(Options options, FusekiException e) {
    String address = options.host + ":" + options.port;
    Throwable cause = e.getCause();
    return cause instanceof IOException
        ? new BadInputException(
            Position.of(address),
            "cannot be listened on: " + cause.getMessage(),
            "stop what uses it, or give another with --port or --host")
        : e;
  }

  /** Makes in the background what the first searches would wait for. */
  public void prepare() {
    Thread preparing =
        new Thread(
            () -> {
              site.search().get();
              ReleaseDataset.prepare(site.dataset());
              site.networks().get().views().list().forEach(this::make);
            },
            "search-indexes");
    preparing.setDaemon(true);
    preparing.start();
  }

  /** The first making of a network takes several times as long as the next. */
  private void make(NetworkView view) {
    Networks networks = site.networks().get();
    networks.network(view, networks.rows(view), Selection.of(view));
  }

  /** What it answers. */
  public List<Route> routes() {
    return pipeline.routes();
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
    dumps.close();
    metrics.close();
    reports.ifPresent(ReportLog::close);
    log.ifPresent(AccessLog::close);
  }
}
