package org.triplehelix.server.dump;

import java.util.List;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The dumps of the releases that the server has. Its files are gone once it is closed. */
public final class Dumps implements AutoCloseable {
  private final DumpStore store = new DumpStore();
  private final List<Route> routes;

  public Dumps(Site site, Releases releases) {
    routes = List.of(new DumpRoute(site, releases, store), new FolderRoute(site.address()));
  }

  /** The routes of this part of the site. */
  public List<Route> all() {
    return routes;
  }

  @Override
  public void close() {
    store.close();
  }
}
