package org.triplehelix.replica;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Revision;

/**
 * A step of a log, whole: how one release becomes the next.
 *
 * @param header what all its parts say
 * @param release what changes of it
 * @param layers what changes of those beside it
 * @param files those of the next release; empty if they stay the same
 * @param first offset of its first part
 * @param next offset after its last part
 */
record Step(
    StepHeader header,
    Change release,
    Change layers,
    Optional<SideFiles> files,
    long first,
    long next) {

  /**
   * Statements that change.
   *
   * @param removed statements that go
   * @param added statements that come
   */
  record Change(Set<Quad> removed, List<Quad> added) {
    /** Nothing yet. */
    static Change none() {
      return new Change(new HashSet<>(), new ArrayList<>());
    }

    boolean isNone() {
      return removed.isEmpty() && added.isEmpty();
    }
  }

  /**
   * The release that it leads to.
   *
   * @param before the release so far; empty if there is none
   * @throws Poisoned if it does not start there, or leads elsewhere than it says
   */
  LoggedRelease from(Optional<LoggedRelease> before) throws Poisoned {
    if (!header.isWhole()) {
      String here = before.map(LoggedRelease::state).orElse("none");
      if (!here.equals(header.before())) {
        throw new Poisoned(
            first, "holds a step from release " + header.before() + ", but here is " + here);
      }
    }
    Optional<LoggedRelease> ground = before.filter(release -> !header.isWhole());
    LoggedRelease after =
        LoggedRelease.of(
            release(ground.map(LoggedRelease::release)),
            files
                .or(() -> ground.map(LoggedRelease::files))
                .orElseThrow(() -> new Poisoned(first, "holds a whole release without its files")));
    if (!after.state().equals(header.after())) {
      throw new Poisoned(
          first,
          "holds a step that should lead to release "
              + header.after()
              + ", but leads to "
              + after.state());
    }
    return after;
  }

  private Release release(Optional<Release> ground) throws Poisoned {
    try {
      Release after =
          ground.isPresent() && release.isNone()
              ? ground.get()
              : Revision.of(
                  ground.map(Release::quads).orElse(List.of()), release.removed(), release.added());
      Layers beside = ground.map(Release::layers).orElse(Layers.NONE);
      return after.with(
          layers.isNone() ? beside : Revision.of(beside, layers.removed(), layers.added()));
    } catch (IllegalArgumentException e) {
      throw new Poisoned(first, "holds what no release may: " + e.getMessage());
    }
  }
}
