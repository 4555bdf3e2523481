package org.triplehelix.replica;

import java.util.Optional;
import org.triplehelix.graph.Release;

/** How far a follower has come, for those who watch it. */
public final class FollowStatus {
  private volatile long offset;
  private volatile long lag = 1;
  private volatile String release = "";
  private volatile String layers = "";
  private volatile boolean caughtUp;
  private volatile long heard = System.nanoTime();
  private volatile String stopped = "";

  FollowStatus() {}

  /** The offset in the log after the step to the release in use. */
  public long offset() {
    return offset;
  }

  /**
   * How far that is from the end of the log, in offsets; 0 if all is in use, not before it is
   * known.
   */
  public long lag() {
    return lag;
  }

  /** The hash of the release in use. */
  public String release() {
    return release;
  }

  /** The hash of the layers beside it; empty if there are none. */
  public String layers() {
    return layers;
  }

  /** Whether it was at the end of the log since it started. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  /** How many seconds ago it could last read the log. */
  public double silence() {
    return (System.nanoTime() - heard) / 1e9;
  }

  /** Why it follows no more, a sentence; empty if it does. */
  public Optional<String> stopped() {
    return Optional.of(stopped).filter(why -> !why.isEmpty());
  }

  void uses(Release used, long next) {
    release = used.hash();
    layers = used.layers().hash();
    offset = next;
  }

  void lags(long distance) {
    lag = distance;
  }

  void heard() {
    heard = System.nanoTime();
  }

  void caughtUp() {
    caughtUp = true;
  }

  void stop(String why) {
    stopped = why;
  }
}
