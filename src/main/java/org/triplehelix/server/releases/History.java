package org.triplehelix.server.releases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.triplehelix.diff.DiffReport;
import org.triplehelix.diff.DiffSummary;
import org.triplehelix.diff.ReleaseDiff;
import org.triplehelix.graph.ReleaseFolder.Kept;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.source.BadInputException;

/** The releases in their order, and what changed from each to the next, found out once. */
final class History {
  /** To count more at once would keep who asks waiting: each takes seconds to read. */
  private static final int COUNTED = 10;

  private final Releases releases;
  private final Map<String, Optional<DiffSummary>> summaries = new ConcurrentHashMap<>();

  History(Releases releases) {
    this.releases = releases;
  }

  /** All, the newest first. */
  List<Step> steps() {
    List<Kept> all = releases.all();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Kept kept = all.get(i);
      Optional<Kept> before = i == 0 ? Optional.empty() : Optional.of(all.get(i - 1));
      boolean counted = i >= all.size() - COUNTED;
      steps.add(
          new Step(
              kept,
              before,
              before.filter(b -> counted).flatMap(b -> summary(b.hash(), kept.hash())),
              kept.hash().equals(releases.current().hash())));
    }
    Collections.reverse(steps);
    return steps;
  }

  /** Whether all that {@link #steps} tells is known already. */
  boolean isKnown() {
    return summaries.size() >= Math.min(COUNTED, releases.all().size() - 1);
  }

  private Optional<DiffSummary> summary(String before, String after) {
    Optional<DiffSummary> known = summaries.get(after);
    if (known == null) {
      known = counted(before, after);
      summaries.put(after, known);
    }
    return known;
  }

  private Optional<DiffSummary> counted(String before, String after) {
    try {
      return Optional.of(DiffSummary.of(new DiffReport(between(before, after))));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  /**
   * What changed from one release to another, by their whole hashes.
   *
   * @throws Problem if one cannot be read any more
   */
  ReleaseDiff diff(String before, String after) {
    try {
      return between(before, after);
    } catch (BadInputException e) {
      throw new Problem(
          Problem.Kind.GONE,
          "A release that was kept here cannot be read any more.",
          "Ask for others.");
    }
  }

  /** One at a time, for the sake of memory. */
  private synchronized ReleaseDiff between(String before, String after) {
    return ReleaseDiff.between(
        releases.get(before).orElseThrow(), releases.get(after).orElseThrow());
  }

  /**
   * The whole hash of the release that has these first digits.
   *
   * @throws Problem if there is none, or more than one
   */
  String hash(String digits) {
    return releases.named(digits).orElseThrow(() -> unknown(digits));
  }

  private Problem unknown(String hash) {
    return new Problem(
            Problem.Kind.NOT_FOUND,
            "There is no release " + hash + " here.",
            "Name one of those below by its hash, or by the first twelve digits or more.")
        .with("releases", releases.all().stream().map(Kept::hash).toList());
  }
}
