package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.infer.Inference;
import org.triplehelix.infer.Proofs;
import org.triplehelix.vocab.TH;

/** Marks what follows only from doubted claims, each conclusion as a statement with a name. */
final class DoubtfulConclusions {
  private final Map<Triple, List<Node>> doubted = new HashMap<>();
  private final Set<Node> doubtedNodes = new HashSet<>();

  DoubtfulConclusions(List<Claim> claims) {
    for (Claim claim : claims) {
      if (claim.status().equals(TH.Doubted) && claim.inDefaultGraph()) {
        claim.triples().forEach(t -> add(t, claim.iri()));
        if (claim.isNode()) {
          doubtedNodes.add(claim.iri());
        }
      }
    }
  }

  private void add(Triple triple, Node claim) {
    doubted.computeIfAbsent(triple, t -> new ArrayList<>()).add(claim);
  }

  /** The marks; what follows of a doubted node needs none, as the node itself is marked. */
  List<Triple> marks(Inference inference) {
    List<Triple> marks = new ArrayList<>();
    Proofs proofs = new Proofs(inference);
    for (Triple conclusion : inference.allDoubtful()) {
      if (!doubtedNodes.contains(conclusion.getSubject())) {
        Node name = ClaimName.ofInferred(conclusion);
        marks.addAll(Claim.statement(name, conclusion));
        marks.add(Triple.create(name, RDF.Nodes.type, TH.Inference));
        marks.add(Triple.create(name, TH.status, TH.Doubted));
        for (Triple premise : proofs.of(conclusion).orElseThrow().premises()) {
          if (!inference.premises().accepted().contains(premise)) {
            doubted
                .getOrDefault(premise, List.of())
                .forEach(claim -> marks.add(Triple.create(name, TH.restsOn, claim)));
          }
        }
      }
    }
    return marks;
  }
}
