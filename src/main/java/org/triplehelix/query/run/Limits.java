package org.triplehelix.query.run;

import java.time.Duration;

/**
 * What one query may use.
 *
 * @param time from its start to the last byte of its answer
 * @param rows of a table, or triples of a graph
 * @param bytes of the answer as written
 * @param memory share of the old generation above which the query that allocated most is ended
 * @param queryLength characters of the query's text
 * @param nesting how deep brackets may be nested in it
 * @param steps groups, operators, path steps and triple patterns of it, together
 * @param valueLength characters of one value that is computed
 */
public record Limits(
    Duration time,
    long rows,
    long bytes,
    double memory,
    int queryLength,
    int nesting,
    int steps,
    int valueLength) {

  /** Digits of a number, and of what is to become one: longer ones take JDKs seconds to read. */
  static final int DIGITS = 10_000;

  /** Characters of an IRI: resolving takes time that grows with the square of its length. */
  static final int IRI = 8_000;

  /** Terms in one triple term, which may hold others. */
  static final int TERMS = 1_000;

  private static final long MEGABYTE = 1_000_000;

  /** For a server that strangers ask; values are shorter where the heap is small. */
  public static Limits forServer() {
    long heap = Runtime.getRuntime().maxMemory();
    return new Limits(
        Duration.ofSeconds(30),
        1_000_000,
        100 * MEGABYTE,
        0.55,
        100_000,
        100,
        1_000,
        (int) Math.min(MEGABYTE, heap / 1_000));
  }

  /** For a user on his own machine: only what would break the program. */
  public static Limits forUser() {
    return new Limits(
        Duration.ofMinutes(10),
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        0.8,
        1_000_000,
        200,
        2_000,
        (int) (10 * MEGABYTE));
  }

  /** The same with another time. */
  public Limits withTime(Duration other) {
    return new Limits(other, rows, bytes, memory, queryLength, nesting, steps, valueLength);
  }

  /** The same with another number of rows. */
  public Limits withRows(long other) {
    return new Limits(time, other, bytes, memory, queryLength, nesting, steps, valueLength);
  }

  /** The same with another time, which can only be shorter. */
  public Limits within(Duration shorter) {
    return withTime(shorter.compareTo(time) < 0 ? shorter : time);
  }
}
