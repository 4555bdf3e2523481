package org.triplehelix.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a Turtle, TriG or SPARQL file.
 *
 * @param number from one
 * @param text as written
 * @param code the same length, without what stands in strings and comments
 */
record SourceLine(int number, String text, String code) {
  private static final Pattern OPAQUE =
      Pattern.compile("<[^<>\\s\"]*>|(\"(?:[^\"\\\\]|\\\\.)*\"|#.*)");

  /** The lines of a text; a final line end begins no further line. */
  static List<SourceLine> lines(String text) {
    List<SourceLine> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(of(lines.size() + 1, line));
    }
    if (text.endsWith("\n")) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static SourceLine of(int number, String text) {
    String code =
        OPAQUE
            .matcher(text)
            .replaceAll(m -> m.group(1) == null ? quoted(m.group()) : blank(m.group()));
    return new SourceLine(number, text, code);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static String blank(String text) {
    return text.startsWith("#") ? " ".repeat(text.length()) : "'".repeat(text.length());
  }

  /** Whether there is nothing on it but perhaps a comment. */
  boolean isEmpty() {
    return code.isBlank();
  }

  /** How many spaces it starts with. */
  int indent() {
    return code.length() - code.stripLeading().length();
  }

  /** What it says, without the white space around. */
  String body() {
    return code.strip();
  }
}
