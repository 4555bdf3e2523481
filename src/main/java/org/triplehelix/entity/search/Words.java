package org.triplehelix.entity.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * All words of names, found though a letter or two are wrong: words with enough pairs of letters in
 * common are compared, no others.
 */
final class Words {
  /** Shorter words differ too easily. */
  static final int LEAST_LETTERS = 5;

  private static final int LONG = 8;

  /** No word has more; what is longer is not looked for. */
  private static final int MOST_LETTERS = 60;

  /** How many pairs a mistake touches. */
  private static final int TOUCHED = 3;

  private final List<String> words = new ArrayList<>();
  private final List<int[]> names = new ArrayList<>();
  private final Map<Integer, int[]> byPair = new HashMap<>();

  /**
   * An index of words.
   *
   * @param texts of the names, folded
   */
  Words(List<String> texts) {
    Map<String, Numbers> byWord = new TreeMap<>();
    for (int name = 0; name < texts.size(); name++) {
      for (String word : of(texts.get(name))) {
        if (word.length() + 1 >= LEAST_LETTERS) {
          byWord.computeIfAbsent(word, w -> new Numbers()).add(name);
        }
      }
    }
    Map<Integer, Numbers> pairs = new HashMap<>();
    byWord.forEach(
        (word, numbers) -> {
          int number = words.size();
          words.add(word);
          names.add(numbers.sorted());
          pairs(word).forEach(pair -> pairs.computeIfAbsent(pair, p -> new Numbers()).add(number));
        });
    pairs.forEach((pair, numbers) -> byPair.put(pair, numbers.sorted()));
  }

  /** The words of a folded text; what is written in Chinese without a break is one. */
  static List<String> of(String folded) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= folded.length(); i++) {
      boolean ends =
          i == folded.length()
              || folded.charAt(i) == ' '
              || Folded.isHan(folded.charAt(i)) != Folded.isHan(folded.charAt(i - 1));
      if (ends) {
        String word = folded.substring(start, i).trim();
        if (!word.isEmpty()) {
          words.add(word);
        }
        start = i;
      }
    }
    return words;
  }

  /** How many letters of a word may be wrong. */
  static int mistakes(String word) {
    if (word.length() < LEAST_LETTERS || word.length() > MOST_LETTERS) {
      return 0;
    }
    return word.length() < LONG ? 1 : 2;
  }

  /** Whether a word is meant by another, but for so few mistakes as one makes. */
  static boolean isLike(String meant, String word) {
    int mistakes = mistakes(word);
    return mistakes > 0
        && (new LevenshteinDistance(mistakes).apply(word, meant) >= 0 || isSwapped(word, meant));
  }

  /** Two neighbours in each other's place are one mistake. */
  private static boolean isSwapped(String word, String meant) {
    if (word.length() != meant.length()) {
      return false;
    }
    int i = 0;
    while (i < word.length() && word.charAt(i) == meant.charAt(i)) {
      i++;
    }
    return i + 1 < word.length()
        && word.charAt(i) == meant.charAt(i + 1)
        && word.charAt(i + 1) == meant.charAt(i)
        && word.regionMatches(i + 2, meant, i + 2, word.length() - i - 2);
  }

  /** The names that have a word like this one, by number, each once. */
  Numbers like(String word) {
    Numbers found = new Numbers();
    int mistakes = mistakes(word);
    if (mistakes == 0) {
      return found;
    }
    List<Integer> pairs = pairs(word);
    int least = Math.max(1, pairs.size() - TOUCHED * mistakes);
    byte[] common = new byte[words.size()];
    for (int pair : pairs) {
      for (int candidate : byPair.getOrDefault(pair, Numbers.NONE)) {
        if (++common[candidate] == least && isLike(words.get(candidate), word)) {
          found.addAll(names.get(candidate));
        }
      }
    }
    return found;
  }

  /** The pairs of neighbours, with the word's borders, each once. */
  private static List<Integer> pairs(String word) {
    List<Integer> pairs = new ArrayList<>();
    for (int i = 0; i <= word.length(); i++) {
      int left = i == 0 ? ' ' : word.charAt(i - 1);
      int right = i == word.length() ? ' ' : word.charAt(i);
      int pair = left << Character.SIZE | right;
      if (!pairs.contains(pair)) {
        pairs.add(pair);
      }
    }
    return pairs;
  }
}
