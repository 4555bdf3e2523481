package org.triplehelix.server.explore;

import java.util.List;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The routes of the picture. */
public final class Exploring {
  private Exploring() {}

  /** All of them. */
  public static List<Route> all(Site site) {
    Knowledge knowledge = new Knowledge(site);
    return List.of(new ExploreRoute(knowledge, false), new ExploreRoute(knowledge, true));
  }
}
