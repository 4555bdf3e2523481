package org.triplehelix.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.diff.Change.Kind;
import org.triplehelix.graph.Graphs;

/**
 * A difference as curators read it: each change once, where it is written, by area, passage and
 * thing; what follows from it stands in areas of its own. The copies that the default graph holds
 * of other graphs are left out, and so are the release's own name and counts.
 */
public final class DiffReport {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::area)
          .thenComparing(e -> e.passage().map(Node::getURI).orElse(""))
          .thenComparing(e -> !e.passage().equals(Optional.of(e.change().subject())))
          .thenComparing(e -> e.change().subject().getURI())
          .thenComparing(Entry::change, Change.ORDER);

  private final Origins before;
  private final Origins after;
  private final List<Entry> entries = new ArrayList<>();

  /** What happened to a thing as a whole. */
  public enum Fate {
    NEW,
    GONE,
    KEPT
  }

  /**
   * A change in its place.
   *
   * @param passage where it was read; empty outside of the passages
   */
  public record Entry(Area area, Optional<Node> passage, Change change) {}

  /** Puts a difference in order. */
  public DiffReport(ReleaseDiff diff) {
    before = Origins.of(diff.before());
    after = Origins.of(diff.after());
    for (Change change : Pairing.of(withoutCopies(diff.removed()), withoutCopies(diff.added()))) {
      Entry entry = entry(change);
      if (entry.area() != Area.BUILD || !change.graph().equals(Graphs.META)) {
        entries.add(entry);
      }
    }
    entries.sort(ORDER);
  }

  private static List<Quad> withoutCopies(List<Quad> quads) {
    Set<Triple> written = new HashSet<>();
    quads.stream().filter(q -> !q.isDefaultGraph()).map(Quad::asTriple).forEach(written::add);
    return quads.stream()
        .filter(q -> !q.isDefaultGraph() || !written.contains(q.asTriple()))
        .toList();
  }

  /** A change is written if what was or what is there was written. */
  private Entry entry(Change change) {
    Optional<Quad> removed = Optional.ofNullable(change.removed());
    Optional<Quad> added = Optional.ofNullable(change.added());
    Area area = removed.map(before::area).orElse(Area.BUILD);
    if (area.follows()) {
      area = added.map(after::area).orElse(area);
    }
    Optional<Node> passage =
        area == Area.PASSAGES
            ? added.flatMap(after::passage).or(() -> removed.flatMap(before::passage))
            : Optional.empty();
    return new Entry(area, passage, change);
  }

  /** All changes, in order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Whether a thing is new, gone, or neither: who speaks of it in which release. */
  public Fate fate(Node thing) {
    if (before.knows(thing) == after.knows(thing)) {
      return Fate.KEPT;
    }
    return after.knows(thing) ? Fate.NEW : Fate.GONE;
  }

  /** How many changes of each kind each area has. */
  public Map<Area, Map<Kind, Integer>> counts() {
    Map<Area, Map<Kind, Integer>> counts = new TreeMap<>();
    for (Entry entry : entries) {
      counts
          .computeIfAbsent(entry.area(), a -> new EnumMap<>(Kind.class))
          .merge(entry.change().kind(), 1, Integer::sum);
    }
    return counts;
  }
}
