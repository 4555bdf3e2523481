package org.triplehelix.network;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Slugs;
import org.triplehelix.vocab.TH;

/**
 * Which claims make edges, by what the curators hold of them and how they are meant.
 *
 * @param statuses of those that do, in lower case
 * @param modalities of those that do, in lower case
 */
public record Admission(Set<String> statuses, Set<String> modalities) {
  private static final List<String> STATUSES = names(TH.Accepted, TH.Doubted, TH.Rejected);
  private static final List<String> MODALITIES =
      names(TH.Stated, TH.Planned, TH.Recommended, TH.Forecast, TH.Opinion, TH.Denied);

  /** What can be chosen. */
  public static final List<String> NAMES =
      Stream.concat(STATUSES.stream(), MODALITIES.stream()).toList();

  /** What is stated and not rejected. */
  public static final Admission USUAL =
      new Admission(Set.copyOf(names(TH.Accepted, TH.Doubted)), Set.copyOf(names(TH.Stated)));

  /** Every claim. */
  public static final Admission ALL = new Admission(Set.copyOf(STATUSES), Set.copyOf(MODALITIES));

  private static List<String> names(Node... terms) {
    return Stream.of(terms).map(Admission::name).toList();
  }

  static String name(Node term) {
    return Slugs.of(term).toLowerCase(Locale.ROOT);
  }

  /** These statuses, if some are named, and these modalities, if some are. */
  public Admission with(Collection<String> names) {
    return new Admission(
        chosen(names, STATUSES).orElse(statuses), chosen(names, MODALITIES).orElse(modalities));
  }

  private static Optional<Set<String>> chosen(Collection<String> names, List<String> known) {
    Set<String> chosen = new TreeSet<>(names);
    chosen.retainAll(known);
    return chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
  }

  /**
   * Whether what is said there makes an edge. What is no claim, as the register and what a sentence
   * mentions, counts as accepted and stated.
   */
  boolean admits(Optional<Evidence.Place> place) {
    return statuses.contains(name(place.flatMap(Evidence.Place::status).orElse(TH.Accepted)))
        && modalities.contains(name(place.flatMap(Evidence.Place::modality).orElse(TH.Stated)));
  }
}
