package org.triplehelix.server.analysis;

import java.util.List;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The pages for analysts. */
public final class Analysis {
  private Analysis() {}

  /** All of them. */
  public static List<Route> all(Site site) {
    Knowledge knowledge = new Knowledge(site);
    return List.of(
        new CompareRoute(knowledge), new FiguresRoute(knowledge), new GapsRoute(knowledge));
  }
}
