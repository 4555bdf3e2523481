package org.triplehelix.server.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.entity.search.Name;
import org.triplehelix.entity.search.Name.Form;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/**
 * The types that entities have and the properties they have values of, as far as they have names.
 * Each is known to clients by its prefixed name, {@code th:City}.
 */
final class Schema {
  private static final List<String> LANGUAGES = List.of("en", "zh");

  private final Site site;
  private final Values values;
  private final NameIndex types;
  private final NameIndex properties;
  private final Map<Node, Map<Node, Integer>> uses = new HashMap<>();

  Schema(Site site, List<Named> entities, Values values) {
    this.site = site;
    this.values = values;
    Map<Node, Integer> counts = new HashMap<>();
    Map<Node, Integer> used = new HashMap<>();
    for (Named entity : entities) {
      entity.allTypes().forEach(type -> counts.merge(type, 1, Integer::sum));
      for (Node property : values.properties(entity.node())) {
        used.merge(property, 1, Integer::sum);
        Map<Node, Integer> byType = uses.computeIfAbsent(property, p -> new HashMap<>());
        entity.allTypes().forEach(type -> byType.merge(type, 1, Integer::sum));
      }
    }
    types = index(counts);
    properties = index(used);
  }

  private NameIndex index(Map<Node, Integer> counts) {
    List<Named> terms = new ArrayList<>();
    counts.forEach((node, count) -> term(node, count).ifPresent(terms::add));
    return new NameIndex(terms);
  }

  /** What has no name is of use to nobody who chooses. */
  private Optional<Named> term(Node node, int count) {
    List<Name> names = new ArrayList<>();
    for (String language : LANGUAGES) {
      site.names()
          .in(language, node)
          .ifPresent(name -> names.add(new Name(name, language, Form.PREFERRED)));
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String id = id(node);
    names.add(new Name(id, "", Form.IDENTIFIER));
    names.add(new Name(id.substring(id.indexOf(':') + 1), "", Form.IDENTIFIER));
    Map<String, String> definitions =
        site.search().get().thing(node).map(Named::definitions).orElse(Map.of());
    return Optional.of(new Named(node, Kind.TERM, names, List.of(), Set.of(), definitions, count));
  }

  /** The types, those with the most entities first. */
  NameIndex types() {
    return types;
  }

  /** The properties, the most used first. */
  NameIndex properties() {
    return properties;
  }

  /** How clients know a term. */
  String id(Node term) {
    return site.release().prefixes().abbreviate(term.getURI());
  }

  /** The term that clients mean; it need not be known. */
  Node node(String id) {
    Prefixes prefixes = site.release().prefixes();
    return NodeFactory.createURI(id.contains(":") ? prefixes.expand(id).orElse(id) : TH.NS + id);
  }

  /** A type as clients see it. */
  Map<String, Object> type(Node type, String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id(type));
    json.put("name", name(type, language));
    return json;
  }

  /** The same with the types right above it. */
  Map<String, Object> typeWithBroader(Node type, String language) {
    Map<String, Object> json = type(type, language);
    List<Map<String, Object>> broader =
        values.broader(type).stream()
            .filter(above -> !above.equals(type) && types.thing(above).isPresent())
            .map(above -> type(above, language))
            .toList();
    if (!broader.isEmpty()) {
      json.put("broader", broader);
    }
    return json;
  }

  /** The name of a term, else its prefixed name. */
  String name(Node term, String language) {
    return site.names().in(language, term).orElseGet(() -> id(term));
  }

  /** The types that an entity was given. */
  List<Map<String, Object>> types(Named entity, String language) {
    return entity.types().stream().map(type -> type(type, language)).toList();
  }

  /**
   * The properties that entities of a type have, the most used first; of any type if it is empty.
   */
  List<Named> properties(Optional<Node> type) {
    if (type.isEmpty()) {
      return properties.things();
    }
    Comparator<Named> byUse = Comparator.comparingInt(p -> -uses(p.node(), type.get()));
    Set<Named> sorted = new TreeSet<>(byUse.thenComparing(property -> property.node().getURI()));
    properties.things().stream()
        .filter(property -> uses(property.node(), type.get()) > 0)
        .forEach(sorted::add);
    return List.copyOf(sorted);
  }

  private int uses(Node property, Node type) {
    return uses.getOrDefault(property, Map.of()).getOrDefault(type, 0);
  }
}
