package org.triplehelix.server.pipeline;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What answers from one release. A request takes it once and is answered from it to its end,
 * whatever comes into use meanwhile.
 */
public final class Edition {
  private static final AtomicLong MADE = new AtomicLong();

  private final String release;
  private final String layers;
  private final Routes routes;
  private final ProblemAnswer problems;
  private final String key;
  private final boolean lasts;

  /**
   * An edition.
   *
   * @param release the whole hash of the release that is answered from
   * @param page shows problems to people
   */
  public Edition(String release, List<Route> routes, ProblemPage page) {
    this(release, "", routes, page, true);
  }

  /**
   * An edition.
   *
   * @param release the whole hash of the release that is answered from
   * @param layers the whole hash of those beside it; empty if there are none
   * @param page shows problems to people
   * @param alone whether it answers from these alone. If it does, and no layers are beside the
   *     release, answers may be kept for ever by who names the release
   */
  public Edition(
      String release, String layers, List<Route> routes, ProblemPage page, boolean alone) {
    this.lasts = alone && layers.isEmpty();
    this.release = release;
    this.layers = layers;
    this.routes = new Routes(routes);
    this.problems = new ProblemAnswer(page);
    this.key = Long.toString(MADE.incrementAndGet(), Character.MAX_RADIX) + "\n";
  }

  /** The whole hash of the release. */
  public String release() {
    return release;
  }

  /** The whole hash of the layers beside it; empty if there are none. */
  public String layers() {
    return layers;
  }

  /** Whether another edition of the same release would answer the same. */
  boolean lasts() {
    return lasts;
  }

  /** What it answers. */
  public List<Route> routes() {
    return routes.all();
  }

  Routes byPath() {
    return routes;
  }

  ProblemAnswer problems() {
    return problems;
  }

  /** What its answers are kept under begins with this, and that of no other edition does. */
  String key() {
    return key;
  }
}
