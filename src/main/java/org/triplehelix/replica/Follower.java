package org.triplehelix.replica;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * Follows a log: applies each step once and in order, and hands a release on when its hash proves
 * it. What it has come to is kept in a folder, with the offset, so that it goes on from there
 * whenever it was stopped. A step that cannot be applied is never passed over: it ends the
 * following.
 */
public final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  /** So long steps may come without a pause before one of their releases is used in between. */
  private static final long LONGEST = Duration.ofSeconds(30).toNanos();

  private static final long LOOK_BACK = Duration.ofSeconds(5).toNanos();
  private static final int PAUSE = 1_000;

  private final LogAddress address;
  private final ReplicaStore store;
  private final LogReader reader;
  private final FollowStatus status = new FollowStatus();
  private Optional<LoggedRelease> applied = Optional.empty();
  private long next;
  private Optional<LoggedRelease> used = Optional.empty();
  private long usedAt = System.nanoTime();
  private long lookedBack = System.nanoTime();
  private double fetches;
  private volatile boolean closed;
  private Thread thread;

  /**
   * Follows a log, once it is told to.
   *
   * @param folder where it keeps what it has come to; made if it is not there, and its own
   * @throws BadInputException if the folder cannot be used
   */
  public Follower(LogAddress address, Path folder) {
    this.address = address;
    store = new ReplicaStore(folder);
    try {
      reader = new LogReader(address);
    } catch (RuntimeException e) {
      store.close();
      throw new BadInputException(
          Position.of(address.toString()),
          "cannot be followed: " + LogAddress.reason(e),
          "see whether the names of the brokers are right");
    }
  }

  /** How far it has come. */
  public FollowStatus status() {
    return status;
  }

  /**
   * The release to begin with: the one that was kept, or else what the log leads to. Waits for the
   * log if nothing was kept.
   *
   * @param told takes how it goes
   * @throws BadInputException if the log holds what cannot be applied
   */
  public Served first(Consumer<String> told) {
    store
        .newest(told)
        .ifPresent(
            kept -> {
              applied = Optional.of(kept.release());
              next = kept.next();
            });
    try {
      if (applied.isPresent()) {
        reader.startAfter(next, applied.get().state());
        Served served = Served.of(applied.get());
        uses();
        return served;
      }
      return firstOfLog(told);
    } catch (Poisoned e) {
      throw new BadInputException(
          Position.of(address.toString()),
          "cannot be followed: " + e.getMessage(),
          "publish the whole release again with helix publish --whole");
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new BadInputException(
          Position.of(address.toString()),
          "cannot be followed: " + LogAddress.reason(e),
          "see whether the address is right, and what the broker says");
    }
  }

  private Served firstOfLog(Consumer<String> told) throws Poisoned {
    boolean started = false;
    Consumer<String> once = new Once(told);
    while (applied.isEmpty() || !isAtEnd()) {
      try {
        if (!started) {
          reader.startAtLastWhole();
          started = true;
        }
        reader.poll(POLL, this::apply);
        if (applied.isEmpty() && isAtEnd()) {
          once.accept("Waiting for a release at " + address + " …");
        }
      } catch (RetriableException e) {
        once.accept("No answer yet from " + address + ", asking again: " + e.getMessage());
        pause();
      }
    }
    Served served = Served.of(applied.get());
    uses();
    keep();
    return served;
  }

  /** Says nothing twice running. */
  private static final class Once implements Consumer<String> {
    private final Consumer<String> told;
    private String last = "";

    Once(Consumer<String> told) {
      this.told = told;
    }

    @Override
    public void accept(String line) {
      if (!line.equals(last)) {
        told.accept(line);
      }
      last = line;
    }
  }

  private void apply(Step step) throws Poisoned {
    applied = Optional.of(step.from(applied));
    next = step.next();
  }

  private boolean isAtEnd() {
    return reader.distance().orElse(1) == 0;
  }

  private void uses() {
    used = applied;
    usedAt = System.nanoTime();
    status.uses(used.orElseThrow().release(), next);
  }

  /** What was kept before serves as well, if it cannot be written now. */
  private void keep() {
    LoggedRelease release = applied.orElseThrow();
    try {
      Served.inFolder(
          release,
          content -> {
            store.keep(release, content, next);
            return release;
          });
    } catch (RuntimeException e) {
      LOG.error("Release {} is used, but not kept: {}", release.state(), e.getMessage());
    }
  }

  /**
   * Goes on following, in a thread of its own.
   *
   * @param use takes each release into use; returns when that is done
   */
  public void follow(Consumer<Served> use) {
    thread = new Thread(() -> run(use), "log-follower");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Consumer<Served> use) {
    try {
      while (!closed) {
        round(use);
      }
    } catch (WakeupException e) {
      LOG.debug("The following of {} was ended", address);
    } catch (Poisoned e) {
      lags();
      stop("The log " + address + " cannot be followed: " + e.getMessage() + ".", null);
      turnToLastProved(use);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      stop("The following of " + address + " failed: " + e, e);
    }
  }

  private void round(Consumer<Served> use) throws Poisoned {
    try {
      lookBack();
      reader.poll(POLL, this::apply);
      hear();
    } catch (RetriableException e) {
      LOG.warn("{} does not answer: {}", address, e.getMessage());
      pause();
    }
    boolean isLong = System.nanoTime() - usedAt > LONGEST;
    if (isUsed()) {
      status.uses(used.orElseThrow().release(), next);
    } else if (isAtEnd() || isLong) {
      lags();
      turn(use);
    }
    if (reader.seeksKnown()) {
      return;
    }
    if (isUsed() && isAtEnd()) {
      status.lags(0);
      status.caughtUp();
    } else {
      lags();
    }
  }

  /** A log that was made anew while nobody looked may be as long as the one before. */
  private void lookBack() {
    if (isUsed() && isAtEnd() && System.nanoTime() - lookedBack > LOOK_BACK) {
      reader.startAfter(next, used.orElseThrow().state());
      lookedBack = System.nanoTime();
    }
  }

  /** Something of the log is not in use. */
  private void lags() {
    status.lags(Math.max(1, end() - status.offset()));
  }

  private boolean isUsed() {
    return used.map(LoggedRelease::state).equals(applied.map(LoggedRelease::state));
  }

  private void hear() {
    double now = reader.fetches();
    if (now != fetches) {
      fetches = now;
      status.heard();
    }
  }

  private long end() {
    return reader.position() + reader.distance().orElse(0);
  }

  private void turn(Consumer<Served> use) {
    use.accept(Served.of(applied.orElseThrow()));
    uses();
    keep();
    LOG.info("Release {} (offset {}) is in use.", status.release(), status.offset());
  }

  /** What came before the step that cannot be applied is proved, and as good as any. */
  private void turnToLastProved(Consumer<Served> use) {
    if (!isUsed()) {
      try {
        turn(use);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        LOG.error("The release before could not be used either", e);
      }
    }
  }

  private void stop(String why, Throwable fault) {
    status.stop(why);
    LOG.error("{} The release in use stays: {}", why, status.release(), fault);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new WakeupException();
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.wakeUp();
    try {
      if (thread != null) {
        thread.join(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread == null || !thread.isAlive()) {
      reader.close();
      store.close();
    }
  }
}
