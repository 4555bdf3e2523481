package org.triplehelix.server.releases;

import java.util.List;
import org.triplehelix.graph.Release;
import org.triplehelix.server.site.Frame;

/**
 * What the page and the feed of releases say.
 *
 * @param frame around the page
 * @param steps the releases, the newest first
 */
public record ReleasesPage(Frame frame, List<Step> steps) {

  /** What a release is called. */
  public String title(Step step) {
    return frame.text("releases.of", step.kept().hash().substring(0, Release.SHORT));
  }

  /** What changed to make it. */
  public String summary(Step step) {
    return step.changes()
        .map(
            c ->
                frame.text(
                    "releases.changes",
                    c.changed(),
                    c.added(),
                    c.removed(),
                    c.newThings(),
                    c.goneThings()))
        .orElseGet(
            () -> frame.text(step.before().isEmpty() ? "releases.first" : "releases.uncounted"));
  }

  /** The path of what changed; the list of releases for the oldest. */
  public String diff(Step step) {
    return step.before()
        .map(before -> DiffRoute.path(before.hash(), step.kept().hash()))
        .orElse("/releases");
  }
}
