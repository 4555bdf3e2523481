package org.triplehelix.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.triplehelix.source.Ranges.Range;

/**
 * The text of one passage, in which wordings and names are looked up. Offsets are those of {@code
 * char}s.
 */
public final class PassageText {
  private static final int CONTEXT = 6;

  private final String text;
  private final BitSet breaks;

  /**
   * A passage's text.
   *
   * @param text without white space
   * @param breaks the offsets before which white space stood, or a piece that is left out
   */
  PassageText(String text, BitSet breaks) {
    this.text = text;
    this.breaks = breaks;
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** Where a printed wording stands; one that ends in a digit does not end within a number. */
  public List<Range> occurrences(String wording) {
    return find(DocumentText.bare(wording), PassageText::isDigit);
  }

  /** Where a name stands, as printed or in capitals; Latin ones stand between word boundaries. */
  public List<Range> occurrencesOfName(String name) {
    String bare = DocumentText.bare(name);
    List<Range> found = new ArrayList<>(find(bare, PassageText::isLatin));
    String capitals = bare.toUpperCase(Locale.ROOT);
    if (!capitals.equals(bare)) {
      found.addAll(find(capitals, PassageText::isLatin));
    }
    return found;
  }

  /** A range with a few characters before and after it. */
  public String context(int start, int end) {
    int from = Math.max(0, start - CONTEXT);
    int to = Math.min(text.length(), end + CONTEXT);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  /** Characters of which no two may stand together across an end of what is looked for. */
  private interface Sticky {
    boolean test(char c);
  }

  private List<Range> find(String wanted, Sticky sticky) {
    List<Range> found = new ArrayList<>();
    if (wanted.isEmpty()) {
      return found;
    }
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (!joined(at, sticky) && !joined(at + wanted.length(), sticky)) {
        found.add(new Range(at, at + wanted.length()));
      }
    }
    return found;
  }

  private boolean joined(int offset, Sticky sticky) {
    return offset > 0
        && offset < text.length()
        && !breaks.get(offset)
        && sticky.test(text.charAt(offset - 1))
        && sticky.test(text.charAt(offset));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char c) {
    return isDigit(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }
}
