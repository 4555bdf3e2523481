package org.triplehelix.server.dump;

import java.util.List;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The dumps of the releases that the server has. Its files are gone once it is closed. */
public final class Dumps implements AutoCloseable {
  private final DumpStore store = new DumpStore();
  private final DumpRoute route;

  public Dumps(Site site, Releases releases) {
    route = new DumpRoute(site, releases, store);
  }

  /** The routes of this part of the site. */
  public List<Route> all() {
    return List.of(route);
  }

  @Override
  public void close() {
    store.close();
  }
}
