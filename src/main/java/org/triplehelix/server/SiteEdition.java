package org.triplehelix.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Sentences;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Releases;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.network.Networks;
import org.triplehelix.network.Selection;
import org.triplehelix.query.Questions;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.backend.RemoteEngine;
import org.triplehelix.query.run.Engine;
import org.triplehelix.server.analysis.Analysis;
import org.triplehelix.server.api.Api;
import org.triplehelix.server.ask.Asking;
import org.triplehelix.server.assets.AssetsRoute;
import org.triplehelix.server.discovery.Discovery;
import org.triplehelix.server.document.Documents;
import org.triplehelix.server.explore.Exploring;
import org.triplehelix.server.network.NetworkRoutes;
import org.triplehelix.server.pipeline.Edition;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.Routes;
import org.triplehelix.server.reading.ReadingPages;
import org.triplehelix.server.reconcile.ReconcileRoute;
import org.triplehelix.server.record.RecordRoute;
import org.triplehelix.server.releases.ReleasesRoute;
import org.triplehelix.server.search.SearchRoute;
import org.triplehelix.server.site.FindableNames;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.Pages;
import org.triplehelix.server.site.Site;
import org.triplehelix.server.sparql.SparqlRoute;

/** The site of one release, with all that depends on it; when it goes, all of that goes. */
final class SiteEdition {
  private static final Logger LOG = LoggerFactory.getLogger(SiteEdition.class);

  /** Of the heap: 485 were measured with search, full text and networks made; pages add some. */
  private static final long BYTES_OF_A_STATEMENT = 600;

  private static final long BYTES_AT_LEAST = 4 << 20;

  private final Site site;
  private final Edition edition;
  private final long number;

  /**
   * The site of a release.
   *
   * @param releases which is in use, and which are beside it
   * @param questions that can be asked of it
   * @param views that can be had of it as networks
   * @param parts of the server
   */
  SiteEdition(
      Releases releases, Supplier<Questions> questions, Supplier<NetworkViews> views, Parts parts) {
    this(releases, questions, views, parts, 0);
  }

  private SiteEdition(
      Releases releases,
      Supplier<Questions> questions,
      Supplier<NetworkViews> views,
      Parts parts,
      long number) {
    this.number = number;
    Options options = parts.options();
    Release release = releases.current();
    DatasetGraph dataset = ReleaseDataset.of(release, options.store, options.limits.time());
    Lazy<Questions> asking = new Lazy<>(questions);
    Lazy<Names> names = new Lazy<>(() -> new Names(release));
    Lazy<Evidence> evidence = new Lazy<>(() -> new Evidence(release));
    site =
        new Site(
            release,
            asking,
            dataset,
            options.store,
            engine(release, dataset, parts),
            names,
            new Lazy<>(() -> FindableNames.of(release, asking.get())),
            new Lazy<>(() -> new Sentences(release, options.texts)),
            evidence,
            new Lazy<>(() -> new Slugs(release)),
            new Lazy<>(
                () -> Networks.of(views.get(), release, dataset, names.get(), evidence.get())),
            parts.address(),
            options.limits,
            new Pages(parts.address(), release.shortHash(), options.reports.isPresent()),
            options.reports.isPresent());
    edition =
        new Edition(
            release.hash(),
            release.layers().hash(),
            routes(site, releases, parts),
            site.pages(),
            site.store().isEmpty());
  }

  private static Engine engine(Release release, DatasetGraph dataset, Parts parts) {
    return parts
        .options()
        .backEnd
        .<Engine>map(there -> new RemoteEngine(there.over(release), parts::askedBackEnd))
        .orElseGet(() -> Engine.of(dataset));
  }

  /**
   * The site of a published release.
   *
   * @param mostBytes that it may take of the heap
   * @throws org.triplehelix.source.BadInputException if it is damaged
   * @throws TooLarge if it would take more
   */
  static SiteEdition of(PublishedRelease published, Parts parts, long mostBytes) {
    Release release = published.release().with(published.layers());
    if (bytes(release) > mostBytes) {
      throw new TooLarge();
    }
    Questions questions = Questions.in(published.content());
    NetworkViews views = NetworkViews.in(published.content());
    return new SiteEdition(
        Releases.upTo(published, release), () -> questions, () -> views, parts, published.number());
  }

  /** A site takes more of the heap than it may. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** How much of the heap the site of a release takes, about, once all of it was asked for. */
  private static long bytes(Release release) {
    long statements = (long) release.quads().size() + release.layers().quads().size();
    return BYTES_AT_LEAST + statements * BYTES_OF_A_STATEMENT;
  }

  /** The same of this site. */
  long bytes() {
    return bytes(site.release());
  }

  /** The number of the release where it was published; 0 if it was not. */
  long number() {
    return number;
  }

  /** Every part of the site brings its own. */
  private static List<Route> routes(Site site, Releases releases, Parts parts) {
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
    routes.addAll(parts.dumps().all(site, releases));
    routes.addAll(ReconcileRoute.all(site));
    routes.add(new AssetsRoute());
    routes.addAll(ReleasesRoute.all(site, releases));
    routes.addAll(parts.reporting().all(site));
    routes.add(new RecordRoute(site));
    routes.add(new ProblemTypeRoute(site));
    routes.add(new EmbedRoute(site, new Routes(routes)));
    routes.add(new HealthRoute(site.release()));
    routes.add(new ReadyRoute(parts.readiness(), parts::backEndTrouble));
    routes.add(new MetricsRoute(parts.metrics(), parts.options().metricsToken));
    return routes;
  }

  /** What the pipeline answers from. */
  Edition edition() {
    return edition;
  }

  /** Makes what the first searches and networks would wait for. */
  void prepare() {
    prepare(() -> {});
  }

  /**
   * Makes what the first searches and networks would wait for.
   *
   * @param onSearchable is run in between, once nothing that people wait for is missing
   */
  void prepare(Runnable onSearchable) {
    site.search().get();
    ReleaseDataset.prepare(site.dataset());
    onSearchable.run();
    site.networks().get().views().list().forEach(this::make);
  }

  /**
   * The first making of a network takes several times as long as the next. One that takes longer
   * than a query may, as while others use the machine, is no reason to keep a release back.
   */
  private void make(NetworkView view) {
    Networks networks = site.networks().get();
    try {
      networks.network(view, networks.rows(view), Selection.of(view));
    } catch (QueryCancelledException e) {
      LOG.warn("Network {} took too long to be made ahead; who asks for it waits.", view.name());
    }
  }
}
