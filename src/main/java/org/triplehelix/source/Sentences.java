package org.triplehelix.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triplehelix.source.Ranges.Range;

/**
 * Finds where the sentences of running text end: at a full stop with the quotes, brackets and marks
 * that follow it, unless the sentence goes on after them; and at the colon before a list that
 * begins a paragraph.
 */
final class Sentences {
  private static final String STOPS = "。！？";
  private static final String DOTS = "…⋯";
  private static final String CLOSING_QUOTES = "”’」』";
  private static final String CLOSING = CLOSING_QUOTES + "）)】》〉]";

  /** After a stop within quotes, or after dots, the sentence goes on with one of these. */
  private static final String GO_ON = "，、；：,;:。的地得等";

  private static final Pattern SAYS =
      Pattern.compile("[^，。；！？“”：]{1,45}(说|表示|提到|指出|认为|介绍|强调|坦言)[，。：]");

  /** A citation printed after the stop, or the mark at an article's end. */
  private static final Pattern MARK =
      Pattern.compile("(\\[\\d+([-–,，]\\d+)*\\])+|[■□◆]+$", Pattern.MULTILINE);

  private static final Pattern ITEM =
      Pattern.compile("\\d{1,2}[.．、]|[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\\d]+[）)]");
  private static final Pattern HAN = Pattern.compile("[\\u3400-\\u9fff]");

  private final DocumentText document;
  private final int offset;
  private final String text;
  private final boolean latin;
  private int depth;

  private Sentences(DocumentText document, Range run) {
    this.document = document;
    this.offset = run.start();
    this.text = document.flat().substring(run.start(), run.end());
    this.latin = !HAN.matcher(text).find();
  }

  /** The sentences of a run of text, which together are the run. */
  static List<Range> in(DocumentText document, Range run) {
    return new Sentences(document, run).split();
  }

  /** The entries of a list of references, each of which begins with the next number in brackets. */
  static List<Range> entries(DocumentText document, Range run) {
    String text = document.flat().substring(run.start(), run.end());
    List<Range> entries = new ArrayList<>();
    int start = 0;
    int number = 2;
    int cut;
    while ((cut = text.indexOf("[" + number + "]", start)) > start) {
      entries.add(new Range(run.start() + start, run.start() + cut));
      start = cut;
      number++;
    }
    entries.add(new Range(run.start() + start, run.end()));
    return entries;
  }

  private List<Range> split() {
    List<Range> sentences = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      Step step = step(at);
      if (step.ends()) {
        sentences.add(new Range(offset + start, offset + step.next()));
        start = step.next();
        depth = 0;
      }
      at = step.next();
    }
    if (start < text.length()) {
      sentences.add(new Range(offset + start, offset + text.length()));
    }
    return sentences;
  }

  /** Where to look next, and whether a sentence ends there. */
  private record Step(int next, boolean ends) {}

  private Step step(int at) {
    char c = text.charAt(at);
    if (is(c, "（(")) {
      depth++;
    } else if (is(c, "）)")) {
      depth = Math.max(0, depth - 1);
    }
    if (is(c, STOPS) || is(c, DOTS)) {
      return stop(at);
    }
    if (is(c, "：:") && lineEndsAfter(at) && ITEM.matcher(text.substring(at + 1)).lookingAt()) {
      return new Step(at + 1, true);
    }
    return latin && is(c, ".!?") && depth == 0 ? latinStop(at) : new Step(at + 1, false);
  }

  private Step stop(int at) {
    int end = at + 1;
    while (end < text.length() && (is(text.charAt(end), STOPS) || is(text.charAt(end), DOTS))) {
      end++;
    }
    boolean quoted = false;
    int inner = depth;
    while (end < text.length() && is(text.charAt(end), CLOSING)) {
      quoted |= is(text.charAt(end), CLOSING_QUOTES);
      inner = is(text.charAt(end), "）)") ? Math.max(0, inner - 1) : inner;
      end++;
    }
    Matcher mark = MARK.matcher(text).region(end, text.length());
    end = mark.lookingAt() ? mark.end() : end;
    boolean open = is(text.charAt(at), DOTS) || quoted || depth > inner;
    boolean goesOn =
        inner > 0
            || (open && end < text.length() && is(text.charAt(end), GO_ON))
            || (quoted && SAYS.matcher(text).region(end, text.length()).lookingAt());
    depth = inner;
    return new Step(end, !goesOn);
  }

  private Step latinStop(int at) {
    int end = at + 1;
    while (end < text.length() && is(text.charAt(end), "\"”’)]")) {
      end++;
    }
    boolean ends =
        end == text.length()
            || (document.spaceBefore(offset + end)
                && Character.isUpperCase(text.charAt(end))
                && !Character.isUpperCase(text.charAt(Math.max(0, at - 1))));
    return ends ? new Step(end, true) : new Step(at + 1, false);
  }

  private boolean lineEndsAfter(int at) {
    return at + 1 < text.length() && document.lineEndBefore(offset + at + 1);
  }

  private static boolean is(char c, String set) {
    return set.indexOf(c) >= 0;
  }
}
