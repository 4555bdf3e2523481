package org.triplehelix.server.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.document.ontology.Usage;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Genid;

/** Dereferencing: every name of the project is answered under the server's own address. */
public final class Documents {
  private static final String NAMELESS = Address.path(Genid.NAMESPACE).orElseThrow();

  private Documents() {}

  /** The routes of all names that the release uses, and of what tells about them. */
  public static List<Route> all(Site site, Releases releases) {
    Things things = new Things(site.dataset(), site.search());
    DocumentWriter writer = new DocumentWriter(site.release(), site.address());
    Lazy<Usage> usage = new Lazy<>(() -> new Usage(site.release()));
    List<Route> routes = new ArrayList<>();
    folders(site)
        .forEach(
            (folder, name) ->
                routes.add(
                    names(new NameRoute(folder, name, things, site.address()), site, releases)));
    routes.add(new DocumentRoute(things, writer, site.address()));
    routes.add(new PageRoute(things, site));
    routes.add(new ContextRoute(writer));
    routes.add(new SchemeRoute(site, usage));
    routes.add(new OntologyRoute(Things.ONTOLOGY, things, writer, site, usage));
    things
        .ontologyVersion()
        .ifPresent(path -> routes.add(new OntologyRoute(path, things, writer, site, usage)));
    return routes;
  }

  private static Route names(NameRoute names, Site site, Releases releases) {
    return names.path().startsWith(ReleaseNameRoute.FOLDER)
        ? new ReleaseNameRoute(names, releases, site.address())
        : names;
  }

  /** The folders of names that are in use, each with the path of the first name in it. */
  private static Map<String, String> folders(Site site) {
    Set<String> known =
        Stream.concat(
                Arrays.stream(Family.values()).map(Family::namespace),
                Stream.of(Release.NAMESPACE, Genid.NAMESPACE))
            .map(namespace -> folder(Address.path(namespace).orElseThrow()))
            .collect(Collectors.toCollection(HashSet::new));
    Map<String, String> folders = new TreeMap<>();
    Node last = null;
    for (Quad quad : site.release().quads()) {
      if (!quad.getSubject().equals(last)) {
        last = quad.getSubject();
        name(last, known)
            .ifPresent(
                path -> {
                  folders.put(folder(path), path);
                  known.remove(folder(path));
                });
      }
    }
    return folders;
  }

  /** The path of a name in one of some folders. */
  private static Optional<String> name(Node node, Set<String> folders) {
    return Address.path(node.getURI())
        .filter(path -> path.indexOf('#') < 0)
        .filter(path -> folders.contains(folder(path)));
  }

  /** Its first folder; concepts of all schemes lie in one. */
  private static String folder(String path) {
    return path.startsWith(NAMELESS) ? NAMELESS : path.substring(0, path.indexOf('/', 1) + 1);
  }
}
