package org.triplehelix.server.document.page;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/**
 * What a thing is, in a few words, and where it was read.
 *
 * @param self leads to its page
 * @param kinds what it is
 * @param claimed subject, property and object, if it is a claim
 * @param figure the number, if it is a figure; else null
 * @param proofs where it was read, if it is a claim, figure or passage
 */
public record Heading(
    Ref self, List<Ref> kinds, List<Ref> claimed, FigureRow figure, List<Proof> proofs) {

  /** What is told of a thing. */
  public static Heading of(Node thing, Site site, String language) {
    Known known = new Known(site, language);
    Proofs proofs = new Proofs(known);
    boolean isFigure = !known.values(thing, Known.INDICATOR).isEmpty();
    return new Heading(
        known.ref(thing),
        known.refs(kinds(thing, site)),
        site.names().claimed(thing).map(known::refs).orElse(List.of()),
        isFigure ? new FigureRows(known).of(thing) : null,
        known.is(thing, TH.Passage)
            ? List.of(proofs.ofPassage(thing))
            : proofs.proof(thing, null).stream().toList());
  }

  /** The types that are written. */
  private static List<Node> kinds(Node thing, Site site) {
    try (Stream<Quad> types = site.dataset().stream(Node.ANY, thing, RDF.Nodes.type, Node.ANY)) {
      return types
          .filter(quad -> !PageMaking.DERIVED.contains(quad.getGraph()))
          .map(Quad::getObject)
          .distinct()
          .toList();
    }
  }
}
