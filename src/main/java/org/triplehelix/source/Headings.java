package org.triplehelix.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.triplehelix.source.Ranges.Range;

/**
 * Finds lines that look like headings, titles or bylines: long lines without punctuation at the
 * document's start; the usual words (引言, 参考文献) and page notes; and lines that follow an ended
 * sentence or another such line, have no stop, and are numbered or end early. A numbered line that
 * is followed by a very short one is a heading of two lines.
 */
final class Headings {
  private static final Pattern NUMBERED =
      Pattern.compile("\\d(\\.\\d)*(?![\\d.．、年月日％%,，/])|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）");
  private static final Pattern STOPPED =
      Pattern.compile("[。！？…⋯；，、：:,;.](\\[\\d+\\])?[”’」』）)]*■?$");
  private static final Pattern OVER = Pattern.compile("[。！？](\\[\\d+\\])?[”’）)]*■?$");
  private static final Pattern USUAL =
      Pattern.compile(
          "[【\\[]?(摘要|引言|前言|导言|结语|结论|参考文献|注释|致谢)[】\\]]?[：:]?" + "|[（(]?(下转|上接|转接|接)第\\d+[页版][）)]?");
  private static final Pattern PUNCTUATION = Pattern.compile("[。，；：]");

  private final DocumentText document;
  private final List<Range> lines;
  private final int full;

  private Headings(DocumentText document) {
    this.document = document;
    this.lines = document.lines();
    List<Integer> lengths = lines.stream().map(Headings::length).sorted().toList();
    this.full = lengths.isEmpty() ? 0 : lengths.get(lengths.size() * 3 / 4);
  }

  /** The headings of a document, in its order. */
  static List<Range> in(DocumentText document) {
    return new Headings(document).find();
  }

  private List<Range> find() {
    List<Range> found = new ArrayList<>();
    boolean fresh = true;
    int first = linesOfTitle();
    if (first > 0) {
      found.add(new Range(0, lines.get(first - 1).end()));
    }
    for (int i = first; i < lines.size(); i++) {
      Range line = lines.get(i);
      String text = document.text(line);
      boolean plain = fresh && !text.contains("。");
      if (plain && goesOnBelow(i)) {
        found.add(new Range(line.start(), lines.get(i + 1).end()));
        i++;
      } else if (USUAL.matcher(text).matches() || (plain && looksLikeOne(line, text))) {
        found.add(line);
      } else {
        fresh = OVER.matcher(text).find();
      }
    }
    return found;
  }

  private int linesOfTitle() {
    int count = 0;
    while (count < lines.size()
        && !isShort(lines.get(count))
        && !PUNCTUATION.matcher(document.text(lines.get(count))).find()) {
      count++;
    }
    return count == lines.size() ? 0 : count;
  }

  private boolean isShort(Range line) {
    return length(line) < 0.7 * full;
  }

  private boolean goesOnBelow(int i) {
    if (i + 1 == lines.size()) {
      return false;
    }
    String below = document.text(lines.get(i + 1));
    return numbered(document.text(lines.get(i)))
        && length(lines.get(i)) > 0.6 * full
        && length(lines.get(i + 1)) < 0.45 * full
        && !PUNCTUATION.matcher(below).find()
        && !numbered(below);
  }

  private boolean looksLikeOne(Range line, String text) {
    return !STOPPED.matcher(text).find() && (numbered(text) || isShort(line));
  }

  private static boolean numbered(String text) {
    return NUMBERED.matcher(text).lookingAt();
  }

  private static int length(Range line) {
    return line.end() - line.start();
  }
}
