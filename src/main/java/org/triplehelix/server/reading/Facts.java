package org.triplehelix.server.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** What the pages ask of a release: values, things of a kind, the claims of each passage. */
final class Facts {
  private final Site site;
  private final Lazy<Map<Node, Set<Node>>> claims;

  Facts(Site site) {
    this.site = site;
    this.claims = new Lazy<>(this::claimsByPassage);
  }

  Site site() {
    return site;
  }

  /** A term of the ontology. */
  static Node th(String name) {
    return NodeFactory.createURI(TH.NS + name);
  }

  /** The values of a property of a thing in the default graph. */
  List<Node> values(Node thing, Node property) {
    return values(Quad.defaultGraphIRI, thing, property);
  }

  /** The values of a property of a thing in a graph. */
  List<Node> values(Node graph, Node thing, Node property) {
    List<Node> values = new ArrayList<>();
    site.dataset()
        .find(graph, thing, property, Node.ANY)
        .forEachRemaining(quad -> values.add(quad.getObject()));
    return values;
  }

  /** The first value of a property of a thing in the default graph. */
  Optional<Node> value(Node thing, Node property) {
    return values(thing, property).stream().findFirst();
  }

  /** The values of a property of a claim, also of one that is rejected or denied. */
  Set<Node> ofClaim(Node claim, Node property) {
    Set<Node> values = new LinkedHashSet<>(values(claim, property));
    values.addAll(values(Node.ANY, claim, property));
    return values;
  }

  /** What has a value, in the default graph. */
  List<Node> having(Node property, Node value) {
    return having(Quad.defaultGraphIRI, property, value);
  }

  /** What has a value, in a graph. */
  List<Node> having(Node graph, Node property, Node value) {
    Set<Node> things = new LinkedHashSet<>();
    site.dataset()
        .find(graph, Node.ANY, property, value)
        .forEachRemaining(quad -> things.add(quad.getSubject()));
    return things.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }

  /** The things of a kind. */
  List<Node> all(Node type) {
    return having(RDF.Nodes.type, type);
  }

  boolean is(Node thing, Node type) {
    return site.dataset().contains(Quad.defaultGraphIRI, thing, RDF.Nodes.type, type);
  }

  /** The claims of a passage. */
  Collection<Node> claims(Node passage) {
    return claims.get().getOrDefault(passage, Set.of());
  }

  private Map<Node, Set<Node>> claimsByPassage() {
    Map<Node, Set<Node>> found = new LinkedHashMap<>();
    site.dataset()
        .find(Graphs.CLAIMS, Node.ANY, TH.statedIn, Node.ANY)
        .forEachRemaining(
            quad ->
                found
                    .computeIfAbsent(quad.getObject(), p -> new LinkedHashSet<>())
                    .add(quad.getSubject()));
    return found;
  }

  /** The passage of a claim. */
  Optional<Node> passage(Node claim) {
    return ofClaim(claim, TH.statedIn).stream().findFirst();
  }

  /** The document of a passage or section. */
  static Node source(Node part) {
    String name = part.getURI().substring(Family.SOURCE.namespace().length());
    return NodeFactory.createURI(Family.SOURCE.namespace() + name.replaceFirst("/.*", ""));
  }

  /** The last part of a name. */
  static String name(Node thing) {
    return thing.getURI().substring(thing.getURI().lastIndexOf('/') + 1);
  }
}
