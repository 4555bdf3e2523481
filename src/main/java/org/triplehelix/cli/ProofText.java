package org.triplehelix.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.TermText;
import org.triplehelix.graph.Built;
import org.triplehelix.infer.Proof;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Genid;
import org.triplehelix.vocab.TH;

/** A proof as a tree of lines: what follows, by which rule, and who says the premises where. */
final class ProofText {
  private static final String BRANCH = "├─ ";
  private static final String LAST = "└─ ";
  private static final String TRUNK = "│  ";
  private static final String NONE = "   ";

  private final Built built;
  private final Evidence evidence;
  private final TermText terms;
  private final Set<Triple> doubtful;
  private final Map<Node, String> glosses = new HashMap<>();

  ProofText(Built built) {
    this.built = built;
    this.evidence = new Evidence(built.release());
    this.terms = new TermText(built.release());
    this.doubtful = built.inference().allDoubtful();
    built.release().quads().stream()
        .filter(quad -> quad.isDefaultGraph() && quad.getPredicate().equals(TH.gloss))
        .forEach(q -> glosses.put(q.getSubject(), q.getObject().getLiteralLexicalForm()));
  }

  /** The lines of a proof. */
  List<String> proof(Proof proof) {
    List<String> lines = new ArrayList<>();
    add(proof, "", "", lines);
    return lines;
  }

  /** What can be said of a triple that does not stand. */
  List<String> missing(Triple triple) {
    List<String> lines = new ArrayList<>();
    List<Evidence.Place> places = evidence.of(triple);
    lines.add(
        terms.of(triple)
            + (places.isEmpty()
                ? " is neither stated nor does it follow."
                : " is no part of the default graph, and nothing follows from it:"));
    places.forEach(place -> lines.add(NONE + text(place)));
    return lines;
  }

  private void add(Proof proof, String before, String below, List<String> lines) {
    lines.add(before + terms.of(proof.conclusion()) + how(proof));
    if (proof.rule().isEmpty()) {
      for (String line : written(proof.conclusion())) {
        lines.add(below + NONE + line);
      }
    }
    List<Proof> from =
        proof.from().stream().filter(p -> !Genid.isNameless(p.conclusion().getSubject())).toList();
    for (int i = 0; i < from.size(); i++) {
      boolean last = i == from.size() - 1;
      add(from.get(i), below + (last ? LAST : BRANCH), below + (last ? NONE : TRUNK), lines);
    }
  }

  private String how(Proof proof) {
    return proof
        .rule()
        .map(rule -> "  follows: " + rule.meaning() + " (" + rule.name() + ")" + doubt(proof))
        .orElse("");
  }

  private String doubt(Proof proof) {
    Triple conclusion = proof.conclusion();
    String ofWhat = mark(evidence.modality(conclusion.getSubject()), TH.Stated).orElse("");
    return (ofWhat.isEmpty() ? "" : ", of what is" + ofWhat.substring(1))
        + (doubtful.contains(conclusion) ? ", and rests on a doubted claim" : "");
  }

  private List<String> written(Triple triple) {
    return evidence.of(triple).stream()
        .map(place -> place.claim().isPresent() ? text(place) : file(place, triple))
        .toList();
  }

  private String file(Evidence.Place place, Triple triple) {
    String graph = terms.of(place.graph());
    return built
        .positions()
        .of(place.graph(), triple)
        .map(Position::toString)
        .map(position -> position + ", " + graph)
        .orElse(graph);
  }

  private String text(Evidence.Place place) {
    StringBuilder text = new StringBuilder(terms.of(place.graph()));
    place.claim().ifPresent(claim -> text.append(", ").append(terms.of(claim)));
    mark(place.status(), TH.Accepted).ifPresent(text::append);
    mark(place.modality(), TH.Stated).ifPresent(text::append);
    place.saidBy().ifPresent(who -> text.append(", said by ").append(terms.of(who)));
    gloss(place.graph()).ifPresent(gloss -> text.append(": ").append(gloss));
    return text.toString();
  }

  private static Optional<String> mark(Optional<Node> value, Node usual) {
    return value
        .filter(v -> !v.equals(usual))
        .map(v -> ", " + v.getLocalName().toLowerCase(Locale.ROOT));
  }

  private Optional<String> gloss(Node passage) {
    return Optional.ofNullable(glosses.get(passage));
  }
}
