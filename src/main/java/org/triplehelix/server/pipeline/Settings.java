package org.triplehelix.server.pipeline;

import java.time.Duration;

/**
 * How much the pipeline lets through.
 *
 * @param requestBytes how large a request's body may be
 * @param requestTime how long a client may take to send it
 * @param bodies how many bodies may come slowly at once
 * @param keepBackBytes how much of an answer is kept back before its status is sent
 * @param cacheBytes how much the cache holds
 * @param shortRunning how many requests have their first, short try at once
 * @param longRunning how many long ones run at once
 * @param queue how many wait in each lane
 * @param patience how long one waits in a lane
 * @param waiting how many wait for answers that others make
 */
public record Settings(
    int requestBytes,
    Duration requestTime,
    int bodies,
    int keepBackBytes,
    long cacheBytes,
    int shortRunning,
    int longRunning,
    int queue,
    Duration patience,
    int waiting) {
  private static final int MEGABYTE = 1 << 20;

  /** All pages of the release find room; more would be answers that nobody asks for again. */
  private static final int MOST_CACHE = 32 * MEGABYTE;

  /** What suits this machine: its processors, and the heap that the program was given. */
  public static Settings ofThisMachine() {
    int processors = Runtime.getRuntime().availableProcessors();
    long heap = Runtime.getRuntime().maxMemory();
    return new Settings(
        2 * MEGABYTE,
        Duration.ofSeconds(20),
        64,
        (int) Math.min(16 * MEGABYTE, heap / 64),
        Math.min(MOST_CACHE, heap / 8),
        2 * processors,
        processors,
        32,
        Duration.ofSeconds(10),
        64);
  }
}
