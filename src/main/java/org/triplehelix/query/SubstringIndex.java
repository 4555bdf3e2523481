package org.triplehelix.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;

/**
 * Finds the terms whose text holds another one, in whatever case it is written: by the pairs of
 * characters that are in both. None that does is left out.
 */
final class SubstringIndex {
  private final Node[] terms;
  private final Map<Integer, int[]> having;

  /** Terms whose text has another length or other letters in capitals: they may hold anything. */
  private final int[] irregular;

  /**
   * Indexes terms.
   *
   * @param terms literals and IRIs, each once
   */
  SubstringIndex(Collection<Node> terms) {
    this.terms = terms.toArray(Node[]::new);
    Map<Integer, Numbers> growing = new HashMap<>();
    for (int i = 0; i < this.terms.length; i++) {
      int term = i;
      pairs(folded(text(this.terms[i])))
          .forEach(pair -> growing.computeIfAbsent(pair, p -> new Numbers()).add(term));
    }
    this.having = new HashMap<>(2 * growing.size());
    growing.forEach((pair, numbers) -> having.put(pair, numbers.toArray()));
    this.irregular =
        IntStream.range(0, this.terms.length)
            .filter(i -> isIrregular(text(this.terms[i])))
            .toArray();
  }

  /**
   * Terms among which are all whose text holds another, in small letters or capitals.
   *
   * @param part two characters at least, else nothing can be told
   * @param most if there may be more, nothing is told
   */
  Optional<List<Node>> candidates(String part, int most) {
    String folded = folded(part);
    List<int[]> found =
        pairs(folded).stream()
            .map(pair -> having.getOrDefault(pair, new int[0]))
            .sorted(Comparator.comparingInt(numbers -> numbers.length))
            .toList();
    if (found.isEmpty() || found.get(0).length + irregular.length > most) {
      return Optional.empty();
    }
    Set<Node> candidates = new HashSet<>();
    for (int term : found.get(0)) {
      if (folded(text(terms[term])).contains(folded)) {
        candidates.add(terms[term]);
      }
    }
    Arrays.stream(irregular).forEach(term -> candidates.add(terms[term]));
    return Optional.of(new ArrayList<>(candidates));
  }

  private static String text(Node term) {
    return term.isURI() ? term.getURI() : term.getLiteralLexicalForm();
  }

  private static Set<Integer> pairs(String text) {
    Set<Integer> pairs = new HashSet<>();
    for (int i = 1; i < text.length(); i++) {
      pairs.add(text.charAt(i - 1) << Character.SIZE | text.charAt(i));
    }
    return pairs;
  }

  /** As patterns without regard to case compare characters, one by one. */
  private static String folded(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
    }
    return new String(folded);
  }

  private static boolean isIrregular(String text) {
    String folded = folded(text);
    return !folded.equals(folded(text.toLowerCase(Locale.ROOT)))
        || !folded.equals(folded(text.toUpperCase(Locale.ROOT)));
  }

  /** Numbers in the order in which they come. */
  private static final class Numbers {
    private int[] numbers = new int[2];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1) + 1);
      }
      numbers[size++] = number;
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
