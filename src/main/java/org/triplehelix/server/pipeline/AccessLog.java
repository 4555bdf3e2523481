package org.triplehelix.server.pipeline;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line of JSON for each request, written beside the requests: one that cannot be written in time
 * is counted and left out, and no request waits.
 */
public final class AccessLog implements AutoCloseable {
  private static final int PENDING = 10_000;

  private final BlockingQueue<Map<String, Object>> lines = new ArrayBlockingQueue<>(PENDING);
  private final AtomicLong lost = new AtomicLong();
  private final PrintStream out;
  private final Thread thread;

  /** A log that writes to a stream. */
  public AccessLog(PrintStream out) {
    this.out = out;
    thread = new Thread(this::run, "helix-access-log");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes a line: names with numbers or texts. */
  void add(Map<String, Object> line) {
    if (!lines.offer(line)) {
      lost.incrementAndGet();
    }
  }

  private void run() {
    try {
      while (true) {
        write(lines.take());
      }
    } catch (InterruptedException e) {
      for (Map<String, Object> line = lines.poll(); line != null; line = lines.poll()) {
        write(line);
      }
    }
  }

  private void write(Map<String, Object> line) {
    long missing = lost.getAndSet(0);
    if (missing > 0) {
      line.put("lost", missing);
    }
    out.println(Json.line(line));
    out.flush();
  }

  /** Writes what is pending and ends. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
