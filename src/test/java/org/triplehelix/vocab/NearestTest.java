package org.triplehelix.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("paper", "london-beijing", "taper", "limit");

  @Test
  void theNearestComeFirstAndTheRestInTheirOrder() {
    assertEquals(List.of("taper", "paper"), Nearest.of("tapers", KNOWN, 2));
    assertEquals(List.of("paper", "taper"), Nearest.of("caper", KNOWN, 2));
    assertEquals(4, Nearest.of("", KNOWN, 9).size());
    assertEquals(List.of(), Nearest.of("paper", List.of(), 3));
  }

  @Test
  void whatIsTooFarIsNotMeant() {
    assertEquals(Optional.of("limit"), Nearest.within(2, "lmt", KNOWN));
    assertEquals(Optional.empty(), Nearest.within(1, "lmt", KNOWN));
    assertEquals(Optional.of("limit"), Nearest.within(0, "limit", KNOWN));
  }

  @Test
  void nothingIsNearAnOverlongName() {
    assertEquals(List.of(), Nearest.of("paper".repeat(2_000), KNOWN, 2));
    assertEquals(Optional.empty(), Nearest.within(5_000, "limit".repeat(1_000), KNOWN));
  }
}
