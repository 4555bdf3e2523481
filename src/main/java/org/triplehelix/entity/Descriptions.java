package org.triplehelix.entity;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.graph.Graphs;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** Gathers what a release says of a thing. */
public final class Descriptions {
  /** What tells where a claim stands and who speaks there. */
  private static final List<Node> OF_PASSAGES =
      List.of(RDF.Nodes.type, DCTerms.isPartOf.asNode(), TH.gloss, TH.speaker, TH.inCapacity);

  private static final List<Node> NAMING =
      List.of(SKOS.prefLabel.asNode(), DCTerms.title.asNode(), RDFS.label.asNode());

  private final DatasetGraph dataset;

  /** The descriptions of what is in a dataset. */
  public Descriptions(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** What is said of a thing; empty if nothing is. */
  public Optional<Description> of(Node thing) {
    List<Quad> quads = new Gathering(thing).all();
    return quads.isEmpty() ? Optional.empty() : Optional.of(new Description(thing, quads));
  }

  private static boolean isNode(Node node) {
    return node.isURI() && Family.of(node.getURI()).filter(Family::ofNodes).isPresent();
  }

  private final class Gathering {
    private final Node thing;
    private final Set<Quad> quads = new LinkedHashSet<>();
    private final Set<Node> linked = new LinkedHashSet<>();

    Gathering(Node thing) {
      this.thing = thing;
    }

    List<Quad> all() {
      statements();
      claims();
      graphs();
      passages();
      linked.forEach(this::name);
      return new ArrayList<>(quads);
    }

    /** Its own, those that lead to it, and all of its nodes, records and parts without a path. */
    private void statements() {
      add(Quad.defaultGraphIRI, thing, null, null);
      Set<Node> near = new LinkedHashSet<>();
      quads.forEach(q -> near.add(q.getObject()));
      near.addAll(add(Quad.defaultGraphIRI, null, null, thing));
      linked.addAll(near);
      for (Node node : near) {
        if (isNode(node) && leadsHere(node) || isRecord(node) || isFragment(node)) {
          add(Quad.defaultGraphIRI, node, null, null);
        }
      }
      quads.forEach(q -> linked.add(q.getObject()));
    }

    private boolean leadsHere(Node node) {
      return dataset.contains(Quad.defaultGraphIRI, node, Node.ANY, thing);
    }

    private boolean isRecord(Node node) {
      return dataset.contains(Quad.defaultGraphIRI, node, TH.recordOf, thing);
    }

    private boolean isFragment(Node node) {
      return node.isURI() && node.getURI().startsWith(thing.getURI() + "#");
    }

    /** What is said of it as claims, and of what follows from doubted ones. */
    private void claims() {
      for (Node graph : List.of(Graphs.CLAIMS, Graphs.INFERRED)) {
        Set<Node> claims = new LinkedHashSet<>(List.of(thing));
        for (Node role : List.of(RDF.subject.asNode(), RDF.object.asNode(), TH.statedIn)) {
          dataset.find(graph, null, role, thing).forEachRemaining(q -> claims.add(q.getSubject()));
        }
        claims.forEach(claim -> add(graph, claim, null, null));
      }
    }

    /** Where else it stands: passages, the curators' graphs, what follows. */
    private void graphs() {
      addNamed(Node.ANY, thing, Node.ANY);
      addNamed(Node.ANY, Node.ANY, thing);
      if (!isFixedGraph()) {
        addNamed(thing, Node.ANY, Node.ANY);
      }
    }

    /** Whose graph would be more than a description. */
    private boolean isFixedGraph() {
      return thing.getURI().startsWith(Family.GRAPH.namespace());
    }

    private void addNamed(Node graph, Node subject, Node object) {
      dataset
          .findNG(graph, subject, Node.ANY, object)
          .forEachRemaining(
              quad -> {
                if (!quad.getGraph().equals(Graphs.CLAIMS)) {
                  quads.add(quad);
                }
              });
    }

    private void passages() {
      Set<Node> passages = new LinkedHashSet<>();
      quads.stream()
          .filter(q -> q.getPredicate().equals(TH.statedIn))
          .forEach(q -> passages.add(q.getObject()));
      for (Node passage : passages) {
        OF_PASSAGES.forEach(p -> add(Quad.defaultGraphIRI, passage, p, null));
      }
    }

    private void name(Node node) {
      if (node.isURI()) {
        for (Node naming : NAMING) {
          if (!add(Quad.defaultGraphIRI, node, naming, null).isEmpty()) {
            return;
          }
        }
      }
    }

    private List<Node> add(Node graph, Node subject, Node predicate, Node object) {
      List<Node> subjects = new ArrayList<>();
      Iterator<Quad> found = dataset.find(graph, subject, predicate, object);
      while (found.hasNext()) {
        Quad quad = found.next();
        quads.add(quad);
        subjects.add(quad.getSubject());
      }
      return subjects;
    }
  }
}
