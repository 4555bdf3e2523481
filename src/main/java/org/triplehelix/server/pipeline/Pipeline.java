package org.triplehelix.server.pipeline;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The one way in and out. A request is answered by the edition that is in use when it comes, or
 * that it names: from the cache if it can be; else its parameters are checked, a format is agreed
 * on, and the answer is made within limits, kept, and sent.
 */
public final class Pipeline extends Handler.Abstract {
  private final Editions editions;
  private final Settings settings;
  private final RequestReader reader;
  private final AnswerCache cache;
  private final Lane shortLane;
  private final Lane longLane;
  private final Lane waitingRoom;
  private final Lane bodies;
  private final Metrics metrics;
  private final AccessLog log;
  private final Supplier<HttpFields> standing;
  private final NamedRelease named;
  private final Departures departures = new Departures();

  /**
   * A pipeline.
   *
   * @param editions of which one answers each request
   * @param log takes a line for each request; null if nobody wants it
   */
  public Pipeline(Editions editions, Settings settings, Metrics metrics, AccessLog log) {
    this(editions, settings, metrics, log, () -> HttpFields.EMPTY);
  }

  /**
   * A pipeline.
   *
   * @param editions of which one answers each request
   * @param log takes a line for each request; null if nobody wants it
   * @param standing where the server stands at the moment, told in headers of each answer
   */
  public Pipeline(
      Editions editions,
      Settings settings,
      Metrics metrics,
      AccessLog log,
      Supplier<HttpFields> standing) {
    this.editions = editions;
    this.settings = settings;
    this.cache = new AnswerCache(settings.cacheBytes());
    this.shortLane =
        new Lane(
            Limit.SHORT_RUNNING, settings.shortRunning(), settings.queue(), settings.patience());
    this.longLane =
        new Lane(Limit.LONG_RUNNING, settings.longRunning(), settings.queue(), settings.patience());
    this.waitingRoom = new Lane(Limit.WAITING, settings.waiting(), 0, settings.patience());
    this.bodies = new Lane(Limit.BODIES, settings.bodies(), 0, settings.patience());
    this.reader = new RequestReader(settings.requestBytes(), settings.requestTime(), bodies);
    this.named = new NamedRelease(editions, waitingRoom, settings.patience().toMillis());
    this.metrics = metrics;
    this.log = log;
    this.standing = standing;
    metrics.gauge("helix.cache.bytes", "Bytes of answers kept", cache::bytes);
    metrics.gauge("helix.cache.answers", "Answers kept", cache::size);
    metrics.gauge("helix.waiting.short", "Requests waiting for a first try", shortLane::waiting);
    metrics.gauge("helix.waiting.long", "Requests waiting for long work", longLane::waiting);
    metrics.gauge("helix.running.short", "First tries running", shortLane::running);
    metrics.gauge("helix.running.long", "Long work running", longLane::running);
    metrics.gauge("helix.running.bodies", "Bodies that come slowly", bodies::running);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply reply = new Reply(request, response, callback, metrics, log, standing);
    new Exchange(this, request, reply).run();
    return true;
  }

  @Override
  protected void doStop() throws Exception {
    departures.close();
    super.doStop();
  }

  /** What it answers from the release in use. */
  public List<Route> routes() {
    return editions.current().routes();
  }

  /** Lets go of the answers of an edition that is no longer to be had. */
  public void forget(Edition edition) {
    cache.forget(edition.key());
  }

  Editions editions() {
    return editions;
  }

  NamedRelease named() {
    return named;
  }

  Settings settings() {
    return settings;
  }

  RequestReader reader() {
    return reader;
  }

  AnswerCache cache() {
    return cache;
  }

  Lane shortLane() {
    return shortLane;
  }

  Lane longLane() {
    return longLane;
  }

  /** For those who wait for an answer that another is making. */
  Lane waitingRoom() {
    return waitingRoom;
  }

  Departures departures() {
    return departures;
  }
}
