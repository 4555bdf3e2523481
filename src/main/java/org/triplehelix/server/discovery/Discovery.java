package org.triplehelix.server.discovery;

import java.util.List;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** Where programs find out what there is. */
public final class Discovery {
  private Discovery() {}

  /** The catalogue with all forms and services. */
  static Construction catalogue(Site site) {
    return new Construction(site, "catalog.rq");
  }

  /** The routes by which a site describes itself. */
  public static List<Route> all(Site site) {
    return List.of(
        new GraphRoute("/.well-known/void", new Construction(site, "void.rq")),
        new GraphRoute("/.well-known/sparql-examples", new Construction(site, "examples.rq")),
        new CatalogRoute(site, catalogue(site)),
        new SitemapRoute(site),
        new RobotsRoute(site.address()));
  }
}
