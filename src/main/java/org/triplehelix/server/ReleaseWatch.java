package org.triplehelix.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.source.BadInputException;

/**
 * Looks into a folder whether a later release was published, and puts it into use once all is made
 * that readers would wait for. What is damaged is refused, told and counted, and tried again when
 * its files change; the release in use stays.
 */
final class ReleaseWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseWatch.class);

  private final ReleaseFolder folder;
  private final Parts parts;
  private final Map<Path, String> refused = new HashMap<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "release-watch");
            thread.setDaemon(true);
            return thread;
          });

  ReleaseWatch(ReleaseFolder folder, Parts parts) {
    this.folder = folder;
    this.parts = parts;
  }

  /**
   * The last whole release after one, as a site; what is damaged is refused.
   *
   * @param ready does what is to be done before it can be used
   */
  synchronized Optional<SiteEdition> newestAfter(long number, Consumer<SiteEdition> ready) {
    List<PublishedRelease> newestFirst = new ArrayList<>(folder.published());
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(release -> release.number() > number)
        .flatMap(release -> site(release, ready).stream())
        .findFirst();
  }

  private Optional<SiteEdition> site(PublishedRelease release, Consumer<SiteEdition> ready) {
    String state = "";
    try {
      state = release.state();
      if (!state.equals(refused.get(release.path()))) {
        SiteEdition site = SiteEdition.of(release, parts, Long.MAX_VALUE);
        ready.accept(site);
        return Optional.of(site);
      }
    } catch (BadInputException e) {
      refuse(release, state, e.getMessage(), null);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      refuse(release, state, e.toString(), e);
    }
    return Optional.empty();
  }

  private void refuse(PublishedRelease release, String state, String why, Throwable fault) {
    refused.put(release.path(), state);
    LOG.error("Release {} is refused: {}", release.path(), why, fault);
    parts.metrics().count("helix.release.refused", "Releases that were not put into use");
  }

  /** Goes on looking from now on, and puts what comes into use. */
  void start(EditionShelf shelf) {
    long millis = parts.options().lookEvery.toMillis();
    looking.scheduleWithFixedDelay(() -> look(shelf), millis, millis, TimeUnit.MILLISECONDS);
  }

  private void look(EditionShelf shelf) {
    try {
      newestAfter(shelf.inUse().number(), SiteEdition::prepare).ifPresent(next -> use(next, shelf));
    } catch (BadInputException e) {
      LOG.warn("No later release is looked for now: {}", e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("Looking for a later release failed", e);
    }
  }

  private void use(SiteEdition next, EditionShelf shelf) {
    shelf.put(next);
    LOG.info("Release {} (number {}) is in use.", next.edition().release(), next.number());
    parts.metrics().count("helix.release.switched", "Releases that were put into use later");
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
