package org.triplehelix.server.api;

import java.util.ArrayList;
import java.util.List;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The routes for those who write programs. */
public final class Api {
  private Api() {}

  /** All of them. */
  public static List<Route> all(Site site) {
    Knowledge knowledge = new Knowledge(site);
    List<Documented> documented =
        List.of(
            new QuestionsRoute(knowledge),
            new QuestionRoute(knowledge),
            new FiguresRoute(knowledge));
    List<Route> routes = new ArrayList<>(documented);
    routes.add(new OpenApiRoute(knowledge, documented));
    return routes;
  }
}
