package org.triplehelix.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A candidate that runs, in a process of its own. */
final class BenchServer implements AutoCloseable {
  private static final long STARTS_WITHIN = TimeUnit.SECONDS.toNanos(300);
  private static final long POLL_MILLIS = 5;
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;

  private final Candidate candidate;
  private final int port;
  private final Path log;
  private final Process process;
  private final OptionalDouble loading;
  private final double firstAnswer;

  private BenchServer(Candidate candidate, int port, Path log, BenchQuery first)
      throws IOException {
    this.candidate = candidate;
    this.port = port;
    this.log = log;
    long start = System.nanoTime();
    this.process =
        new ProcessBuilder(candidate.command().apply(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    try {
      this.loading = candidate.loading().load(port);
      awaitAnswer(first, start + STARTS_WITHIN);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    this.firstAnswer = (System.nanoTime() - start) / 1e9;
  }

  /** Starts a candidate and waits until it has answered a query. */
  static BenchServer start(Candidate candidate, Path log, BenchQuery first) {
    try {
      return new BenchServer(candidate, freePort(), log, first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer(BenchQuery query, long deadline) {
    while (!answers(query)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(name() + " does not start; see " + log);
      }
      pause();
    }
  }

  private boolean answers(BenchQuery query) {
    try (HttpConnection connection = connect()) {
      return connection.send(request(query)) == OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String name() {
    return candidate.name();
  }

  Candidate candidate() {
    return candidate;
  }

  HttpConnection connect() throws IOException {
    return new HttpConnection(port);
  }

  byte[] request(BenchQuery query) {
    return query.request(candidate.endpoint());
  }

  /** Sends a request for what is told; anything but a good answer ends the benchmark. */
  void ask(HttpConnection connection, String what, byte[] request) throws IOException {
    int status = connection.send(request);
    if (status != OK && status != SEE_OTHER) {
      throw new IllegalStateException(
          "%s answers %d to%n%s%nsee %s".formatted(name(), status, what, log));
    }
  }

  /** Seconds from the start of the process to the first answer. */
  double firstAnswer() {
    return firstAnswer;
  }

  /** Seconds that it took to read the data, if that is known. */
  OptionalDouble loading() {
    return loading.isPresent() ? loading : logged();
  }

  private OptionalDouble logged() {
    try {
      return Pattern.compile("^Loaded in ([0-9.]+) s$", Pattern.MULTILINE)
          .matcher(Files.readString(log))
          .results()
          .mapToDouble(told -> Double.parseDouble(told.group(1)))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the process has taken of the processors. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Memory of the process that is in use now, in megabytes. */
  double residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }
}
