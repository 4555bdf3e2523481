package org.triplehelix.server.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each client, filled steadily. Only so many clients are remembered: memory
 * is bounded, whoever comes. One that is forgotten by time had a full bucket anyway.
 */
public final class Buckets {
  private static final int CLIENTS = 10_000;
  private static final double SECOND = 1e9;

  /** What is lost by counting in fractions. */
  private static final double ALMOST = 1e-6;

  private final double perSecond;
  private final double size;
  private final LongSupplier nanos;
  private final Cache<String, Bucket> buckets;

  /** What a client may still do. */
  private static final class Bucket {
    private double tokens;
    private long filled;

    Bucket(double tokens, long filled) {
      this.tokens = tokens;
      this.filled = filled;
    }
  }

  /**
   * Buckets, all of them full.
   *
   * @param perSecond how many tokens come
   * @param size how many there are at most
   * @param nanos tells the time
   */
  public Buckets(double perSecond, double size, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.size = size;
    this.nanos = nanos;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(Duration.ofSeconds((long) Math.ceil(size / perSecond) + 1))
            .build();
  }

  /** Takes tokens; if there are too few, in how many seconds there will be enough, else zero. */
  public long take(String client, double tokens) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.get(client, c -> new Bucket(size, now));
    synchronized (bucket) {
      double gained = Math.max(0, now - bucket.filled) / SECOND * perSecond;
      bucket.tokens = Math.min(size, bucket.tokens + gained);
      bucket.filled = now;
      double missing = tokens - ALMOST - bucket.tokens;
      if (missing > 0) {
        return Math.max(1, (long) Math.ceil(missing / perSecond));
      }
      bucket.tokens -= tokens;
      return 0;
    }
  }

  /** How many clients are remembered. */
  public long clients() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
