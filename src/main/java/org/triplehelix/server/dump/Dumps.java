package org.triplehelix.server.dump;

import java.util.List;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The dumps of the releases that the server has. Its files are gone once it is closed. */
public final class Dumps implements AutoCloseable {
  private final DumpStore store = new DumpStore();

  /** The routes to the files of a site's release and of those beside it. */
  public List<Route> all(Site site, Releases releases) {
    return List.of(new DumpRoute(site, releases, store), new FolderRoute(site.address()));
  }

  @Override
  public void close() {
    store.close();
  }
}
