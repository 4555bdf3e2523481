package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/**
 * A passage on which a row of an answer rests, as a page shows it.
 *
 * @param passage with its name; an empty text if nobody says it and it follows
 * @param gloss what it says, in our words
 * @param sentence itself, where the document is at hand; else empty
 * @param wording as written in it, a few words
 * @param marks where it is more or less than plainly stated, and who says it
 */
public record Witness(
    Ref passage, String gloss, String sentence, String wording, List<Mark> marks) {
  /** What goes without saying. */
  private static final Set<String> PLAIN = Set.of("", "Accepted", "Stated");

  /** A word on a statement, and how it is drawn. */
  public record Mark(String text, String look) {}

  /** An attestation in the language of a page. */
  static Witness of(Attestation attestation, Site site, String language) {
    Refs refs = new Refs(site, language);
    List<Mark> marks = new ArrayList<>();
    for (String term : List.of(attestation.status(), attestation.modality())) {
      if (!PLAIN.contains(term)) {
        marks.add(new Mark(term(term, site, refs, language), look(term)));
      }
    }
    if (!attestation.saidBy().isEmpty()) {
      marks.add(new Mark(refs.of(node(attestation.saidBy())).text(), ""));
    }
    boolean follows = attestation.passage().isEmpty();
    return new Witness(
        follows ? new Ref("", "", "") : refs.passage(node(attestation.passage())),
        follows ? "" : gloss(node(attestation.passage()), site, language),
        follows ? "" : site.sentences().get().of(node(attestation.passage())).orElse(""),
        attestation.wording(),
        marks);
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static String term(String term, Site site, Refs refs, String language) {
    return term.startsWith("Inferred")
        ? site.frame(language, "/").text("evidence." + term)
        : refs.of(node(TH.NS + term)).text();
  }

  private static String look(String term) {
    if (term.startsWith("Inferred")) {
      return "infer";
    }
    return Set.of("Planned", "Forecast", "Recommended").contains(term)
        ? "plan"
        : Set.of("Doubted", "Rejected", "Denied").contains(term) ? "doubt" : "";
  }

  private static String gloss(Node passage, Site site, String language) {
    List<String> glosses = new ArrayList<>();
    site.dataset()
        .find(Quad.defaultGraphIRI, passage, TH.gloss, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getObject().getLiteralLanguage().equals(language)) {
                glosses.add(quad.getObject().getLiteralLexicalForm());
              }
            });
    return String.join(" ", glosses);
  }
}
