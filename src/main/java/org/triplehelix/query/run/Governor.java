package org.triplehelix.query.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.triplehelix.query.run.LimitReached.Kind;

/**
 * One thread that ends queries which take too long, and, when little memory is left, the one that
 * allocated most. It waits until that one has ended before it ends another.
 */
final class Governor {
  static final Governor INSTANCE = new Governor();

  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long BETWEEN_COLLECTIONS = TimeUnit.MILLISECONDS.toNanos(500);

  /** A query that allocated less is not to blame: this share of the heap. */
  private static final int SMALL = 16;

  private final Set<Watch> running = ConcurrentHashMap.newKeySet();
  private final MemoryPoolMXBean oldGeneration = oldGeneration();
  private final Thread thread = new Thread(this::govern, "query-governor");

  private long collected = System.nanoTime() - BETWEEN_COLLECTIONS;
  private Watch victim;
  private long victimSince;

  private Governor() {
    thread.setDaemon(true);
    thread.start();
  }

  private static MemoryPoolMXBean oldGeneration() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
        .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
        .orElseThrow();
  }

  void add(Watch watch) {
    if (running.isEmpty()) {
      LockSupport.unpark(thread);
    }
    running.add(watch);
  }

  void remove(Watch watch) {
    running.remove(watch);
  }

  private void govern() {
    while (true) {
      LockSupport.parkNanos(this, running.isEmpty() ? PATIENCE : POLL);
      try {
        running.stream().filter(Watch::isOverdue).forEach(Governor::endOverdue);
        holdMemory();
      } catch (OutOfMemoryError e) {
        victim = null; // who took it all is found at the next turn
      }
    }
  }

  private static void endOverdue(Watch watch) {
    watch.end(Kind.TIME, watch.limits().time().toMillis() / 1000.0 + " seconds");
  }

  private void holdMemory() {
    if (waitsForVictim()) {
      return;
    }
    Optional<Watch> greatest =
        running.stream()
            .filter(watch -> watch.reason() == null)
            .max(Comparator.comparingLong(Watch::allocated));
    if (greatest.isPresent()
        && greatest.get().allocated() > Runtime.getRuntime().maxMemory() / SMALL
        && isScarce(greatest.get().limits().memory())) {
      end(greatest.get());
    }
  }

  private boolean waitsForVictim() {
    return victim != null && running.contains(victim) && System.nanoTime() - victimSince < PATIENCE;
  }

  private void end(Watch watch) {
    victim = watch;
    victimSince = System.nanoTime();
    watch.end(Kind.MEMORY, watch.allocated() / 1_000_000 + " MB allocated");
  }

  /** Garbage does not count: where it may be only that, it is collected first, now and then. */
  private boolean isScarce(double share) {
    double used = used();
    if (used < share) {
      return false;
    }
    if (System.nanoTime() - collected < BETWEEN_COLLECTIONS) {
      return used > (1 + share) / 2;
    }
    System.gc();
    collected = System.nanoTime();
    return used() > share;
  }

  private double used() {
    long most = oldGeneration.getUsage().getMax();
    return (double) oldGeneration.getUsage().getUsed()
        / (most > 0 ? most : Runtime.getRuntime().maxMemory());
  }
}
