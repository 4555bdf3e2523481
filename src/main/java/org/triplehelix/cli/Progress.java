package org.triplehelix.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A line that tells how far long work is: anew on a terminal, now and then in a log. */
final class Progress {
  private static final long ON_TERMINAL = 200_000_000L;
  private static final long IN_LOG = 10_000_000_000L;
  private static final int NARROW = 78;

  private final String what;
  private final PrintWriter err;
  private final boolean terminal = System.console() != null;
  private final long start = System.nanoTime();
  private long told = start;

  /**
   * Of work that starts now.
   *
   * @param what is counted
   */
  Progress(String what, PrintWriter err) {
    this.what = what;
    this.err = err;
  }

  /** So many are done. */
  void at(long count) {
    at(count, "");
  }

  /** So many are done, and that is this part of all. */
  void at(long count, double part) {
    double seconds = (System.nanoTime() - start) / 1e9;
    at(
        count,
        part <= 0 || part > 1
            ? ""
            : String.format(
                Locale.ROOT, ", %.0f %%, %s left", part * 100, time(seconds / part - seconds)));
  }

  private void at(long count, String more) {
    long now = System.nanoTime();
    if (now - told < (terminal ? ON_TERMINAL : IN_LOG)) {
      return;
    }
    told = now;
    String line = String.format(Locale.ROOT, "%,d %s", count, rate(count)) + more;
    if (terminal) {
      err.printf("\r%-" + NARROW + "s", line);
      err.flush();
    } else {
      err.println(line);
    }
  }

  /** Before something else is told. */
  void clear() {
    if (terminal) {
      err.printf("\r%" + NARROW + "s\r", "");
    }
  }

  /** How quick it went, and how long it took, for so many. */
  String rate(long count) {
    double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
    return String.format(
        Locale.ROOT, "%s in %s, %,.0f a second", what, time(seconds), count / seconds);
  }

  private static String time(double seconds) {
    return seconds < 100
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }
}
