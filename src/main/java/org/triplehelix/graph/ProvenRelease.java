package org.triplehelix.graph;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/** Takes statements for a release only if they have the content hash that they state. */
public final class ProvenRelease {
  private static final String OURS = "give a dump that helix export has written";

  private ProvenRelease() {}

  /**
   * The release that statements are.
   *
   * @param origin where they come from, for messages
   * @param again what to do if they are not whole
   * @throws BadInputException if they are none, or not whole
   */
  public static Release of(String origin, Collection<Quad> quads, String again) {
    Position position = Position.of(origin);
    if (quads.stream().anyMatch(ProvenRelease::isOdd)) {
      throw new BadInputException(
          position, "holds a blank node or a triple term, which no release does", OURS);
    }
    Canonical canonical = new Canonical();
    List<Quad> sorted = canonical.sorted(quads);
    String hash =
        canonical.hash(sorted.stream().filter(q -> !q.getGraph().equals(Graphs.META)).toList());
    String stated = stated(position, sorted);
    if (!stated.equals(hash)) {
      throw new BadInputException(
          position,
          "is damaged: it says that its content has the hash "
              + stated
              + ", but what it holds has "
              + hash,
          again);
    }
    Sources sources = Sources.declared(sorted.stream().map(Quad::asTriple));
    return new Release(hash, sorted, Prefixes.standard().with(sources.prefixes()));
  }

  private static boolean isOdd(Quad quad) {
    return quad.getGraph().isBlank()
        || quad.getSubject().isBlank()
        || quad.getObject().isBlank()
        || quad.getObject().isTripleTerm();
  }

  private static String stated(Position position, List<Quad> quads) {
    List<Node> stated =
        quads.stream()
            .filter(q -> q.getGraph().equals(Graphs.META))
            .map(Quad::asTriple)
            .filter(t -> t.getPredicate().equals(TH.contentHash) && t.getObject().isLiteral())
            .map(Triple::getObject)
            .distinct()
            .toList();
    if (stated.size() != 1) {
      throw new BadInputException(
          position,
          "states " + (stated.isEmpty() ? "no" : "more than one") + " content hash in graph:meta",
          OURS);
    }
    return stated.get(0).getLiteralLexicalForm();
  }
}
