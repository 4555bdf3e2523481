package org.triplehelix.server.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;

/**
 * What names can be matched with: things, concepts and documents. The identifier of each is its
 * path under the project's base, {@code id/london}; its whole IRI and its prefixed name are
 * understood too.
 */
final class Entities {
  private static final Set<Kind> KINDS = Set.of(Kind.THING, Kind.CONCEPT, Kind.SOURCE);

  private static final int NEAR = 3;

  private final Site site;

  Entities(Site site) {
    this.site = site;
  }

  /** The index of all names. */
  NameIndex index() {
    return site.search().get();
  }

  /** Whether names are matched with it. */
  boolean isOne(Named thing) {
    return KINDS.contains(thing.kind());
  }

  /** The entity of an identifier. */
  Optional<Named> byId(String id) {
    return iri(id).map(NodeFactory::createURI).flatMap(this::of);
  }

  /** The entity that a node is. */
  Optional<Named> of(Node node) {
    return index().thing(node).filter(this::isOne);
  }

  private Optional<String> iri(String id) {
    if (id.startsWith(Family.BASE)) {
      return Optional.of(id);
    }
    return id.contains(":") ? site.release().prefixes().expand(id) : Optional.of(Family.BASE + id);
  }

  /**
   * The entity of an identifier.
   *
   * @throws Problem if there is none
   */
  Named demand(String id) {
    return byId(id)
        .orElseThrow(
            () ->
                new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no entity " + beginning(id) + ".",
                        "Use an identifier that the service has given.")
                    .with(
                        "near",
                        index().near(id, NEAR, this::isOne).stream().map(Entities::id).toList()));
  }

  private static String beginning(String text) {
    return text.length() > 100 ? text.substring(0, 100) + " …" : text;
  }

  /** The identifier of a node of the project. */
  static String id(Node node) {
    return node.getURI().substring(Family.BASE.length());
  }

  /** An entity as clients see it. */
  static Map<String, Object> json(Named entity, String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id(entity.node()));
    json.put("name", entity.name(language));
    String definition = description(entity, language);
    if (!definition.isEmpty()) {
      json.put("description", definition);
    }
    return json;
  }

  /** What it is, in a language; empty if nothing is written. */
  static String description(Named entity, String language) {
    return entity.definitions().getOrDefault(language, "");
  }

  /** All of them. */
  List<Named> all() {
    return index().things().stream().filter(this::isOne).toList();
  }
}
