package org.triplehelix.server.document.ontology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Description;
import org.triplehelix.vocab.TH;

/** The terms that an ontology declares, and what it says of them. */
final class Terms {
  static final Node OPEN_DOMAIN = NodeFactory.createURI(TH.NS + "openDomain");
  static final Node OPEN_RANGE = NodeFactory.createURI(TH.NS + "openRange");

  private final Map<Node, List<Triple>> about;
  private final Map<Node, List<Triple>> leadingTo;

  /** What a term is. */
  enum Kind {
    CLASS,
    PROPERTY,
    INDIVIDUAL
  }

  Terms(Description ontology) {
    this.about =
        ontology.in(Quad.defaultGraphIRI).collect(Collectors.groupingBy(Triple::getSubject));
    this.leadingTo =
        ontology.in(Quad.defaultGraphIRI).collect(Collectors.groupingBy(Triple::getObject));
  }

  /** The project's own, in the order of their names. */
  List<Node> own() {
    return about.keySet().stream()
        .filter(Terms::isOwn)
        .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
        .toList();
  }

  static boolean isOwn(Node term) {
    return term.isURI() && term.getURI().startsWith(TH.NS);
  }

  /** The name of a term of ours below the ontology. */
  static String name(Node term) {
    return term.getURI().substring(TH.NS.length());
  }

  Kind kind(Node term) {
    List<Node> types = values(term, RDF.Nodes.type);
    if (types.contains(OWL2.Class.asNode())) {
      return Kind.CLASS;
    }
    boolean property = types.stream().anyMatch(type -> type.getURI().endsWith("Property"));
    return property ? Kind.PROPERTY : Kind.INDIVIDUAL;
  }

  List<Node> values(Node term, Node property) {
    return about.getOrDefault(term, List.of()).stream()
        .filter(triple -> triple.getPredicate().equals(property))
        .map(Triple::getObject)
        .toList();
  }

  /** The terms that have a value. */
  List<Node> having(Node property, Node value) {
    return leadingTo.getOrDefault(value, List.of()).stream()
        .filter(triple -> triple.getPredicate().equals(property))
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
        .toList();
  }

  /** The text of a property in a language. */
  Optional<String> text(Node term, Node property, String language) {
    return values(term, property).stream()
        .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  /** The classes or properties right above a term, those without a name left out. */
  List<Node> above(Node term) {
    List<Node> above = new ArrayList<>(values(term, RDFS.subClassOf.asNode()));
    above.addAll(values(term, RDFS.subPropertyOf.asNode()));
    above.removeIf(node -> !node.isURI() || node.getURI().contains("/.well-known/"));
    return above;
  }

  /** The classes or properties right below a term. */
  List<Node> below(Node term) {
    List<Node> below = new ArrayList<>(having(RDFS.subClassOf.asNode(), term));
    below.addAll(having(RDFS.subPropertyOf.asNode(), term));
    return below;
  }

  /** The first of some terms that is met from a term upwards, the term itself among them. */
  Optional<Node> nearest(Node term, Collection<Node> wanted) {
    Deque<Node> waiting = new ArrayDeque<>(List.of(term));
    Set<Node> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      Node next = waiting.poll();
      if (wanted.contains(next)) {
        return Optional.of(next);
      }
      if (seen.add(next)) {
        waiting.addAll(above(next));
      }
    }
    return Optional.empty();
  }

  /** What a property is of: its domain, an open one, or that of a property above. */
  Optional<Node> domain(Node property) {
    return end(property, RDFS.domain.asNode(), OPEN_DOMAIN);
  }

  /** What a property leads to. */
  Optional<Node> range(Node property) {
    return end(property, RDFS.range.asNode(), OPEN_RANGE);
  }

  private Optional<Node> end(Node property, Node closed, Node open) {
    Deque<Node> waiting = new ArrayDeque<>(List.of(property));
    Set<Node> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      Node next = waiting.poll();
      List<Node> ends = new ArrayList<>(values(next, closed));
      ends.addAll(values(next, open));
      if (!ends.isEmpty()) {
        return Optional.of(ends.get(0));
      }
      if (seen.add(next)) {
        waiting.addAll(above(next));
      }
    }
    return Optional.empty();
  }

  /** The members of a list. */
  List<Node> list(Node list) {
    List<Node> members = new ArrayList<>();
    Node rest = list;
    while (!rest.equals(RDF.Nodes.nil)) {
      members.addAll(values(rest, RDF.Nodes.first));
      rest = values(rest, RDF.Nodes.rest).stream().findFirst().orElse(RDF.Nodes.nil);
    }
    return members;
  }

  /** The examples that the ontology gives, as they are written. */
  List<String> examples(Node term) {
    return values(term, SKOS.example.asNode()).stream().map(Node::getLiteralLexicalForm).toList();
  }
}
