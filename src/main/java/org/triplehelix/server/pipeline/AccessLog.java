package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line of JSON for each request, written beside the requests: one that cannot be written, or not
 * in time, is counted and left out; no request waits or fails.
 */
public final class AccessLog implements AutoCloseable {
  private static final int PENDING = 10_000;

  private final BlockingQueue<Map<String, Object>> lines = new ArrayBlockingQueue<>(PENDING);
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong lostInAll = new AtomicLong();
  private final OutputStream out;
  private final Thread thread;

  /** A log that writes to a stream. */
  public AccessLog(OutputStream out) {
    this.out = out;
    thread = new Thread(this::run, "helix-access-log");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes a line: names with numbers or texts. */
  void add(Map<String, Object> line) {
    if (!lines.offer(line)) {
      lose(1);
    }
  }

  private void lose(long number) {
    lost.addAndGet(number);
    lostInAll.addAndGet(number);
  }

  /** How many lines were left out. */
  public long lost() {
    return lostInAll.get();
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
    try {
      out.write((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      lost.addAndGet(missing);
      lose(1);
    }
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
