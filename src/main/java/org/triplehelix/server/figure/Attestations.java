package org.triplehelix.server.figure;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Evidence.Place;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.Graphs;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/**
 * Finds the passages that say something.
 *
 * @param evidence of the release
 * @param dataset of the release
 * @param prefixes with which statements are written
 */
public record Attestations(Evidence evidence, DatasetGraph dataset, Prefixes prefixes) {
  /** Follow for nearly everything and tell nothing of a row. */
  private static final List<Node> OF_ALL = List.of(RDF.Nodes.type, RDFS.Nodes.label);

  /** Those of a claim: a node or a plain triple. */
  public List<Attestation> ofClaim(Node claim) {
    return evidence.ofClaim(claim).map(place -> attestation(place, "")).stream().toList();
  }

  /** Those of a triple, wherever it is said. */
  public List<Attestation> of(Triple triple) {
    return of(List.of(Quad.create(Quad.defaultGraphIRI, triple)));
  }

  /** Those of several statements, each in the graph in which it was matched; each claim once. */
  public List<Attestation> of(Collection<Quad> statements) {
    Map<String, Attestation> found = new LinkedHashMap<>();
    for (Quad statement : statements) {
      for (Attestation one : of(statement)) {
        found.putIfAbsent(one.claim().isEmpty() ? one.statement() : one.claim(), one);
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(Attestation::passage).thenComparing(Attestation::claim))
        .toList();
  }

  private List<Attestation> of(Quad statement) {
    Triple triple = statement.asTriple();
    if (statement.getGraph().equals(Graphs.CLAIMS)) {
      return ofClaim(statement.getSubject());
    }
    List<Attestation> said =
        evidence.of(triple).stream()
            .filter(place -> place.claim().isPresent() && place.graph() != null)
            .filter(place -> statement.isDefaultGraph() || inGraph(place, statement.getGraph()))
            .map(place -> attestation(place, text(triple, place)))
            .toList();
    if (!said.isEmpty()) {
      return said;
    }
    if (isPassage(statement.getGraph())) {
      return List.of(mentioned(triple, statement.getGraph()));
    }
    return follows(triple) ? List.of(inferred(triple)) : List.of();
  }

  private static boolean isPassage(Node graph) {
    return graph.getURI().startsWith(Family.SOURCE.namespace());
  }

  /** What a passage holds and is no claim: that it mentions a thing. */
  private Attestation mentioned(Triple triple, Node passage) {
    String gloss = texts(Quad.defaultGraphIRI, passage, TH.gloss);
    return new Attestation(text(triple), "", passage.getURI(), gloss, "", "", "", "");
  }

  private static boolean inGraph(Place place, Node graph) {
    return place.graph().equals(graph);
  }

  private boolean follows(Triple triple) {
    return !OF_ALL.contains(triple.getPredicate())
        && dataset.contains(Quad.create(Graphs.INFERRED, triple));
  }

  private Attestation inferred(Triple triple) {
    boolean doubted =
        evidence.of(triple).stream().anyMatch(p -> p.status().equals(Optional.of(TH.Doubted)));
    String status = doubted ? Attestation.INFERRED_FROM_DOUBTED : Attestation.INFERRED;
    return new Attestation(text(triple), "", "", "", "", status, "", "");
  }

  private Attestation attestation(Place place, String statement) {
    Node claim = place.claim().orElseThrow();
    return new Attestation(
        statement,
        claim.getURI(),
        place.graph().getURI(),
        texts(Quad.defaultGraphIRI, place.graph(), TH.gloss),
        wording(claim),
        word(place.status()),
        word(place.modality()),
        place.saidBy().map(Node::getURI).orElse(""));
  }

  /** A node says more than one triple of it. */
  private String text(Triple triple, Place place) {
    return place.claim().filter(triple.getSubject()::equals).isPresent() ? "" : text(triple);
  }

  private String text(Triple triple) {
    return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()).stream()
        .map(node -> node.isURI() ? prefixes.abbreviate(node.getURI()) : node.toString())
        .collect(Collectors.joining(" "));
  }

  private String wording(Node claim) {
    String ofNode = texts(Quad.defaultGraphIRI, claim, TH.asWritten);
    return ofNode.isEmpty() ? texts(Node.ANY, claim, TH.asWritten) : ofNode;
  }

  private String texts(Node graph, Node subject, Node property) {
    Set<String> texts = new TreeSet<>();
    dataset
        .find(graph, subject, property, Node.ANY)
        .forEachRemaining(quad -> texts.add(quad.getObject().getLiteralLexicalForm()));
    return String.join("；", texts);
  }

  private static String word(Optional<Node> term) {
    return term.map(Slugs::of).orElse("");
  }
}
