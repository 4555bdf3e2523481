package org.triplehelix.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Clients that ask a server as fast as it answers, each on a connection it keeps. */
final class Load {
  private final BenchServer server;

  Load(BenchServer server) {
    this.server = server;
  }

  /**
   * A request of a client.
   *
   * @param kind what is measured apart from others
   * @param what is asked
   * @param request the same for the server
   * @param check looks at the answer, outside of the time measured
   */
  record Asked(String kind, String what, byte[] request, Check check) {}

  /** Looks at an answer. */
  interface Check {
    void look(HttpConnection answer);
  }

  /**
   * What was measured.
   *
   * @param perSecond queries answered each second by all clients
   * @param p50 milliseconds that half of the answers took at most
   * @param p99 the same for 99 of 100
   * @param firstByteP50 milliseconds until the first byte of half of the answers was there
   * @param firstByteP99 the same for 99 of 100
   * @param cpu milliseconds of the processors that the server took for a query
   * @param medians the milliseconds that half of the answers of each kind took at most
   */
  record Measurement(
      double perSecond,
      double p50,
      double p99,
      double firstByteP50,
      double firstByteP99,
      double cpu,
      Map<String, Double> medians) {}

  /**
   * Lets clients ask.
   *
   * @param requests gives each client the requests it sends
   */
  Measurement run(int clients, Duration length, Supplier<Supplier<Asked>> requests) {
    Duration before = server.cpu();
    long start = System.nanoTime();
    Times times = run(clients, start + length.toNanos(), requests);
    Latencies last = times.last();
    Latencies first = times.first();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = server.cpu().minus(before).toNanos() / 1e6;
    return new Measurement(
        last.total() / seconds,
        last.millis(0.5),
        last.millis(0.99),
        first.millis(0.5),
        first.millis(0.99),
        cpu / last.total(),
        times.medians());
  }

  private Times run(int clients, long end, Supplier<Supplier<Asked>> requests) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Times>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        Supplier<Asked> own = requests.get();
        running.add(threads.submit(() -> client(own, end)));
      }
      Times all = new Times();
      for (Future<Times> client : running) {
        all.addAll(client.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IllegalStateException fault
          ? fault
          : new IllegalStateException(server.name() + " cannot be asked: " + e.getCause(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Times client(Supplier<Asked> requests, long end) throws IOException {
    Times times = new Times();
    try (HttpConnection connection = server.connect()) {
      while (System.nanoTime() < end) {
        Asked asked = requests.get();
        long start = System.nanoTime();
        server.ask(connection, asked.what(), asked.request());
        times.add(asked.kind(), System.nanoTime() - start, connection.firstByteAt() - start);
        asked.check().look(connection);
      }
    }
    return times;
  }
}
