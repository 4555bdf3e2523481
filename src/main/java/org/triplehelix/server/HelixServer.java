package org.triplehelix.server;

import java.io.IOException;
import java.io.PrintStream;
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
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Releases;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.network.Networks;
import org.triplehelix.network.Selection;
import org.triplehelix.query.Questions;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.run.Limits;
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
import org.triplehelix.server.pipeline.Settings;
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
import org.triplehelix.source.DocumentFolder;
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
  private final AccessLog log;
  private final Optional<ReportLog> reports;

  /**
   * How to serve.
   *
   * @param host the address to listen on
   * @param port the port; 0 takes any that is free
   * @param address under which clients know the server, without a slash at its end; empty for
   *     http://localhost and the port
   * @param limits of each query
   * @param settings of the pipeline
   * @param accessLog takes a line for each request; null for none
   * @param metricsToken with which others than this machine may read metrics; empty for none
   * @param texts the folder with the documents, of which any may be missing
   * @param networks that can be had as files of graph tools
   * @param reports takes what readers report, and is closed with the server; null if none are taken
   * @param reportRate how many reports a client may send in an hour
   */
  public record Options(
      String host,
      int port,
      String address,
      Limits limits,
      Settings settings,
      PrintStream accessLog,
      String metricsToken,
      DocumentFolder texts,
      NetworkViews networks,
      ReportLog reports,
      int reportRate) {
    /** How many reports a client may send in an hour, if nothing else is said. */
    public static final int REPORT_RATE = 20;

    /** What suits this machine, with nothing logged and no documents at hand. */
    public static Options at(String host, int port) {
      return new Options(
          host,
          port,
          "",
          Limits.forServer(),
          Settings.ofThisMachine(),
          null,
          "",
          DocumentFolder.NONE,
          NetworkViews.NONE,
          null,
          REPORT_RATE);
    }

    /** The same, known under an address. */
    public Options under(String known) {
      return new Options(
          host,
          port,
          known,
          limits,
          settings,
          accessLog,
          metricsToken,
          texts,
          networks,
          reports,
          reportRate);
    }

    /** The same with documents at hand. */
    public Options with(DocumentFolder documents) {
      return new Options(
          host,
          port,
          address,
          limits,
          settings,
          accessLog,
          metricsToken,
          documents,
          networks,
          reports,
          reportRate);
    }

    /** The same with networks. */
    public Options with(NetworkViews views) {
      return new Options(
          host,
          port,
          address,
          limits,
          settings,
          accessLog,
          metricsToken,
          texts,
          views,
          reports,
          reportRate);
    }

    /** The same with other limits. */
    public Options within(Limits others) {
      return new Options(
          host,
          port,
          address,
          others,
          settings,
          accessLog,
          metricsToken,
          texts,
          networks,
          reports,
          reportRate);
    }

    /** The same with readers' reports taken. */
    public Options taking(ReportLog log, int perHour) {
      return new Options(
          host,
          port,
          address,
          limits,
          settings,
          accessLog,
          metricsToken,
          texts,
          networks,
          log,
          perHour);
    }
  }

  private HelixServer(Releases releases, Questions questions, Options options) {
    Release release = releases.current();
    Address address = new Address(options.address(), this::port);
    DatasetGraph dataset = ReleaseDataset.of(release, options.limits().time());
    Names names = new Names(release);
    site =
        new Site(
            release,
            questions,
            dataset,
            names,
            new Lazy<>(() -> FindableNames.of(release, questions)),
            new Lazy<>(() -> new Sentences(release, options.texts())),
            new Lazy<>(
                () ->
                    Networks.of(
                        options.networks(), release, dataset, names, new Evidence(release))),
            address,
            options.limits(),
            new Pages(address, release.shortHash(), options.reports() != null),
            options.reports() != null);
    reports = Optional.ofNullable(options.reports());
    dumps = new Dumps(site, releases);
    metrics = new Metrics();
    log = options.accessLog() == null ? null : new AccessLog(options.accessLog());
    pipeline =
        new Pipeline(
            routes(site, releases, options),
            options.settings(),
            site.pages(),
            metrics,
            log,
            release::hash);
    fuseki =
        FusekiServer.create()
            .port(options.port())
            .numServerThreads(LEAST_THREADS, MOST_THREADS)
            .fusekiModules(FusekiModules.empty())
            .build();
    for (Connector connector : fuseki.getJettyServer().getConnectors()) {
      configure((ServerConnector) connector, options.host());
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
    routes.addAll(Reporting.all(site, reports, options.reportRate(), metrics));
    routes.add(new ProblemTypeRoute(site));
    routes.add(new EmbedRoute(site, new Routes(routes)));
    routes.add(new HealthRoute(site.release()));
    routes.add(new MetricsRoute(metrics, options.metricsToken()));
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
    String address = options.host() + ":" + options.port();
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
    if (log != null) {
      log.close();
    }
  }
}
