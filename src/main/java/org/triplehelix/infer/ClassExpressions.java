package org.triplehelix.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.vocab.Genid;

/**
 * The class expressions of an ontology, as patterns of the things that are of them. An expression
 * is a node that is built with OWL's constructors and has no name of its own.
 */
final class ClassExpressions {
  private static final Node TYPE = RDF.Nodes.type;
  private final Graph ontology;
  private int variables;

  /**
   * What is known of a thing.
   *
   * @param axioms the triples that build the expression
   * @param body patterns that say it
   */
  record Pattern(List<Triple> axioms, List<Triple> body) {
    Pattern and(Pattern other) {
      return new Pattern(joined(axioms, other.axioms), joined(body, other.body));
    }

    private static List<Triple> joined(List<Triple> one, List<Triple> other) {
      List<Triple> all = new ArrayList<>(one);
      all.addAll(other);
      return all;
    }
  }

  /**
   * What a membership says in turn.
   *
   * @param given what more must stand
   * @param head what then stands
   */
  record Consequence(Pattern given, Triple head) {}

  ClassExpressions(Graph ontology) {
    this.ontology = ontology;
  }

  /** The ways in which a thing can be seen to be of a class: any of the patterns is enough. */
  List<Pattern> membership(Node type, Node thing) {
    return Genid.isNameless(type)
        ? construction(type, thing)
        : List.of(new Pattern(List.of(), List.of(Triple.create(thing, TYPE, type))));
  }

  /** The ways in which a thing can be seen to fit what a class is made of. */
  List<Pattern> construction(Node type, Node thing) {
    List<Pattern> patterns = new ArrayList<>();
    object(type, OWL2.intersectionOf.asNode())
        .ifPresent(list -> patterns.addAll(all(type, list, thing)));
    object(type, OWL2.unionOf.asNode())
        .ifPresent(
            list -> {
              List<Triple> axioms = list(type, OWL2.unionOf.asNode(), list);
              for (Node member : members(list)) {
                patterns.addAll(with(axioms, membership(member, thing)));
              }
            });
    object(type, OWL2.hasValue.asNode())
        .ifPresent(value -> patterns.add(restricted(type, thing, value)));
    object(type, OWL2.oneOf.asNode()).ifPresent(list -> patterns.addAll(listed(type, list, thing)));
    object(type, OWL2.someValuesFrom.asNode())
        .ifPresent(
            filler -> {
              Node other = variable();
              Pattern step = restricted(type, thing, other);
              List<Pattern> ends =
                  filler.equals(OWL2.Thing.asNode())
                      ? List.of(new Pattern(List.of(), List.of()))
                      : membership(filler, other);
              ends.forEach(end -> patterns.add(step.and(end)));
            });
    return patterns;
  }

  /** What follows of a thing that is of a class. */
  List<Consequence> consequences(Node type, Node thing) {
    return Genid.isNameless(type)
        ? deconstruction(type, thing)
        : List.of(
            new Consequence(new Pattern(List.of(), List.of()), Triple.create(thing, TYPE, type)));
  }

  /** What follows of a thing from what its class is made of. */
  List<Consequence> deconstruction(Node type, Node thing) {
    List<Consequence> consequences = new ArrayList<>();
    object(type, OWL2.intersectionOf.asNode())
        .ifPresent(
            list -> {
              Pattern given =
                  new Pattern(list(type, OWL2.intersectionOf.asNode(), list), List.of());
              for (Node member : members(list)) {
                consequences.addAll(after(given, consequences(member, thing)));
              }
            });
    object(type, OWL2.hasValue.asNode())
        .ifPresent(
            value -> {
              Pattern link = restricted(type, thing, value);
              Pattern given = new Pattern(link.axioms(), List.of());
              consequences.add(new Consequence(given, link.body().get(0)));
            });
    object(type, OWL2.allValuesFrom.asNode())
        .ifPresent(
            filler -> {
              Node other = variable();
              consequences.addAll(
                  after(restricted(type, thing, other), consequences(filler, other)));
            });
    return consequences;
  }

  /** The members of an RDF list. */
  List<Node> members(Node list) {
    return GraphList.members(new GNode(ontology, list));
  }

  /** The triples that make up a list: the one that leads to it, and its cells. */
  List<Triple> list(Node subject, Node predicate, Node list) {
    List<Triple> triples = new ArrayList<>(List.of(Triple.create(subject, predicate, list)));
    for (Node cell = list;
        !cell.equals(RDF.Nodes.nil);
        cell = object(cell, RDF.Nodes.rest).orElseThrow()) {
      triples.addAll(ontology.find(cell, RDF.Nodes.first, Node.ANY).toList());
      triples.addAll(ontology.find(cell, RDF.Nodes.rest, Node.ANY).toList());
    }
    return triples;
  }

  /** The one object of a subject's property. */
  Optional<Node> object(Node subject, Node predicate) {
    return ontology.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).nextOptional();
  }

  /** A variable that no other pattern uses. */
  Node variable() {
    return Var.alloc("v" + variables++);
  }

  private List<Pattern> all(Node type, Node list, Node thing) {
    List<Pattern> patterns =
        List.of(new Pattern(list(type, OWL2.intersectionOf.asNode(), list), List.of()));
    for (Node member : members(list)) {
      List<Pattern> longer = new ArrayList<>();
      for (Pattern pattern : patterns) {
        membership(member, thing).forEach(more -> longer.add(pattern.and(more)));
      }
      patterns = longer;
    }
    return patterns;
  }

  private static List<Pattern> with(List<Triple> axioms, List<Pattern> patterns) {
    Pattern first = new Pattern(axioms, List.of());
    return patterns.stream().map(first::and).toList();
  }

  private static List<Consequence> after(Pattern given, List<Consequence> consequences) {
    return consequences.stream().map(c -> new Consequence(given.and(c.given()), c.head())).toList();
  }

  /** The link that a restriction speaks of. */
  private Pattern restricted(Node restriction, Node from, Node to) {
    List<Triple> axioms =
        ontology
            .find(restriction, Node.ANY, Node.ANY)
            .filterDrop(t -> t.getPredicate().equals(TYPE))
            .toList();
    Node property = object(restriction, OWL2.onProperty.asNode()).orElseThrow();
    return new Pattern(axioms, List.of()).and(link(property, from, to));
  }

  /** A thing is one of a list if it stands in one of its cells. */
  private List<Pattern> listed(Node type, Node list, Node thing) {
    List<Triple> axioms = list(type, OWL2.oneOf.asNode(), list);
    return axioms.stream()
        .filter(t -> t.getPredicate().equals(RDF.Nodes.first))
        .map(t -> Triple.create(t.getSubject(), t.getPredicate(), thing))
        .map(cell -> new Pattern(axioms, List.of(cell)))
        .toList();
  }

  /** A property, or the inverse of one, between two things. */
  Pattern link(Node property, Node from, Node to) {
    if (!Genid.isNameless(property)) {
      return new Pattern(List.of(), List.of(Triple.create(from, property, to)));
    }
    Node inverse = object(property, OWL2.inverseOf.asNode()).orElseThrow();
    Triple axiom = Triple.create(property, OWL2.inverseOf.asNode(), inverse);
    return new Pattern(List.of(axiom), List.of(Triple.create(to, inverse, from)));
  }
}
