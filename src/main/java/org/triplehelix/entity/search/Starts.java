package org.triplehelix.entity.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The ends of texts, each from the start of a word or Chinese character on, in order: what begins
 * with something, or has it in its midst, lies side by side.
 */
final class Starts {
  private final List<String> texts;
  private final long[] sorted;

  private Starts(List<String> texts, long[] sorted) {
    this.texts = texts;
    this.sorted = sorted;
  }

  /** Gathers them. */
  static final class Builder {
    private final List<String> texts = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();

    /** Adds a text, whose number is that of the calls before. */
    int add(String text) {
      texts.add(text);
      return texts.size() - 1;
    }

    /** Adds a start in a text. */
    void start(int text, int offset) {
      places.add((long) text << Integer.SIZE | offset);
    }

    Starts build() {
      Starts unsorted = new Starts(List.copyOf(texts), new long[0]);
      return new Starts(
          unsorted.texts,
          places.stream().sorted(unsorted::compare).mapToLong(Long::longValue).toArray());
    }
  }

  /** The number of the text in which something starts. */
  static int text(long place) {
    return (int) (place >>> Integer.SIZE);
  }

  /** Where in its text something starts. */
  static int offset(long place) {
    return (int) place;
  }

  private int compare(long one, long other) {
    String a = texts.get(text(one));
    String b = texts.get(text(other));
    int i = offset(one);
    int j = offset(other);
    while (i < a.length() && j < b.length()) {
      int difference = a.charAt(i++) - b.charAt(j++);
      if (difference != 0) {
        return difference;
      }
    }
    int rest = (a.length() - i) - (b.length() - j);
    return rest != 0 ? rest : Long.compare(one, other);
  }

  /** The text of a number. */
  String textOf(int number) {
    return texts.get(number);
  }

  /** Every place from which a text goes on with something. */
  void each(String beginning, LongConsumer found) {
    int end = first(beginning, true);
    for (int i = first(beginning, false); i < end; i++) {
      found.accept(sorted[i]);
    }
  }

  /** The first place that does not lie before what begins so, or that lies after it. */
  private int first(String beginning, boolean after) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = order(sorted[middle], beginning);
      if (order < 0 || after && order == 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int order(long place, String beginning) {
    String text = texts.get(text(place));
    int offset = offset(place);
    for (int i = 0; i < beginning.length(); i++) {
      if (offset + i == text.length()) {
        return -1;
      }
      int difference = text.charAt(offset + i) - beginning.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
