package org.triplehelix.query.backend;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.query.QueryCancelledException;
import org.triplehelix.query.run.Engine;

/** Looks now and then whether a back end answers, and still holds the release that is served. */
public final class BackEndWatch implements AutoCloseable {
  private static final long SECONDS = 5;

  private final Engine engine;
  private final String release;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "back-end-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Optional<String> trouble = Optional.empty();

  /**
   * A watch over a back end, which begins at once.
   *
   * @param outcomes takes how each look ended
   * @param release the hash that it is to state
   */
  public BackEndWatch(BackEnd backEnd, Consumer<String> outcomes, String release) {
    this.engine = new RemoteEngine(backEnd.bare(), outcomes);
    this.release = release;
    looking.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
  }

  /** What is wrong, a sentence; empty if nothing is. */
  public Optional<String> trouble() {
    return trouble;
  }

  private void look() {
    try {
      trouble =
          RemoteRelease.statedHash(engine).filter(release::equals).isPresent()
              ? Optional.empty()
              : Optional.of("The back end holds another release than the server has read.");
    } catch (BackEndFailure e) {
      trouble = Optional.of(e.getMessage());
    } catch (QueryCancelledException e) {
      trouble = Optional.of("The back end was not asked to the end.");
    } catch (RuntimeException e) {
      trouble = Optional.of("The back end gave what cannot be understood.");
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
