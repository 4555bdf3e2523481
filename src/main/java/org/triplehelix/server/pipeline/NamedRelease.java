package org.triplehelix.server.pipeline;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the edition of the release that a request names with {@code release=}. */
final class NamedRelease {
  /** Of a release's hash, which tell it apart. */
  private static final int LEAST_DIGITS = 12;

  private final Editions editions;
  private final Lane waitingRoom;
  private final long patience;

  /**
   * A finder.
   *
   * @param waitingRoom where requests wait for an edition that is being made
   * @param patience how many milliseconds they wait
   */
  NamedRelease(Editions editions, Lane waitingRoom, long patience) {
    this.editions = editions;
    this.waitingRoom = waitingRoom;
    this.patience = patience;
  }

  /**
   * The edition of a release.
   *
   * @param taken by the request so far: the first to be looked at
   * @throws Problem if it is not to be had, or not yet
   */
  Edition of(String digits, Edition taken) {
    boolean isHash = digits.length() >= LEAST_DIGITS;
    if (isHash && taken.release().startsWith(digits)) {
      return taken;
    }
    Edition current = editions.current();
    if (isHash && current.release().startsWith(digits)) {
      return current;
    }
    Optional<CompletableFuture<Edition>> other = isHash ? editions.other(digits) : Optional.empty();
    return come(other.orElseThrow(() -> unknown(digits, current)));
  }

  private static Problem unknown(String digits, Edition current) {
    return new Problem(
            Problem.Kind.NOT_FOUND,
            "This server does not answer from a release " + digits + ".",
            "Leave release out, or give the one that it answers from.")
        .with("release", current.release());
  }

  private Edition come(CompletableFuture<Edition> other) {
    if (other.isDone() && !other.isCompletedExceptionally()) {
      return other.join();
    }
    Lane.Place seat = waitingRoom.enter();
    try {
      return other.get(patience, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Problem problem ? problem : new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw loading();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw loading();
    } finally {
      seat.close();
    }
  }

  private Problem loading() {
    return new Problem(
            Problem.Kind.BUSY,
            "The release that you name is being loaded.",
            "Ask again in a few seconds.")
        .with("limit", "waiting for a release")
        .withHeader("Retry-After", Long.toString(Math.max(1, patience / 1_000)));
  }
}
