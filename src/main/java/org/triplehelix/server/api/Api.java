package org.triplehelix.server.api;

import java.util.ArrayList;
import java.util.List;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The routes for those who write programs. */
public final class Api {
  private Api() {}

  /** All of them. */
  public static List<Route> all(Site site) {
    Knowledge knowledge = new Knowledge(site);
    Asked asked = new Asked(knowledge);
    List<Documented> documented =
        List.of(
            new QuestionsRoute(knowledge),
            new QuestionRoute(knowledge, asked),
            new FiguresRoute(knowledge),
            new CompareRoute(knowledge),
            new EntityRoute(knowledge),
            new CiteRoute(knowledge, asked));
    List<Route> routes = new ArrayList<>(documented);
    routes.add(new ApiRoute(knowledge, documented));
    routes.add(new OpenApiRoute(knowledge, documented));
    return routes;
  }
}
