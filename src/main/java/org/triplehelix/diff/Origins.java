package org.triplehelix.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Description;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * Where the statements of one release come from: which of them people wrote, and in which passage.
 */
final class Origins {
  private static final Set<Node> OF_CLAIMS =
      Set.of(
          RDF.Nodes.type,
          RDF.subject.asNode(),
          RDF.predicate.asNode(),
          RDF.object.asNode(),
          TH.statedIn,
          TH.from,
          TH.until);

  /** What a claim takes over from what its passage says of itself. */
  private static final Map<Node, Node> HANDED_DOWN =
      Map.of(
          TH.saidBy, TH.speaker,
          TH.inCapacity, TH.inCapacity,
          TH.accordingTo, TH.accordingTo,
          TH.modality, TH.modality);

  private final Set<Node> subjects = new HashSet<>();
  private final Set<Node> passages = new HashSet<>();
  private final Map<Node, Node> passageOfClaim = new HashMap<>();
  private final Set<Triple> aboutPassages = new HashSet<>();

  private Origins() {}

  /** The origins of a release's statements. */
  static Origins of(Release release) {
    Origins origins = new Origins();
    release.quads().forEach(origins::take);
    return origins;
  }

  private void take(Quad quad) {
    if (!Area.of(quad.getGraph()).follows()) {
      subjects.add(quad.getSubject());
    }
    if (quad.getGraph().equals(Graphs.CLAIMS) && quad.getPredicate().equals(TH.statedIn)) {
      passageOfClaim.put(quad.getSubject(), quad.getObject());
    } else if (quad.getGraph().equals(Graphs.SOURCES) && quad.getObject().equals(TH.Passage)) {
      passages.add(quad.getSubject());
    } else if (quad.getGraph().equals(quad.getSubject())) {
      aboutPassages.add(quad.asTriple());
    }
  }

  /** Whether people say anything of a thing in this release. */
  boolean knows(Node subject) {
    return subjects.contains(subject);
  }

  /** The passage to which a statement belongs, if it belongs to one. */
  Optional<Node> passage(Quad quad) {
    if (quad.isDefaultGraph()) {
      return Optional.empty();
    }
    if (!quad.getGraph().getURI().startsWith(Family.GRAPH.namespace())) {
      return Optional.of(quad.getGraph());
    }
    Node subject = quad.getSubject();
    return passages.contains(subject)
        ? Optional.of(subject)
        : Optional.ofNullable(passageOfClaim.get(subject));
  }

  /** The area of a statement. */
  Area area(Quad quad) {
    Area area = Area.of(quad.getGraph());
    if (area.follows()) {
      return area;
    }
    if (builtByProgram(quad)) {
      return Area.BUILD;
    }
    return passage(quad).isPresent() ? Area.PASSAGES : area;
  }

  private boolean builtByProgram(Quad quad) {
    Node graph = quad.getGraph();
    if (graph.equals(Graphs.CLAIMS)) {
      return OF_CLAIMS.contains(quad.getPredicate()) || implied(quad);
    }
    return (graph.equals(Graphs.SOURCES) && ofAnnotation(quad))
        || (graph.equals(Graphs.META) && Description.isBuilt(quad.asTriple()));
  }

  /** A mark that nobody need write: the usual one, or the passage's own. */
  private boolean implied(Quad mark) {
    if (mark.getObject().equals(TH.Accepted) || mark.getObject().equals(TH.Stated)) {
      return true;
    }
    Node ofPassage = HANDED_DOWN.get(mark.getPredicate());
    Node passage = passageOfClaim.get(mark.getSubject());
    return ofPassage != null
        && passage != null
        && aboutPassages.contains(Triple.create(passage, ofPassage, mark.getObject()));
  }

  /** A passage's place in the form of Web Annotation, which follows from its ranges. */
  private static boolean ofAnnotation(Quad quad) {
    return quad.getPredicate().equals(TH.segment)
        || quad.getPredicate().equals(DCTerms.isFormatOf.asNode())
        || quad.getObject().equals(TH.SourceText)
        || quad.getPredicate().getURI().startsWith(OA.NS)
        || (quad.getObject().isURI() && quad.getObject().getURI().startsWith(OA.NS));
  }
}
