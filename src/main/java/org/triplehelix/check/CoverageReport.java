package org.triplehelix.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far one source was read.
 *
 * @param source its name
 * @param counts its passages
 * @param contents its numbers and names; empty where the document is not at hand
 * @param notice why numbers and names were not looked for; empty if they were
 * @param gaps in the document's order
 */
public record CoverageReport(
    String source,
    Counts counts,
    Optional<Contents> contents,
    Optional<String> notice,
    List<CoverageGap> gaps) {

  public CoverageReport {
    gaps = List.copyOf(gaps);
  }

  /**
   * The passages of a source.
   *
   * @param passages all
   * @param read those with statements
   * @param reasons how many have no statement for which reason, by its name
   */
  public record Counts(int passages, int read, Map<String, Integer> reasons) {
    public Counts {
      reasons = Map.copyOf(reasons);
    }

    /** How many have a reason, and no statement. */
    public int excused() {
      return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many have neither. */
    public int open() {
      return passages - read - excused();
    }
  }

  /**
   * What stands in the passages of a source.
   *
   * @param numbers number expressions, but for those of passages that have a reason
   * @param uncovered those that no wording covers
   * @param excused number expressions of passages that have a reason
   * @param names names of the register, as often as they stand there
   * @param unnamed those that are neither referred to nor mentioned
   */
  public record Contents(int numbers, int uncovered, int excused, int names, int unnamed) {
    static final Contents NONE = new Contents(0, 0, 0, 0, 0);

    Contents plus(Contents other) {
      return new Contents(
          numbers + other.numbers,
          uncovered + other.uncovered,
          excused + other.excused,
          names + other.names,
          unnamed + other.unnamed);
    }
  }
}
