package org.triplehelix.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.triplehelix.source.Ranges.Range;

/** A document's text is its code points without Unicode's White_Space. */
class DocumentTextTest {
  private static Ranges ranges(String text) {
    return Ranges.parse(text).orElseThrow();
  }

  @Test
  void whiteSpaceOfEveryKindIsLeftOut() {
    assertEquals("甲乙丙丁戊", DocumentText.bare("甲\u3000乙\u00A0丙\u0085\r\n丁\u2028 \t戊"));
  }

  @Test
  void whatOnlyJavaTakesForWhiteSpaceStays() {
    assertEquals("a\u001Cb\u200Bc\uFEFF", DocumentText.bare("a\u001Cb\u200Bc\uFEFF"));
  }

  @Test
  void offsetsCountCodePointsNotChars() {
    DocumentText document = DocumentText.of("𠮷 野家\n开业");
    assertEquals(5, document.length());
    assertEquals(Optional.of("𠮷业"), document.text(ranges("0-1 4-5")));
  }

  @Test
  void digestIsOfTheJoinedText() {
    DocumentText document = DocumentText.of("甲 乙丙丁");
    assertEquals(Optional.of(Digest.of("甲丙")), document.digest(ranges("0-1 2-3")));
  }

  @Test
  void rangesBeyondTheEndHaveNoText() {
    DocumentText document = DocumentText.of("甲乙");
    assertTrue(document.text(ranges("0-2")).isPresent());
    assertTrue(document.text(ranges("0-3")).isEmpty());
  }

  @Test
  void betweenLatinWordsThereIsASpaceAgain() {
    DocumentText document = DocumentText.of("发布 Smart\nLondon Plan , 2018 年 共");
    assertEquals(
        Optional.of("发布Smart London Plan , 2018年共"),
        document.readable(ranges("0-" + document.length())));
    assertTrue(document.readable(ranges("0-99")).isEmpty());
  }

  @Test
  void linesAndSpacesAreRemembered() {
    DocumentText document = DocumentText.of(" ab c\n\n d");
    assertEquals(List.of(new Range(0, 3), new Range(3, 4)), document.lines());
    assertTrue(document.spaceBefore(2));
    assertFalse(document.lineEndBefore(2));
    assertTrue(document.lineEndBefore(3));
    assertFalse(document.spaceBefore(1));
  }

  @Test
  void fileDigestIsOfTheBytes() {
    byte[] bytes = "甲 乙".getBytes(StandardCharsets.UTF_8);
    assertEquals(Digest.of("甲 乙"), DocumentText.of("x.txt", bytes).fileDigest());
  }

  @Test
  void otherEncodingsAreRefused() {
    byte[] bytes = {(byte) 0xB1, (byte) 0xB1};
    BadInputException e =
        assertThrows(BadInputException.class, () -> DocumentText.of("x.txt", bytes));
    assertTrue(e.getMessage().contains("x.txt: is not in UTF-8"), e::getMessage);
  }

  @Test
  void missingFileIsRefused() {
    assertThrows(BadInputException.class, () -> DocumentText.read(Path.of("no/such.txt")));
  }
}
