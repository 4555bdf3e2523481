package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.source.Ranges.Range;

class RangesTest {

  @Test
  void twoRangesAreReadAndWritten() {
    Ranges ranges = Ranges.parse("1093-1180 1345-1473").orElseThrow();
    assertEquals(new Range(1345, 1473), ranges.list().get(1));
    assertEquals("1093-1180 1345-1473", ranges.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10-10",
        "20-10",
        "10-20 15-30",
        "10-20 20-30",
        "10-20  30-40",
        "a-b",
        "10-9999999999"
      })
  void whatIsNoRangesIsRefused(String text) {
    assertTrue(Ranges.parse(text).isEmpty(), text);
  }

  @Test
  void digestIsTheOneThatOthersCompute() {
    assertEquals(
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", Digest.of("hello"));
  }
}
