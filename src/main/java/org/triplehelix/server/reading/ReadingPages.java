package org.triplehelix.server.reading;

import java.util.List;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The pages on what was read and how. */
public final class ReadingPages {
  private ReadingPages() {}

  /** The routes to them. */
  public static List<Route> all(Site site) {
    Facts facts = new Facts(site);
    return List.of(
        PageRoute.of(site, "/sources", "sources.jte", call -> SourcesPage.of(facts, call)),
        PageRoute.of(site, "/sources/*", "source.jte", call -> SourcePage.of(facts, call))
            .shownBy("/sources/london-beijing?lang=en"),
        PageRoute.of(site, "/lessons", "lessons.jte", call -> LessonsPage.of(facts, call))
            .narrowedBy("case", "audience", "theme", "kind", "source"),
        PageRoute.of(site, "/timeline", "timeline.jte", call -> TimelinePage.of(facts, call))
            .narrowedBy("place", "kind"),
        PageRoute.of(site, "/map", "map.jte", call -> MapPage.of(facts, call)),
        PageRoute.of(site, "/about", "about.jte", call -> AboutPage.of(facts, call)),
        PageRoute.of(
            site, "/disagreements", "disagreements.jte", call -> Disagreements.of(facts, call)));
  }
}
