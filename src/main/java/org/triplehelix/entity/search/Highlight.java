package org.triplehelix.entity.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a name that answers to what was asked.
 *
 * @param start in code units, as JavaScript and Java count
 * @param end exclusive
 */
public record Highlight(int start, int end) {

  /** The parts of a match's name that answer to a text, in order. */
  public static List<Highlight> of(String asked, Match match) {
    Folded name = Folded.of(match.name().text());
    String text = Folded.of(asked).text();
    List<Highlight> parts =
        switch (match.rank()) {
          case EXACT, PREFIX, WORD, SUBSTRING -> beginning(name, text);
          case WORDS, FUZZY -> words(name, text);
          case INITIALS -> initials(name, text.replace(" ", "").length());
          case PINYIN, PINYIN_PART -> reading(name, text.replace(" ", ""));
        };
    return parts.stream()
        .sorted(Comparator.comparingInt(Highlight::start).thenComparing(Highlight::end))
        .distinct()
        .toList();
  }

  private static Highlight part(Folded name, int start, int end) {
    return new Highlight(name.starts()[start], name.ends()[end - 1]);
  }

  private static IntStream starts(Folded name) {
    return IntStream.range(0, name.text().length()).filter(name::startsAt);
  }

  private static List<Highlight> beginning(Folded name, String text) {
    return starts(name)
        .filter(i -> name.text().startsWith(text, i))
        .mapToObj(i -> part(name, i, i + text.length()))
        .limit(1)
        .toList();
  }

  private static List<Highlight> words(Folded name, String text) {
    List<Highlight> parts = new ArrayList<>();
    for (String asked : Words.of(text)) {
      List<Highlight> begun = beginning(name, asked);
      parts.addAll(begun.isEmpty() ? like(name, asked) : begun);
    }
    return parts;
  }

  private static List<Highlight> like(Folded name, String asked) {
    List<Highlight> parts = new ArrayList<>();
    int from = 0;
    for (String word : Words.of(name.text())) {
      int start = name.text().indexOf(word, from);
      from = start + word.length();
      if (Words.isLike(word, asked)) {
        parts.add(part(name, start, from));
      }
    }
    return parts;
  }

  /** Of all words, or of all but the small ones. */
  private static List<Highlight> initials(Folded name, int count) {
    boolean all = starts(name).count() == count;
    return starts(name)
        .filter(i -> all || !NameIndex.isSmall(name.text().substring(i).split(" ", 2)[0]))
        .mapToObj(i -> part(name, i, i + 1))
        .toList();
  }

  private static List<Highlight> reading(Folded name, String letters) {
    for (Pinyin pinyin : Pinyin.of(name.text())) {
      int[] starts = pinyin.starts();
      for (int i : starts(name).toArray()) {
        if (pinyin.text().startsWith(letters, starts[i])) {
          int end = i;
          while (starts[end] < starts[i] + letters.length()) {
            end++;
          }
          return List.of(part(name, i, end));
        }
      }
    }
    return List.of();
  }
}
