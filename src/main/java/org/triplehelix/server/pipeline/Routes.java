package org.triplehelix.server.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of a server, found by path. */
public final class Routes {
  private static final String BELOW = "/*";

  private final List<Route> all;
  private final Map<String, Route> exact = new HashMap<>();
  private final Map<String, Route> below = new HashMap<>();

  /** Routes, none of them at the path of another. */
  public Routes(List<Route> routes) {
    all = List.copyOf(routes);
    for (Route route : routes) {
      String path = route.path();
      if (path.endsWith(BELOW)) {
        below.put(path.substring(0, path.length() - 1), route);
      } else {
        exact.put(path, route);
      }
    }
  }

  /** The route of a path: its own, or that of the nearest folder above. */
  public Optional<Route> at(String path) {
    Route found = exact.get(path);
    for (int slash = path.lastIndexOf('/');
        found == null && slash > 0;
        slash = path.lastIndexOf('/', slash - 1)) {
      found = below.get(path.substring(0, slash + 1));
    }
    return Optional.ofNullable(found);
  }

  List<Route> all() {
    return all;
  }
}
