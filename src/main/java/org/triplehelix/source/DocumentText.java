package org.triplehelix.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.triplehelix.source.Ranges.Range;

/** A document's text with all white space removed, into whose code points ranges point. */
public final class DocumentText {
  private final String fileDigest;
  private final int[] codePoints;
  private final BitSet afterSpace;
  private final BitSet afterLineEnd;

  private DocumentText(String fileDigest, String raw) {
    this.fileDigest = fileDigest;
    int[] all = raw.codePoints().toArray();
    int[] kept = new int[all.length];
    afterSpace = new BitSet(all.length);
    afterLineEnd = new BitSet(all.length);
    int count = 0;
    for (int codePoint : all) {
      if (isWhiteSpace(codePoint)) {
        afterSpace.set(count);
        afterLineEnd.set(count, afterLineEnd.get(count) || endsLine(codePoint));
      } else {
        kept[count++] = codePoint;
      }
    }
    codePoints = Arrays.copyOf(kept, count);
  }

  /** The text of a file in UTF-8. */
  public static DocumentText read(Path file) {
    try {
      return of(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(file.toString()), "cannot be read", "give a text file that exists");
    }
  }

  /** The text of a file's bytes, which must be in UTF-8. */
  static DocumentText of(String name, byte[] bytes) {
    try {
      String raw = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new DocumentText(new Digest().add(bytes).hex(), raw);
    } catch (CharacterCodingException e) {
      throw new BadInputException(
          Position.of(name), "is not in UTF-8", "save the document as plain text in UTF-8");
    }
  }

  /** A text that is in no file. */
  public static DocumentText of(String raw) {
    return of("text", raw.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether a code point has the Unicode property White_Space. Java's {@code \s} and {@code
   * Character.isWhitespace} mean other sets.
   */
  public static boolean isWhiteSpace(int codePoint) {
    return (codePoint >= 0x9 && codePoint <= 0xD)
        || (codePoint >= 0x2000 && codePoint <= 0x200A)
        || switch (codePoint) {
          case 0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
          default -> false;
        };
  }

  private static boolean endsLine(int codePoint) {
    return switch (codePoint) {
      case '\n', '\f', '\r', 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  /** A string without its white space, as the document's text is. */
  public static String bare(String text) {
    return text.codePoints()
        .filter(c -> !isWhiteSpace(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The SHA-256 of the file's bytes. */
  public String fileDigest() {
    return fileDigest;
  }

  /** How many code points it has. */
  public int length() {
    return codePoints.length;
  }

  /** Whether white space stood before the code point at an offset. */
  public boolean spaceBefore(int offset) {
    return afterSpace.get(offset);
  }

  /** Whether a line ended before the code point at an offset. */
  public boolean lineEndBefore(int offset) {
    return afterLineEnd.get(offset);
  }

  /** The lines that hold anything. */
  public List<Range> lines() {
    List<Range> lines = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= length(); end++) {
      if (end == length() || lineEndBefore(end)) {
        lines.add(new Range(start, end));
        start = end;
      }
    }
    return lines;
  }

  /** The text of one range, which must lie within the document. */
  public String text(Range range) {
    return new String(codePoints, range.start(), range.end() - range.start());
  }

  /** The text of ranges, joined; empty if they reach beyond the document's end. */
  public Optional<String> text(Ranges ranges) {
    StringBuilder text = new StringBuilder();
    for (Range range : ranges.list()) {
      if (range.end() > length()) {
        return Optional.empty();
      }
      text.append(text(range));
    }
    return Optional.of(text.toString());
  }

  /** The text of ranges as people read it: with the spaces between words of Latin letters. */
  public Optional<String> readable(Ranges ranges) {
    return text(ranges).map(text -> spaced(ranges));
  }

  private String spaced(Ranges ranges) {
    StringBuilder readable = new StringBuilder();
    for (Range range : ranges.list()) {
      for (int offset = range.start(); offset < range.end(); offset++) {
        String next = text(new Range(offset, offset + 1));
        boolean between = !readable.isEmpty() && isWord(readable.charAt(readable.length() - 1));
        if (spaceBefore(offset) && between && isWord(next.charAt(0))) {
          readable.append(' ');
        }
        readable.append(next);
      }
    }
    return readable.toString();
  }

  private static boolean isWord(char c) {
    return c < '\u3000' && (Character.isLetterOrDigit(c) || ",.;:)(&".indexOf(c) >= 0);
  }

  /** A passage's text with its word boundaries; empty if it reaches beyond the document's end. */
  public Optional<PassageText> passage(Ranges ranges) {
    return text(ranges).map(text -> new PassageText(text, breaks(ranges)));
  }

  private BitSet breaks(Ranges ranges) {
    BitSet breaks = new BitSet();
    int at = 0;
    for (Range range : ranges.list()) {
      for (int i = range.start(); i < range.end(); i++) {
        breaks.set(at, i == range.start() || spaceBefore(i));
        at += Character.charCount(codePoints[i]);
      }
    }
    return breaks;
  }

  /** The digest of the text of ranges; empty if they reach beyond the document's end. */
  public Optional<String> digest(Ranges ranges) {
    return text(ranges).map(Digest::of);
  }

  /** The text with one {@code char} for each code point: those beyond 16 bits are blotted out. */
  String flat() {
    StringBuilder flat = new StringBuilder(length());
    for (int codePoint : codePoints) {
      flat.append(Character.isBmpCodePoint(codePoint) ? (char) codePoint : '\uFFFD');
    }
    return flat.toString();
  }
}
