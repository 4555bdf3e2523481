package org.triplehelix.server.network;

import java.util.List;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The routes of networks. */
public final class NetworkRoutes {
  static final String PATH = "/network";

  private NetworkRoutes() {}

  /** All of them. */
  public static List<Route> all(Site site) {
    Atlas atlas = new Atlas(new Knowledge(site));
    return List.of(
        new NetworksRoute(atlas),
        new NetworkRoute(atlas),
        new CentralRoute(atlas),
        new RecipesRoute(atlas));
  }
}
