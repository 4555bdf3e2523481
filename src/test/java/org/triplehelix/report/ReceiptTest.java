package org.triplehelix.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A receipt that is read out, written down and typed in again is found, or found to be wrong. */
class ReceiptTest {
  private static final Receipt RECEIPT = new Receipt(LocalDate.of(2026, 11, 20), 1042);
  private static final String TEXT = RECEIPT.toString();

  @Test
  void itIsReadAsItIsWritten() {
    assertTrue(TEXT.matches("2026-11-20-1042-[A-HJKMNP-Z]"), TEXT);
    assertEquals(Optional.of(RECEIPT), Receipt.parse(TEXT));
    assertEquals(Optional.of(RECEIPT), Receipt.parse(" " + TEXT.toLowerCase() + " "));
    assertEquals(Optional.of(RECEIPT), Receipt.parse(TEXT.replace("-1042-", "-001042-")));
    Receipt large = new Receipt(LocalDate.of(2099, 12, 31), 99_999_999_999_999L);
    assertEquals(Optional.of(large), Receipt.parse(large.toString()));
  }

  @Test
  void everyWrongDigitIsFound() {
    for (int i = 0; i < TEXT.length() - 2; i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (Character.isDigit(TEXT.charAt(i)) && TEXT.charAt(i) != digit) {
          String wrong = TEXT.substring(0, i) + digit + TEXT.substring(i + 1);
          assertEquals(Optional.empty(), Receipt.parse(wrong), wrong);
        }
      }
    }
  }

  @Test
  void anyTwoDigitsThatChangedPlacesAreFound() {
    for (int i = 0; i < TEXT.length() - 2; i++) {
      for (int j = i + 1; j < TEXT.length() - 2; j++) {
        char[] letters = TEXT.toCharArray();
        boolean digits = Character.isDigit(letters[i]) && Character.isDigit(letters[j]);
        if (digits && letters[i] != letters[j]) {
          letters[i] = TEXT.charAt(j);
          letters[j] = TEXT.charAt(i);
          String wrong = new String(letters);
          assertEquals(Optional.empty(), Receipt.parse(wrong), wrong);
        }
      }
    }
  }

  @Test
  void whatIsNoneIsNone() {
    for (String text :
        List.of(
            "", "x", "2026-11-20", "2026-13-20-1-A", "2026-11-20-1042", "-1042-K", TEXT + "K")) {
      assertEquals(Optional.empty(), Receipt.parse(text), text);
    }
  }
}
