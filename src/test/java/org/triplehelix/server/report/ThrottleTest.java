package org.triplehelix.server.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A client has so many tokens an hour; clients are remembered up to a number. */
class ThrottleTest {
  private final AtomicLong now = new AtomicLong();
  private final Throttle throttle = new Throttle(3, now::get);

  @Test
  void tokensComeBackWithTime() {
    for (int i = 0; i < 3; i++) {
      assertEquals(0, throttle.take("10.0.0.1"));
    }
    assertEquals(20 * 60, throttle.take("10.0.0.1"));
    assertEquals(0, throttle.take("10.0.0.2"));
    now.addAndGet(Duration.ofMinutes(19).toNanos());
    assertEquals(60, throttle.take("10.0.0.1"));
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertEquals(0, throttle.take("10.0.0.1"));
    assertTrue(throttle.take("10.0.0.1") > 0);
    now.addAndGet(Duration.ofDays(9).toNanos());
    for (int i = 0; i < 3; i++) {
      assertEquals(0, throttle.take("10.0.0.1"));
    }
    assertTrue(throttle.take("10.0.0.1") > 0, "it never holds more than it is large");
  }

  @Test
  void aNetworkOfIpv6IsOneClient() {
    assertEquals(0, throttle.take("2001:db8:1:2::1"));
    assertEquals(0, throttle.take("[2001:db8:1:2:ffff::1]"));
    assertEquals(0, throttle.take("2001:db8:1:2::3"));
    assertTrue(throttle.take("2001:db8:1:2::4") > 0);
    assertEquals(0, throttle.take("2001:db8:1:3::1"));
  }

  @Test
  void notMoreClientsThanFitAreRemembered() {
    for (int i = 0; i < 50_000; i++) {
      throttle.take("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
    }
    assertTrue(throttle.clients() <= 10_000, () -> throttle.clients() + " clients");
  }
}
