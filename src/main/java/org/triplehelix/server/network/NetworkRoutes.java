package org.triplehelix.server.network;

import java.util.List;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The routes of networks. */
public final class NetworkRoutes {
  private NetworkRoutes() {}

  /** All of them. */
  public static List<Route> all(Site site) {
    return List.of(new NetworkFileRoute(new Knowledge(site)));
  }
}
