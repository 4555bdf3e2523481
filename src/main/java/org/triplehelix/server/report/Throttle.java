package org.triplehelix.server.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each client, filled in an hour. Of clients with IPv6 those of one network
 * share one. Only so many clients are remembered: those that came last.
 */
final class Throttle {
  private static final int CLIENTS = 10_000;
  private static final double HOUR = Duration.ofHours(1).toNanos();
  private static final int NETWORK = 8;

  /** What is lost by counting in fractions. */
  private static final double ALMOST = 1e-6;

  private final int perHour;
  private final LongSupplier nanos;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofHours(1)).build();

  /** What a client may still do. */
  private static final class Bucket {
    private double tokens;
    private long filled;

    Bucket(double tokens, long filled) {
      this.tokens = tokens;
      this.filled = filled;
    }
  }

  Throttle(int perHour, LongSupplier nanos) {
    this.perHour = perHour;
    this.nanos = nanos;
  }

  /** Takes a token; if there is none, in how many seconds there will be one, else zero. */
  long take(String address) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.get(client(address), c -> new Bucket(perHour, now));
    synchronized (bucket) {
      double gained = Math.max(0, now - bucket.filled) / HOUR * perHour;
      bucket.tokens = Math.min(perHour, bucket.tokens + gained);
      bucket.filled = now;
      if (bucket.tokens < 1 - ALMOST) {
        return (long) Math.ceil((1 - ALMOST - bucket.tokens) / perHour * HOUR / 1e9);
      }
      bucket.tokens--;
      return 0;
    }
  }

  /** How many clients are remembered. */
  long clients() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private static String client(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address.replaceAll("[\\[\\]]", ""));
      return parsed instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), NETWORK))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
