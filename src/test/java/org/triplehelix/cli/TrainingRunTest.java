package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  @TempDir Path folder;

  private ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
  }

  @Test
  void endsWellOrNot() throws Exception {
    assertTrue(new TrainingRun(List.of()).run(shell("true")));
    assertFalse(new TrainingRun(List.of()).run(shell("exit 3")));
  }

  @Test
  void whatIsUnfinishedIsRemovedBeforeAndAfter() throws Exception {
    Path part = Files.writeString(folder.resolve("part"), "of a run before");
    TrainingRun run = new TrainingRun(List.of(part));
    assertFalse(Files.exists(part));
    assertTrue(run.run(shell("echo > part")));
    assertTrue(Files.exists(part));
    run.end();
    assertFalse(Files.exists(part));
  }

  @Test
  void endTakesTheProcessAndWhatItStartedAlong() throws Exception {
    Path part = folder.resolve("part");
    TrainingRun run = new TrainingRun(List.of(part));
    CompletableFuture<Boolean> ran =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return run.run(shell("while :; do echo $$ > part; done & while :; do :; done"));
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    while (!Files.exists(part)) {
      Thread.sleep(5);
    }
    run.end();
    assertFalse(ran.get(10, TimeUnit.SECONDS));
    Thread.sleep(100);
    assertFalse(Files.exists(part), "is still written");
  }

  @Test
  void nothingIsStartedOnceItIsOver() throws Exception {
    Path part = folder.resolve("part");
    TrainingRun run = new TrainingRun(List.of(part));
    run.end();
    assertFalse(run.run(shell("echo > part")));
    assertFalse(Files.exists(part));
  }
}
