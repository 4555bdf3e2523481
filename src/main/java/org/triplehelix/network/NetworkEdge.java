package org.triplehelix.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A relation of two things.
 *
 * @param id the same in every release
 * @param source the IRI of the thing from which it goes
 * @param target the IRI of the thing to which it goes
 * @param relation the IRI of the relation
 * @param zh what the relation is called in Chinese
 * @param en what the relation is called in English
 * @param evidence who says so; none where it is the curators' register that does
 * @param from the first day, where that is said
 * @param until the last day, where that is said
 * @param attributes what else the view tells of it, by name
 */
public record NetworkEdge(
    String id,
    String source,
    String target,
    String relation,
    String zh,
    String en,
    List<Mention> evidence,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Map<String, String> attributes) {

  /**
   * One claim that the relation holds.
   *
   * @param claim its IRI
   * @param passage the IRI of the sentence
   * @param source the name of the document, such as london-beijing
   * @param status accepted, doubted or rejected
   * @param modality stated, planned …
   * @param wording the few words as printed, where they are kept
   */
  public record Mention(
      String claim,
      String passage,
      String source,
      String status,
      String modality,
      String wording) {}

  /** What the relation is called in a language. */
  public String label(String language) {
    return language.equals("zh") ? zh : en;
  }

  /** The documents that say so. */
  public List<String> sources() {
    return distinct(Mention::source);
  }

  /** The sentences that say so. */
  public List<String> passages() {
    return distinct(Mention::passage);
  }

  /** How many sentences say so; one where it is the register that does. */
  public int weight() {
    return Math.max(1, passages().size());
  }

  /** What is distinct in the evidence. */
  public List<String> distinct(Function<Mention, String> part) {
    return evidence.stream().map(part).filter(text -> !text.isEmpty()).distinct().toList();
  }
}
