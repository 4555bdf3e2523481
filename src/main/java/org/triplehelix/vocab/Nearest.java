package org.triplehelix.vocab;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the known names that are most like one that is not known. */
public final class Nearest {
  /** No name is longer; comparing takes as long as both are, one times the other. */
  private static final int LONGEST = 200;

  private Nearest() {}

  private record Near(String name, int distance) {}

  /** The nearest, best first; what is as near stays in the order given. None to an overlong one. */
  public static List<String> of(String name, Collection<String> known, int most) {
    return near(name, known, LONGEST).stream().limit(most).toList();
  }

  /** The nearest, if no more letters differ. */
  public static Optional<String> within(int letters, String name, Collection<String> known) {
    return near(name, known, letters).stream().findFirst();
  }

  private static List<String> near(String name, Collection<String> known, int letters) {
    if (name.length() > LONGEST) {
      return List.of();
    }
    LevenshteinDistance distance = new LevenshteinDistance(letters);
    return known.stream()
        .map(k -> new Near(k, distance.apply(k, name)))
        .filter(near -> near.distance() >= 0)
        .sorted(Comparator.comparingInt(Near::distance))
        .map(Near::name)
        .toList();
  }
}
