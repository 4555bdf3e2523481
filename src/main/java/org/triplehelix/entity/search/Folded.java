package org.triplehelix.entity.search;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text without what people do not trouble to type: case, accents, full-width forms, punctuation,
 * the difference of traditional and simplified characters. A space parts the words of letters, and
 * none stands beside a Chinese character.
 *
 * @param text what remains
 * @param starts where each of its characters comes from in the original
 * @param ends where that ends
 */
record Folded(String text, int[] starts, int[] ends) {
  /** Characters that are written or left out as one likes. */
  private static final String PASSED_OVER = "'’‘ʼ`´·•・‧";

  private static final String SPACE = " ";

  /** By code unit; two threads may fill in the same. */
  private static final String[] KNOWN = new String[Character.MAX_VALUE + 1];

  /** Folds a text. */
  static Folded of(String original) {
    Folding folding = new Folding(original.length());
    int i = 0;
    while (i < original.length()) {
      int point = original.codePointAt(i);
      int end = i + Character.charCount(point);
      folding.add(letters(point), isMark(point), i, end);
      i = end;
    }
    return folding.done();
  }

  /** Whether a character is a word of its own. */
  static boolean isHan(char c) {
    return c >= 0x2E80 && (Character.isIdeographic(c) || Character.isSurrogate(c));
  }

  /** Whether a word, or a Chinese character, starts at a place. */
  boolean startsAt(int i) {
    return startsAt(text, i);
  }

  static boolean startsAt(String text, int i) {
    char c = text.charAt(i);
    if (c == ' ' || Character.isLowSurrogate(c)) {
      return false;
    }
    return i == 0 || isHan(c) || text.charAt(i - 1) == ' ' || isHan(text.charAt(i - 1));
  }

  private static String letters(int point) {
    if (point > Character.MAX_VALUE) {
      return fold(point);
    }
    String known = KNOWN[point];
    if (known == null) {
      known = fold(point);
      KNOWN[point] = known;
    }
    return known;
  }

  private static String fold(int point) {
    if (point == '&') {
      return " and ";
    }
    if (isPassedOver(point)) {
      return "";
    }
    if (point < 0x80) {
      return Character.isLetterOrDigit(point)
          ? Character.toString(Character.toLowerCase(point))
          : SPACE;
    }
    if (Character.isIdeographic(point)) {
      return Icu.SIMPLIFIED.transliterate(Character.toString(point));
    }
    String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    String ascii = Icu.ASCII.transliterate(parts).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    ascii.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.isEmpty() ? SPACE : kept.toString();
  }

  private static boolean isPassedOver(int point) {
    return isMark(point) || PASSED_OVER.indexOf(point) >= 0;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  /** Loaded when the first letter beyond ASCII is met: it takes a third of a second. */
  private static final class Icu {
    static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");
  }

  /** A text in the making. */
  private static final class Folding {
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;
    private boolean space;

    Folding(int length) {
      text = new StringBuilder(length);
      starts = new int[length + 8];
      ends = new int[length + 8];
    }

    /** What is written onto a letter belongs to it. */
    void add(String letters, boolean isMark, int start, int end) {
      if (isMark && !text.isEmpty() && !space) {
        ends[text.length() - 1] = end;
      }
      for (int i = 0; i < letters.length(); i++) {
        char c = letters.charAt(i);
        if (c == ' ') {
          space = true;
        } else {
          part(c, start, end);
          append(c, start, end);
        }
      }
    }

    private void part(char next, int start, int end) {
      if (space && !text.isEmpty() && !isHan(next) && !isHan(text.charAt(text.length() - 1))) {
        append(' ', start, end);
      }
      space = false;
    }

    private void append(char c, int start, int end) {
      if (text.length() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        ends = Arrays.copyOf(ends, 2 * ends.length);
      }
      starts[text.length()] = start;
      ends[text.length()] = end;
      text.append(c);
    }

    Folded done() {
      int length = text.length();
      return new Folded(
          text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }
  }
}
