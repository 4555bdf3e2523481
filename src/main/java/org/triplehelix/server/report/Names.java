package org.triplehelix.server.report;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/** Finds what readers mean: by its name, its path, or the address of its page here. */
final class Names {
  private static final String THINGS = Address.path(Family.ID.namespace()).orElseThrow();

  private final Site site;
  private final Knowledge knowledge;

  Names(Site site) {
    this.site = site;
    this.knowledge = new Knowledge(site);
  }

  Optional<Node> find(String about) {
    return knowledge
        .slugs()
        .find(plain(about), Family.ID.namespace())
        .filter(thing -> thing.getURI().startsWith(Family.BASE));
  }

  /** Paths like one that is not there. */
  List<String> near(String about) {
    String name = plain(about);
    String path = Address.path(name).map(p -> p.substring(1)).orElse(name);
    int slash = path.lastIndexOf('/');
    return knowledge.near(path, slash < 0 ? THINGS.substring(1) : path.substring(0, slash + 1));
  }

  /** What stands below the base, if it is an address of ours. */
  private String plain(String about) {
    for (String start : List.of(site.address().absolute("/"), site.address().href("/"))) {
      if (about.startsWith(start)) {
        return about
            .substring(start.length())
            .replaceFirst("[?].*", "")
            .replaceFirst("^page/([^#]*).*", "$1");
      }
    }
    return about;
  }
}
