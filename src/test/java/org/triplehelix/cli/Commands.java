package org.triplehelix.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the launcher and the jar as a user does. Commands keep the release they have built in a
 * folder of the tests; servers keep nothing unless a test wants it, as they would have classes made
 * beside the tests.
 */
final class Commands {
  static final Path HOME = Path.of("").toAbsolutePath();
  private static final Path CACHE = HOME.resolve("target/cache-of-tests");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private Commands() {}

  /** How a command ended. */
  record Result(int code, String out, String err) {}

  /** Runs a command to its end. */
  static Result run(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      Map<String, String> keeping = new HashMap<>(environment);
      keeping.putIfAbsent("XDG_CACHE_HOME", CACHE.toString());
      Process process = process(folder, keeping, command, out, err);
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end");
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Result run(String... command) {
    return run(HOME, Map.of(), List.of(command));
  }

  /** Runs lines of shell in the project's folder. */
  static Result shell(String lines) {
    return run("sh", "-c", lines);
  }

  private static Process process(
      Path folder, Map<String, String> environment, List<String> command, Path out, Path err)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** A server in the background; what it says on standard error is read from a file. */
  static final class Server implements AutoCloseable {
    private final Process process;
    private final Path err;

    Server(List<String> command) throws IOException {
      this(Map.of(), command);
    }

    Server(Map<String, String> environment, List<String> command) throws IOException {
      err = Files.createTempFile("serve", ".txt");
      Map<String, String> keeping = new HashMap<>(environment);
      keeping.putIfAbsent("TRIPLEHELIX_NO_CACHE", "1");
      process = process(HOME, keeping, command, Files.createTempFile("out", ".txt"), err);
    }

    ProcessHandle handle() {
      return process.toHandle();
    }

    /** Waits until it serves. */
    Server ready() throws IOException, InterruptedException {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!said().contains("Serving at")) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("no server: " + said());
        }
        Thread.sleep(20);
      }
      return this;
    }

    String said() throws IOException {
      return Files.readString(err);
    }

    /** Sends a signal and waits for the end. */
    int signal(String name) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("does not stop");
      }
      return process.exitValue();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All JDKs of the machine in the usual place, by folder. */
  static List<Path> jdks() {
    Path folder = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var jdks = Files.list(folder)) {
      return jdks.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
          .map(Commands::real)
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
