package org.triplehelix.server.document;

import java.util.List;
import java.util.Map;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Redirect;

/**
 * The names of releases: the one in use tells of itself, those that are kept beside it are told by
 * their files.
 *
 * @param names of what the release in use tells
 */
record ReleaseNameRoute(NameRoute names, Releases releases, Address address) implements Route {
  static final String FOLDER = Address.path(Release.NAMESPACE).orElseThrow();

  private static final int SEE_OTHER = 303;

  @Override
  public String path() {
    return names.path();
  }

  @Override
  public String example() {
    return names.example();
  }

  @Override
  public Prepared prepare(Call call) {
    String digits = call.path().substring(FOLDER.length());
    return releases
        .named(digits)
        .filter(hash -> !hash.equals(releases.current().hash()))
        .map(this::files)
        .orElseGet(() -> names.prepare(call));
  }

  private Prepared files(String hash) {
    String path = "/dump/" + hash + "/";
    return new Redirect(
        SEE_OTHER, List.of(Format.PLAIN), path, format -> address.reference(path), Map.of());
  }
}
