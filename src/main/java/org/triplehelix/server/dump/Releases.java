package org.triplehelix.server.dump;

import java.util.List;
import java.util.Optional;
import org.triplehelix.graph.Release;

/** The releases that the server has; the same as long as it runs. */
public interface Releases {

  /** Their content hashes, whole; the one that is served is the first. */
  List<String> hashes();

  /** The release with that whole hash. */
  Optional<Release> release(String hash);

  /** One release and no other. */
  static Releases only(Release release) {
    return new Releases() {
      @Override
      public List<String> hashes() {
        return List.of(release.hash());
      }

      @Override
      public Optional<Release> release(String hash) {
        return Optional.of(release).filter(r -> r.hash().equals(hash));
      }
    };
  }
}
