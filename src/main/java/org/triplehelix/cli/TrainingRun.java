package org.triplehelix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that writes files, and that this process takes with it when it ends, also in the moment
 * of the start: then nothing unfinished stays.
 */
final class TrainingRun {
  /** A process that is killed is gone within that, or is left to the system. */
  private static final int PATIENCE_SECONDS = 5;

  private final List<Path> unfinished;
  private Process process;
  private boolean isOver;

  /**
   * @param unfinished what it writes, and is removed in the end
   */
  TrainingRun(List<Path> unfinished) {
    this.unfinished = unfinished;
    remove();
  }

  /**
   * Runs it to its end.
   *
   * @return whether it ended well; not if this process is ending
   * @throws IOException if it cannot be started
   */
  boolean run(ProcessBuilder command) throws IOException, InterruptedException {
    if (!isTakenAlong()) {
      return false;
    }
    Optional<Process> started = start(command);
    return started.isPresent() && started.get().waitFor() == Main.OK;
  }

  /** No, if this process is ending already. */
  private boolean isTakenAlong() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::end, "training-end"));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private synchronized Optional<Process> start(ProcessBuilder command) throws IOException {
    if (!isOver) {
      process = command.start();
    }
    return Optional.ofNullable(process);
  }

  /** Ends it if it runs, and removes what is unfinished; later calls do nothing. */
  synchronized void end() {
    if (isOver) {
      return;
    }
    isOver = true;
    if (process != null) {
      kill(process.toHandle());
    }
    remove();
  }

  /** And waits until it is gone: what dies may still make a file. */
  private static void kill(ProcessHandle process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process))
            .filter(ProcessHandle::isAlive)
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private void remove() {
    unfinished.forEach(path -> path.toFile().delete());
  }
}
