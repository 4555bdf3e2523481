package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.triplehelix.source.Ranges.Range;

/** Wordings are found as printed, names between word boundaries. */
class PassageTextTest {
  private static PassageText passage(String raw) {
    DocumentText document = DocumentText.of(raw);
    return document.passage(Ranges.parse("0-" + document.length()).orElseThrow()).orElseThrow();
  }

  @Test
  void wordingIsFoundThoughSpacesStandInIt() {
    assertEquals(List.of(new Range(1, 9)), passage("在Tech\nCity办公").occurrences("Tech City"));
  }

  @Test
  void wordingDoesNotEndWithinANumber() {
    assertEquals(List.of(), passage("共700家").occurrences("70"));
    assertEquals(List.of(new Range(1, 3)), passage("共70家").occurrences("70"));
  }

  @Test
  void latinNameStandsBetweenWordBoundaries() {
    assertEquals(List.of(), passage("用ARMS吧").occurrencesOfName("ARM"));
    assertEquals(List.of(new Range(1, 4)), passage("用ARM吧").occurrencesOfName("ARM"));
  }

  @Test
  void spaceIsAWordBoundary() {
    assertEquals(List.of(new Range(3, 6)), passage("Use ARM now").occurrencesOfName("ARM"));
  }

  @Test
  void latinNameIsFoundInCapitalsButNotInSmallLetters() {
    assertEquals(1, passage("有ANVIL在").occurrencesOfName("Anvil").size());
    assertEquals(0, passage("有anvil在").occurrencesOfName("Anvil").size());
  }

  @Test
  void pieceThatIsLeftOutIsABoundary() {
    DocumentText document = DocumentText.of("ABxCD");
    PassageText joined = document.passage(Ranges.parse("0-2 3-5").orElseThrow()).orElseThrow();
    assertEquals("ABCD", joined.text());
    assertEquals(1, joined.occurrencesOfName("CD").size());
  }
}
