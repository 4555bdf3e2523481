package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Claims in the form of RDF 1.2: where a claim is one plain triple, it reifies that triple, {@code
 * claim rdf:reifies <<( s p o )>>}, whether or not anybody stands by it. Told from its {@code
 * rdf:subject}, {@code rdf:predicate} and {@code rdf:object}.
 */
public final class Reifiers {
  private static final Node SUBJECT = RDF.subject.asNode();
  private static final Node PREDICATE = RDF.predicate.asNode();
  private static final Node OBJECT = RDF.object.asNode();

  private final Map<Node, Node[]> parts = new LinkedHashMap<>();

  private Reifiers() {}

  /**
   * A release as RDF 1.2 has it, under the same hash: the default graph holds that of the release,
   * its claims, and the triples that they reify. Those two are named graphs too; the passages are
   * none, as they would assert what is rejected.
   */
  public static Release view(Release release) {
    List<Quad> quads = new ArrayList<>();
    for (Quad quad : release.quads()) {
      if (quad.isDefaultGraph()) {
        quads.add(quad);
      } else if (quad.getGraph().equals(Graphs.CLAIMS)) {
        add(quads, Graphs.CLAIMS, quad.asTriple());
      }
    }
    of(release).forEach(triple -> add(quads, Graphs.REIFIERS, triple));
    return new Release(release.hash(), new Canonical().sorted(quads), release.prefixes())
        .with(release.layers());
  }

  private static void add(List<Quad> quads, Node graph, Triple triple) {
    quads.add(Quad.create(Quad.defaultGraphIRI, triple));
    quads.add(Quad.create(graph, triple));
  }

  /** The reifying triples of all claims of a release, in the order of their names. */
  public static Stream<Triple> of(Release release) {
    return of(
        release.quads().stream()
            .filter(quad -> quad.getGraph().equals(Graphs.CLAIMS))
            .map(Quad::asTriple));
  }

  /** The reifying triples of the claims that are described, one for each with all three parts. */
  public static Stream<Triple> of(Collection<Triple> descriptions) {
    return of(descriptions.stream());
  }

  private static Stream<Triple> of(Stream<Triple> descriptions) {
    Reifiers reifiers = new Reifiers();
    descriptions.forEach(reifiers::read);
    return reifiers.triples();
  }

  private void read(Triple triple) {
    Node predicate = triple.getPredicate();
    int part = predicate.equals(SUBJECT) ? 0 : predicate.equals(PREDICATE) ? 1 : 2;
    if (part < 2 || predicate.equals(OBJECT)) {
      parts.computeIfAbsent(triple.getSubject(), claim -> new Node[3])[part] = triple.getObject();
    }
  }

  private Stream<Triple> triples() {
    return parts.entrySet().stream()
        .filter(e -> Stream.of(e.getValue()).allMatch(part -> part != null))
        .map(e -> reifying(e.getKey(), e.getValue()));
  }

  private static Triple reifying(Node claim, Node... parts) {
    return Triple.create(
        claim, RDF.Nodes.reifies, NodeFactory.createTripleTerm(parts[0], parts[1], parts[2]));
  }
}
