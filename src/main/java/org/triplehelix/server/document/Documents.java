package org.triplehelix.server.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Genid;

/** Dereferencing: every name of the project is answered under the server's own address. */
public final class Documents {
  private Documents() {}

  /** The routes of all names that the release uses, and of what tells about them. */
  public static List<Route> all(Site site, Releases releases) {
    Things things = new Things(site.dataset(), site.search());
    DocumentWriter writer = new DocumentWriter(site.release(), site.address());
    List<Route> routes = new ArrayList<>();
    folders(site)
        .forEach(
            (folder, name) ->
                routes.add(
                    names(new NameRoute(folder, name, things, site.address()), site, releases)));
    routes.add(new DocumentRoute(things, writer, site.address()));
    routes.add(new PageRoute(things, site));
    routes.add(new ContextRoute(writer));
    routes.add(new OntologyRoute(Things.ONTOLOGY, things, writer, site));
    things
        .ontologyVersion()
        .ifPresent(path -> routes.add(new OntologyRoute(path, things, writer, site)));
    return routes;
  }

  private static Route names(NameRoute names, Site site, Releases releases) {
    return names.path().startsWith(ReleaseNameRoute.FOLDER)
        ? new ReleaseNameRoute(names, releases, site.address())
        : names;
  }

  /** The folders of names that are in use, each with the path of the first name in it. */
  private static Map<String, String> folders(Site site) {
    Map<String, String> folders = new TreeMap<>();
    Stream.concat(
            Arrays.stream(Family.values()).map(Family::namespace),
            Stream.of(Release.NAMESPACE, Genid.NAMESPACE))
        .forEach(
            namespace ->
                first(site.release(), namespace)
                    .flatMap(Address::path)
                    .ifPresent(path -> folders.putIfAbsent(folder(namespace), path)));
    return folders;
  }

  private static Optional<String> first(Release release, String namespace) {
    return release.quads().stream()
        .map(quad -> quad.getSubject().getURI())
        .filter(iri -> iri.startsWith(namespace) && iri.indexOf('#') < 0)
        .findFirst();
  }

  /** Concepts of all schemes lie in one folder. */
  private static String folder(String namespace) {
    String path = Address.path(namespace).orElseThrow();
    return namespace.equals(Genid.NAMESPACE) ? path : path.substring(0, path.indexOf('/', 1) + 1);
  }
}
