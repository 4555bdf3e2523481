package org.triplehelix.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.eclipse.jetty.http.HttpFields;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.graph.Releases;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.replica.FollowStatus;
import org.triplehelix.server.guard.Door;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Edition;
import org.triplehelix.server.pipeline.Pipeline;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * Serves releases over HTTP, read only: one of them is in use, and another may come into use
 * without a request being dropped.
 */
public final class HelixServer implements AutoCloseable {
  private static final int LEAST_THREADS = 8;

  /** More than all that may run or wait: Fuseki's 20 would be held by those who wait. */
  private static final int MOST_THREADS = 400;

  private final FusekiServer fuseki;
  private final EditionShelf editions;
  private final Pipeline pipeline;
  private final Parts parts;
  private final Optional<ReleaseWatch> watch;
  private final Door door;

  private HelixServer(Releases releases, Supplier<Questions> questions, Options options) {
    this(
        releases.folder(),
        options,
        (parts, watch) -> new SiteEdition(releases, questions, options.networks, parts));
  }

  /** Makes the first edition. */
  private interface First extends BiFunction<Parts, Optional<ReleaseWatch>, SiteEdition> {}

  private HelixServer(Optional<ReleaseFolder> folder, Options options, First first) {
    parts = new Parts(options, new Address(options.address, this::port));
    watch = folder.map(releases -> new ReleaseWatch(releases, parts));
    editions = new EditionShelf(parts, first.apply(parts, watch), folder, this::forget);
    parts.watchBackEnd(editions.current().release());
    parts
        .metrics()
        .info(
            "helix.release.info",
            "The release that is served",
            "release",
            () -> editions.current().release());
    parts
        .metrics()
        .info(
            "helix.layers.info",
            "The layers that are served beside the release",
            "layers",
            () -> editions.current().layers());
    pipeline =
        new Pipeline(
            editions,
            options.settings,
            parts.metrics(),
            parts.log().orElse(null),
            options.follows.map(HelixServer::standing).orElse(() -> HttpFields.EMPTY));
    fuseki =
        FusekiServer.create()
            .port(options.port)
            .numServerThreads(LEAST_THREADS, MOST_THREADS)
            .fusekiModules(FusekiModules.empty())
            .build();
    door = new Door(options.door, parts.metrics(), options.address.startsWith("https:"), pipeline);
    door.guard(fuseki.getJettyServer(), options.host);
  }

  /** How far it has come, for who compares the answers of several servers. */
  private static Supplier<HttpFields> standing(FollowStatus log) {
    return () ->
        HttpFields.build()
            .put("X-Log-Offset", Long.toString(log.offset()))
            .put("X-Log-Lag", Long.toString(log.lag()));
  }

  private void forget(Edition edition) {
    pipeline.forget(edition);
  }

  /**
   * Starts serving a release.
   *
   * @param questions that can be asked of it
   * @throws BadInputException if the address cannot be listened on
   */
  public static HelixServer start(Release release, Questions questions, Options options) {
    return start(Releases.only(release), () -> questions, options);
  }

  /**
   * Starts serving a release, with others beside it, until a later one is published there.
   *
   * @param questions that can be asked of it; read when they are first asked for
   * @throws BadInputException if the address cannot be listened on
   */
  public static HelixServer start(
      Releases releases, Supplier<Questions> questions, Options options) {
    return started(new HelixServer(releases, questions, options), options);
  }

  /**
   * Starts serving the last release that was published in a folder, until a later one is.
   *
   * @throws BadInputException if none there is whole, or the address cannot be listened on
   */
  public static HelixServer start(ReleaseFolder folder, Options options) {
    return started(
        new HelixServer(
            Optional.of(folder),
            options,
            (parts, watch) ->
                watch
                    .orElseThrow()
                    .newestAfter(0, site -> {})
                    .orElseThrow(() -> noneWhole(folder))),
        options);
  }

  private static BadInputException noneWhole(ReleaseFolder folder) {
    return new BadInputException(
        Position.of(folder.path().toString()),
        "holds no release that is whole",
        "publish one with helix release --to " + folder.path());
  }

  private static HelixServer started(HelixServer server, Options options) {
    try {
      server.fuseki.start();
    } catch (FusekiException e) {
      server.close();
      throw cannotListen(options, e);
    }
    server.watch.ifPresent(releases -> releases.start(server.editions));
    return server;
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
        new Thread(() -> editions.inUse().prepare(parts.readiness()::prepared), "search-indexes");
    preparing.setDaemon(true);
    preparing.start();
  }

  /**
   * Puts another release into use, once all is made that readers would wait for. Requests that have
   * begun come to their end on the one before.
   *
   * @param questions that can be asked of it
   * @param views that can be had of it as networks
   */
  public void turnTo(Release release, Questions questions, NetworkViews views) {
    SiteEdition next = new SiteEdition(Releases.only(release), () -> questions, () -> views, parts);
    next.prepare();
    editions.put(next);
  }

  EditionShelf editions() {
    return editions;
  }

  /** The hash of the release in use. */
  public String release() {
    return editions.current().release();
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

  /** Stops serving: lets nobody in any more, and waits for what runs as long as it may. */
  @Override
  public void close() {
    parts.readiness().stopping();
    door.close(parts.options().grace);
    watch.ifPresent(ReleaseWatch::close);
    fuseki.stop();
    editions.close();
    parts.close();
  }
}
