package org.triplehelix.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.TH;

/** What a release says of each passage: its graph, and what is said of its claims. */
final class CoverageReading {
  private final Map<Node, List<Triple>> said = new HashMap<>();
  private final Map<Node, Node> reasons = new HashMap<>();
  private final Set<Node> withClaims = new HashSet<>();

  CoverageReading(Release release) {
    Map<Node, Node> passageOf = new HashMap<>();
    for (Quad quad : release.quads()) {
      if (quad.getGraph().equals(Graphs.CLAIMS) && quad.getPredicate().equals(TH.statedIn)) {
        passageOf.put(quad.getSubject(), quad.getObject());
      }
    }
    withClaims.addAll(passageOf.values());
    release.quads().forEach(quad -> take(quad, passageOf));
  }

  private void take(Quad quad, Map<Node, Node> passageOf) {
    if (quad.getGraph().equals(Graphs.CLAIMS)) {
      add(passageOf.get(quad.getSubject()), quad);
    } else if (quad.getPredicate().equals(TH.noStatement)) {
      reasons.put(quad.getSubject(), quad.getObject());
    } else if (!quad.isDefaultGraph()) {
      add(quad.getGraph(), quad);
    }
  }

  private void add(Node passage, Quad quad) {
    said.computeIfAbsent(passage, p -> new ArrayList<>()).add(quad.asTriple());
  }

  /** Whether a passage states anything. */
  boolean states(Node passage) {
    return withClaims.contains(passage);
  }

  /** Why a passage states nothing, if the curators say so. */
  Optional<Node> reason(Node passage) {
    return Optional.ofNullable(reasons.get(passage));
  }

  /** The triples of a passage's graph, and those about its claims; also of what it denies. */
  List<Triple> of(Node passage) {
    return said.getOrDefault(passage, List.of());
  }

  /** All that a passage refers to or mentions. */
  Set<Node> referred(Node passage) {
    Set<Node> referred = new HashSet<>();
    for (Triple triple : of(passage)) {
      referred.add(triple.getSubject());
      referred.add(triple.getObject());
    }
    referred.removeIf(node -> !node.isURI());
    return referred;
  }
}
