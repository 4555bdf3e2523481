package org.triplehelix.replica;

import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.source.Digest;

/**
 * A release as a log leads to it: its statements and layers, and the files that a server needs
 * beside them.
 *
 * @param release the statements and layers
 * @param files saved questions and networks
 * @param state what tells it from every other: the content hash, the digest of {@code graph:meta}
 *     and of the files, which this does not cover, and the hash of the layers if there are any
 */
record LoggedRelease(Release release, SideFiles files, String state) {

  static LoggedRelease of(Release release, SideFiles files) {
    Canonical canonical = new Canonical();
    Digest rest = new Digest();
    for (Quad quad : release.quads()) {
      if (quad.getGraph().equals(Graphs.META)) {
        rest.add(canonical.line(quad)).add("\n");
      }
    }
    files.addTo(rest);
    String layers = release.layers().isEmpty() ? "" : "-" + release.layers().hash();
    return new LoggedRelease(release, files, release.hash() + "-" + rest.hex() + layers);
  }

  /**
   * A release with the files of the folder that it was built of.
   *
   * @param content the folder
   */
  static LoggedRelease of(Release release, Content content) {
    return of(release, SideFiles.of(content));
  }
}
