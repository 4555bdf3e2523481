package org.triplehelix.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.TH;

/** Where each triple of a release is written: in passages, as claims, or by the curators. */
public final class Evidence {
  private final Map<Triple, List<Node>> graphs = new HashMap<>();
  private final Map<Triple, List<Node>> claims = new HashMap<>();
  private final Map<Node, Map<Node, Node>> about = new HashMap<>();

  /**
   * One place where a triple is written.
   *
   * @param graph the passage, or the graph of the curators' file
   * @param claim the claim that it is, or that it is a part of; only in a passage
   * @param status of the claim
   * @param modality of the claim
   * @param saidBy who says it, where that is not the author
   */
  public record Place(
      Node graph,
      Optional<Node> claim,
      Optional<Node> status,
      Optional<Node> modality,
      Optional<Node> saidBy) {}

  /** The evidence of a release's triples. */
  public Evidence(Release release) {
    Map<Node, Node[]> statements = new HashMap<>();
    for (Quad quad : release.quads()) {
      if (quad.getGraph().equals(Graphs.CLAIMS)) {
        take(quad, statements);
      } else if (!quad.isDefaultGraph() && !quad.getGraph().equals(Graphs.INFERRED)) {
        add(graphs, quad.asTriple(), quad.getGraph());
      }
    }
    statements.forEach(
        (claim, parts) -> add(claims, Triple.create(parts[0], parts[1], parts[2]), claim));
  }

  private void take(Quad quad, Map<Node, Node[]> statements) {
    Node predicate = quad.getPredicate();
    int part = List.of(RDF.Nodes.subject, RDF.Nodes.predicate, RDF.Nodes.object).indexOf(predicate);
    if (part >= 0) {
      statements.computeIfAbsent(quad.getSubject(), c -> new Node[3])[part] = quad.getObject();
    } else {
      about
          .computeIfAbsent(quad.getSubject(), c -> new HashMap<>())
          .putIfAbsent(predicate, quad.getObject());
    }
  }

  private static void add(Map<Triple, List<Node>> map, Triple triple, Node node) {
    map.computeIfAbsent(triple, t -> new ArrayList<>()).add(node);
  }

  /** How a claim is meant: stated, planned …; empty for what is no claim. */
  public Optional<Node> modality(Node claim) {
    return Optional.ofNullable(about.getOrDefault(claim, Map.of()).get(TH.modality));
  }

  /**
   * Every place of a triple; what is denied has one too, though its passage does not hold it, and
   * what is said of a claim has that of the claim.
   */
  public List<Place> of(Triple triple) {
    List<Place> places = new ArrayList<>();
    for (Node claim : claims.getOrDefault(triple, List.of())) {
      places.add(place(claim));
    }
    Collection<Node> passages = places.stream().map(Place::graph).toList();
    for (Node graph : graphs.getOrDefault(triple, List.of())) {
      if (!passages.contains(graph)) {
        places.add(inGraph(graph, triple));
      }
    }
    boolean isMark =
        triple
            .getObject()
            .equals(about.getOrDefault(triple.getSubject(), Map.of()).get(triple.getPredicate()));
    if (places.isEmpty() && isMark) {
      places.add(place(triple.getSubject()));
    }
    return places;
  }

  /** Where a claim is written, a node or a plain triple; empty for what is no claim. */
  public Optional<Place> ofClaim(Node claim) {
    return Optional.ofNullable(about.get(claim))
        .filter(marks -> marks.containsKey(TH.statedIn))
        .map(marks -> place(claim));
  }

  /** The triples of a node are one claim, named as the node. */
  private Place inGraph(Node graph, Triple triple) {
    boolean isNode = about.containsKey(triple.getSubject()) && !graph.equals(Graphs.CURATION);
    return isNode
        ? place(triple.getSubject())
        : new Place(graph, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Place place(Node claim) {
    Map<Node, Node> marks = about.get(claim);
    return new Place(
        marks.get(TH.statedIn),
        Optional.of(claim),
        Optional.ofNullable(marks.get(TH.status)),
        Optional.ofNullable(marks.get(TH.modality)),
        Optional.ofNullable(marks.get(TH.saidBy)));
  }
}
