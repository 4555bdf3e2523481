package org.triplehelix.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.triplehelix.source.Ranges.Range;

/** Drafts the passages and sections of a document, for a person to correct. */
public final class Segmenter {
  private static final Pattern BOX = Pattern.compile("【(摘要|关键词|作者简介|基金项目)】|(摘要|关键词)[：:]");

  private Segmenter() {}

  /**
   * A drafted passage.
   *
   * @param section the local name of its section
   * @param ranges where it stands
   */
  public record Passage(String section, Ranges ranges) {}

  /**
   * A draft.
   *
   * @param sections in the document's order
   * @param passages in the document's order; each code point of the document is in one of them
   */
  public record Draft(List<SectionDraft> sections, List<Passage> passages) {
    public Draft {
      sections = List.copyOf(sections);
      passages = List.copyOf(passages);
    }
  }

  /** The draft of a document. */
  public static Draft draft(DocumentText document) {
    SectionDrafts sections = new SectionDrafts();
    List<Passage> passages = new ArrayList<>();
    int here = 0;
    boolean references = false;
    for (Range heading : Headings.in(document)) {
      add(passages, sections, split(document, here, heading.start(), references));
      String title = document.text(heading);
      boolean opened = sections.open(title);
      add(passages, sections, List.of(heading));
      references = title.contains("参考文献") || (references && !opened);
      here = heading.end();
    }
    add(passages, sections, split(document, here, document.length(), references));
    return new Draft(sections.all(), passages);
  }

  private static List<Range> split(DocumentText document, int start, int end, boolean references) {
    if (start == end) {
      return List.of();
    }
    if (references) {
      return Sentences.entries(document, new Range(start, end));
    }
    List<Range> sentences = new ArrayList<>();
    int here = start;
    for (int cut : boxes(document, start, end)) {
      sentences.addAll(Sentences.in(document, new Range(here, cut)));
      here = cut;
    }
    sentences.addAll(Sentences.in(document, new Range(here, end)));
    return sentences;
  }

  /** Where an abstract or the like begins in the midst of other text. */
  private static List<Integer> boxes(DocumentText document, int start, int end) {
    return document.lines().stream()
        .filter(line -> line.start() > start && line.start() < end)
        .filter(line -> BOX.matcher(document.text(line)).lookingAt())
        .map(Range::start)
        .toList();
  }

  private static void add(List<Passage> passages, SectionDrafts sections, List<Range> ranges) {
    for (Range range : ranges) {
      passages.add(new Passage(sections.current(), new Ranges(List.of(range))));
    }
  }
}
