package org.triplehelix.query.run;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.query.run.LimitReached.Kind;

/**
 * What is known of one running query, and the switch that ends it. The first reason to end it
 * counts. Whatever works for a query on its thread finds its watch by {@link #current}.
 */
public final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Watch NOBODYS = new Watch(Limits.forUser());
  private static final ThreadLocal<Watch> CURRENT = new ThreadLocal<>();

  private final Limits limits;
  private final Thread thread = Thread.currentThread();
  private final long start = System.nanoTime();
  private final long allocatedBefore = Allocation.of(thread);
  private final AtomicReference<LimitReached> end = new AtomicReference<>();
  private volatile Runnable stop = () -> {};

  private Watch(Limits limits) {
    this.limits = limits;
  }

  /** Starts watching what this thread does. */
  static Watch start(Limits limits) {
    Watch watch = new Watch(limits);
    CURRENT.set(watch);
    Governor.INSTANCE.add(watch);
    return watch;
  }

  /** Nobody watches this thread any longer. */
  void leave() {
    CURRENT.remove();
    Governor.INSTANCE.remove(this);
  }

  /** The watch over this thread; one that never ends anything for time if nobody set one. */
  public static Watch current() {
    Watch watch = CURRENT.get();
    return watch == null ? NOBODYS : watch;
  }

  Limits limits() {
    return limits;
  }

  boolean isOverdue() {
    return System.nanoTime() - start > limits.time().toNanos();
  }

  /** Bytes that its thread allocated since it began. */
  long allocated() {
    return Allocation.of(thread) - allocatedBefore;
  }

  /** How to stop it from outside; done at once if it has been ended already. */
  void stopBy(Runnable action) {
    stop = action;
    if (end.get() != null) {
      stop();
    }
  }

  /** What goes wrong in stopping does not matter: the next step sees that the query has ended. */
  private void stop() {
    try {
      stop.run();
    } catch (RuntimeException e) {
      LOG.debug("while stopping a query", e);
    }
  }

  /** Ends the query from any thread; it stops at its next step. */
  void end(Kind kind, String limit) {
    if (end.compareAndSet(null, new LimitReached(kind, limit))) {
      stop();
    }
  }

  /** Ends the query from its own thread, at once. */
  QueryCancelledException reached(Kind kind, String limit) {
    if (this == NOBODYS) {
      throw new LimitReached(kind, limit);
    }
    end(kind, limit);
    return new QueryCancelledException();
  }

  /** Why it was ended; null if it was not. */
  LimitReached reason() {
    return end.get();
  }

  /** A step of work: goes on, or stops the query if it was ended. */
  public void step() {
    if (end.get() != null) {
      throw new QueryCancelledException();
    }
  }

  /** Stops the query if a value that is to be made is too long. */
  public void demandLength(long characters) {
    demandLength(characters, limits.valueLength());
  }

  /** Stops the query if a value is longer than it may be where it is used. */
  public void demandLength(long characters, int most) {
    if (characters > most) {
      throw reached(Kind.VALUE, most + " characters");
    }
  }
}
