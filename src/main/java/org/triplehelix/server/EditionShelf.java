package org.triplehelix.server;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.server.pipeline.Edition;
import org.triplehelix.server.pipeline.Editions;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.source.BadInputException;

/**
 * The editions of a server: the one in use, and older ones of published releases that requests
 * name. These are made when they are first named, one at a time, and go when they take more of the
 * heap than they may: the one that was not asked for longest goes first.
 */
final class EditionShelf implements Editions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EditionShelf.class);

  /** So many releases may wait to be loaded. */
  private static final int WAITING = 4;

  /** For so long nobody tries again what could not be loaded. */
  private static final long REST = TimeUnit.SECONDS.toNanos(30);

  private static final String RETRY = "10";

  private final Parts parts;
  private final Optional<ReleaseFolder> folder;
  private final Consumer<Edition> gone;
  private final AtomicReference<SiteEdition> current;
  private final Map<Long, Older> older = new LinkedHashMap<>(16, 0.75f, true);
  private final ExecutorService loading =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          task -> {
            Thread thread = new Thread(task, "release-loading");
            thread.setDaemon(true);
            return thread;
          });

  /** An older one, perhaps in the making. */
  private static final class Older {
    private final CompletableFuture<SiteEdition> site = new CompletableFuture<>();
    private volatile long failed;

    long bytes() {
      return isThere() ? site.join().bytes() : 0;
    }

    boolean isThere() {
      return site.isDone() && !site.isCompletedExceptionally();
    }

    void fail(Problem why) {
      failed = System.nanoTime();
      site.completeExceptionally(why);
    }

    boolean mayBeTriedAgain() {
      return site.isCompletedExceptionally() && System.nanoTime() - failed > REST;
    }
  }

  /**
   * A shelf.
   *
   * @param folder of published releases; empty if there is none
   * @param gone takes each edition that is no longer to be had
   */
  EditionShelf(
      Parts parts, SiteEdition first, Optional<ReleaseFolder> folder, Consumer<Edition> gone) {
    this.parts = parts;
    this.folder = folder;
    this.gone = gone;
    this.current = new AtomicReference<>(first);
    parts.metrics().gauge("helix.editions", "Releases held in memory", () -> 1 + held());
    parts
        .metrics()
        .gauge("helix.editions.older.bytes", "Bytes that older releases take, about", this::bytes);
  }

  SiteEdition inUse() {
    return current.get();
  }

  @Override
  public Edition current() {
    return current.get().edition();
  }

  /** Puts an edition into use; what runs on the one before comes to its end there. */
  synchronized void put(SiteEdition next) {
    SiteEdition before = current.getAndSet(next);
    if (before.number() > 0) {
      Older kept = new Older();
      kept.site.complete(before);
      drop(older.put(before.number(), kept));
    } else {
      gone.accept(before.edition());
    }
    dropMore(0);
  }

  @Override
  public Optional<CompletableFuture<Edition>> other(String digits) {
    return published(digits).map(this::older).map(site -> site.thenApply(SiteEdition::edition));
  }

  /** The last published one of a hash that is older than the one in use. */
  private Optional<PublishedRelease> published(String digits) {
    try {
      List<PublishedRelease> found =
          folder.map(ReleaseFolder::published).orElse(List.of()).stream()
              .filter(release -> release.number() < current.get().number())
              .filter(release -> release.hash().startsWith(digits))
              .toList();
      return found.stream().map(PublishedRelease::hash).distinct().count() == 1
          ? Optional.of(found.get(found.size() - 1))
          : Optional.empty();
    } catch (BadInputException unreadable) {
      return Optional.empty();
    }
  }

  private synchronized CompletableFuture<SiteEdition> older(PublishedRelease published) {
    Older known = older.get(published.number());
    if (known != null && !known.mayBeTriedAgain()) {
      return known.site;
    }
    Older mine = new Older();
    try {
      loading.execute(() -> load(published, mine));
      older.put(published.number(), mine);
    } catch (RejectedExecutionException e) {
      mine.fail(
          new Problem(
                  Problem.Kind.BUSY,
                  "Too many other releases are being loaded.",
                  "Ask again in a few seconds.")
              .with("limit", "releases to be loaded")
              .withHeader("Retry-After", RETRY));
    }
    return mine.site;
  }

  private void load(PublishedRelease published, Older mine) {
    try {
      SiteEdition site = SiteEdition.of(published, parts, parts.options().olderReleaseBytes);
      makeRoom(published.number(), site.bytes());
      mine.site.complete(site);
    } catch (SiteEdition.TooLarge e) {
      mine.fail(
          new Problem(
                  Problem.Kind.MEMORY,
                  "The release is too large to be loaded beside the one in use.",
                  "Get its files at /dump/" + published.hash() + "/.")
              .with("limit", "memory for older releases")
              .with("maximum", parts.options().olderReleaseBytes));
    } catch (BadInputException e) {
      LOG.warn("An older release is not loaded: {}", e.getMessage());
      mine.fail(
          new Problem(
              Problem.Kind.GONE,
              "The release that was kept here cannot be read any more.",
              "Ask for another."));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("Release {} is not loaded", published.path(), e);
      mine.fail(
          new Problem(Problem.Kind.FAULT, "The release could not be loaded.", "Ask for another."));
    }
  }

  private synchronized void makeRoom(long number, long bytes) {
    older.get(number);
    dropMore(bytes);
  }

  /** Drops those not asked for longest, until so many bytes more may come. */
  private void dropMore(long bytes) {
    long most = parts.options().olderReleaseBytes;
    Iterator<Older> longestUnused = older.values().iterator();
    for (long sum = bytes() + bytes; sum > most && longestUnused.hasNext(); ) {
      Older oldest = longestUnused.next();
      if (oldest.isThere()) {
        sum -= oldest.bytes();
        longestUnused.remove();
        drop(oldest);
      }
    }
  }

  private void drop(Older dropped) {
    if (dropped != null && dropped.isThere()) {
      gone.accept(dropped.site.join().edition());
    }
  }

  private synchronized long held() {
    return older.values().stream().filter(Older::isThere).count();
  }

  private synchronized long bytes() {
    return older.values().stream().mapToLong(Older::bytes).sum();
  }

  @Override
  public void close() {
    loading.shutdownNow();
  }
}
