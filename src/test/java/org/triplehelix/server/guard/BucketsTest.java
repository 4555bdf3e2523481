package org.triplehelix.server.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A client has so many tokens in a time; clients are remembered up to a number. */
class BucketsTest {
  private final AtomicLong now = new AtomicLong();
  private final Buckets buckets = new Buckets(3 / 3600.0, 3, now::get);

  @Test
  void tokensComeBackWithTime() {
    for (int i = 0; i < 3; i++) {
      assertEquals(0, buckets.take("10.0.0.1", 1));
    }
    assertEquals(20 * 60, buckets.take("10.0.0.1", 1));
    assertEquals(0, buckets.take("10.0.0.2", 1));
    now.addAndGet(Duration.ofMinutes(19).toNanos());
    assertEquals(60, buckets.take("10.0.0.1", 1));
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertEquals(0, buckets.take("10.0.0.1", 1));
    assertTrue(buckets.take("10.0.0.1", 1) > 0);
    now.addAndGet(Duration.ofDays(9).toNanos());
    for (int i = 0; i < 3; i++) {
      assertEquals(0, buckets.take("10.0.0.1", 1));
    }
    assertTrue(buckets.take("10.0.0.1", 1) > 0, "it never holds more than it is large");
  }

  @Test
  void notMoreClientsThanFitAreRemembered() {
    for (int i = 0; i < 50_000; i++) {
      buckets.take("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), 1);
    }
    assertTrue(buckets.clients() <= 10_000, () -> buckets.clients() + " clients");
  }
}
