package org.triplehelix.server.pipeline;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a bounded number of requests run; a short queue waits in order, the rest are turned away.
 */
final class Lane {
  private final Limit limit;
  private final int running;
  private final Semaphore permits;
  private final int queue;
  private final Duration patience;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * A lane.
   *
   * @param limit that it keeps
   * @param running how many run at once
   * @param queue how many may wait
   * @param patience how long one waits
   */
  Lane(Limit limit, int running, int queue, Duration patience) {
    this.limit = limit;
    this.running = running;
    this.permits = new Semaphore(running, true);
    this.queue = queue;
    this.patience = patience;
  }

  /** A place in the lane, until it is closed. */
  final class Place implements AutoCloseable {
    private boolean held = true;

    @Override
    public void close() {
      if (held) {
        held = false;
        permits.release();
      }
    }
  }

  /** No place, for those who need none. */
  Place none() {
    Place place = new Place();
    place.held = false;
    return place;
  }

  /**
   * Waits for a place.
   *
   * @throws Problem if there are too many before
   */
  Place enter() {
    if (permits.tryAcquire()) {
      return new Place();
    }
    if (waiting.incrementAndGet() > queue) {
      waiting.decrementAndGet();
      throw busy("too many requests wait already");
    }
    try {
      if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy("no turn came within " + patience.toSeconds() + " seconds");
      }
      return new Place();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy("the server is stopping");
    } finally {
      waiting.decrementAndGet();
    }
  }

  private Problem busy(String why) {
    return new Problem(
            Problem.Kind.BUSY,
            "The server is busy: " + why + ".",
            "Ask again in a few seconds, or make the query smaller.")
        .beyond(limit, running + " at once, " + queue + " waiting")
        .withHeader("Retry-After", Long.toString(Math.max(1, patience.toSeconds())));
  }

  /** How many run. */
  int running() {
    return running - permits.availablePermits();
  }

  /** How many wait. */
  int waiting() {
    return waiting.get();
  }
}
