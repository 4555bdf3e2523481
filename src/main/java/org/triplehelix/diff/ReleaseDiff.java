package org.triplehelix.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Release;

/**
 * All statements that only one of two releases holds, those of {@code graph:meta} too, but not the
 * layers beside them.
 *
 * @param before the one release
 * @param after the other
 * @param removed what only the first holds, in its order
 * @param added what only the second holds, in its order
 */
public record ReleaseDiff(Release before, Release after, List<Quad> removed, List<Quad> added) {

  /** Compares two releases. */
  public static ReleaseDiff between(Release before, Release after) {
    return new ReleaseDiff(
        before, after, only(before.quads(), after.quads()), only(after.quads(), before.quads()));
  }

  /** What only the first of two holds, in its order. */
  public static List<Quad> only(List<Quad> one, List<Quad> other) {
    if (one.isEmpty()) {
      return List.of();
    }
    Set<Quad> others = new HashSet<>(other);
    return one.stream().filter(quad -> !others.contains(quad)).toList();
  }
}
