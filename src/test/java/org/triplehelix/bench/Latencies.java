package org.triplehelix.bench;

/** A histogram of times, exact to three percent, for one thread at a time. */
final class Latencies {
  private static final int STEPS = 32;

  private final long[] counts = new long[60 * STEPS];
  private long total;

  void add(long nanos) {
    counts[index(nanos)]++;
    total++;
  }

  void addAll(Latencies other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  long total() {
    return total;
  }

  /** The time, in milliseconds, that a share of all times do not exceed. */
  double millis(double share) {
    long left = (long) Math.ceil(share * total);
    int i = 0;
    while (left > counts[i]) {
      left -= counts[i++];
    }
    return nanos(i) / 1e6;
  }

  /** Up to twice the steps each time has its own place; from there each doubling has as many. */
  private static int index(long nanos) {
    int shift = Math.max(0, 58 - Long.numberOfLeadingZeros(nanos));
    return shift * STEPS + (int) (nanos >>> shift);
  }

  private static double nanos(int index) {
    int shift = Math.max(0, index / STEPS - 1);
    return (index - shift * STEPS + 0.5) * (1L << shift);
  }
}
