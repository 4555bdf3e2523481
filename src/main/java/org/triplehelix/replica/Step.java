package org.triplehelix.replica;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Revision;

/**
 * A step of a log, whole: how one release becomes the next.
 *
 * @param header what all its parts say
 * @param removed statements that go
 * @param added statements that come
 * @param files those of the next release; empty if they stay the same
 * @param first offset of its first part
 * @param next offset after its last part
 */
record Step(
    StepHeader header,
    Set<Quad> removed,
    List<Quad> added,
    Optional<SideFiles> files,
    long first,
    long next) {

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
      return Revision.of(ground.map(Release::quads).orElse(List.of()), removed, added);
    } catch (IllegalArgumentException e) {
      throw new Poisoned(first, "holds what no release may: " + e.getMessage());
    }
  }
}
