package org.triplehelix.graph;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.TH;

/**
 * What can be true or not, as one passage has it: one plain triple, or a node with all its triples.
 *
 * @param iri its name: a {@code claim:} IRI, or the node's own
 * @param isNode whether it is a node
 * @param passage where it stands
 * @param triples what it says
 * @param annotations what is said of it, with its IRI as subject: modality, status, speaker, time …
 * @param position where it is written
 */
record Claim(
    Node iri,
    boolean isNode,
    Node passage,
    List<Triple> triples,
    List<Triple> annotations,
    Position position) {

  Claim {
    triples = List.copyOf(triples);
    annotations = List.copyOf(annotations);
  }

  /** Whether what it says may be taken for a part of the graph that the curators stand by. */
  boolean inDefaultGraph() {
    return !discarded() && (isNode || modality().equals(TH.Stated));
  }

  /** A plain triple as a statement with a name. */
  static List<Triple> statement(Node name, Triple triple) {
    return List.of(
        Triple.create(name, RDF.Nodes.type, RDF.Statement.asNode()),
        Triple.create(name, RDF.subject.asNode(), triple.getSubject()),
        Triple.create(name, RDF.predicate.asNode(), triple.getPredicate()),
        Triple.create(name, RDF.object.asNode(), triple.getObject()));
  }

  /** Whether it is rejected or denied. */
  boolean discarded() {
    return status().equals(TH.Rejected) || modality().equals(TH.Denied);
  }

  /** One of accepted, doubted, rejected. */
  Node status() {
    return the(TH.status);
  }

  /** Stated, or planned, recommended, forecast, opinion, denied. */
  Node modality() {
    return the(TH.modality);
  }

  private Node the(Node predicate) {
    return annotations.stream()
        .filter(t -> t.getPredicate().equals(predicate))
        .findFirst()
        .orElseThrow()
        .getObject();
  }
}
