package org.triplehelix.server.document.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.site.Amounts;
import org.triplehelix.server.site.Ref;
import org.triplehelix.vocab.TH;

/**
 * A passage: its sentence, where it stands and what was read in it.
 *
 * @param proof with sentence, gloss, source and section
 * @param previous passage of the document; without address if it is the first
 * @param next passage of the document; without address if it is the last
 * @param statements that were read in it
 * @param reason why there are none; empty if there are some
 */
public record PassageView(
    Proof proof, Ref previous, Ref next, List<Statement> statements, String reason) {
  private static final Ref NONE = new Ref("", "", "");

  static PassageView of(Node passage, Known known, Proofs proofs) {
    Node section = known.value(passage, DCTerms.isPartOf.asNode()).orElse(passage);
    Node source = known.source(passage);
    List<Node> all = passages(source, known);
    int place = all.indexOf(passage);
    return new PassageView(
        proofs.ofPassage(passage),
        place > 0 ? neighbour(all.get(place - 1), known) : NONE,
        place + 1 < all.size() ? neighbour(all.get(place + 1), known) : NONE,
        statements(passage, known, proofs),
        String.join(
            known.texts().text("thing.comma"),
            known.values(passage, TH.noStatement).stream().map(known::name).toList()));
  }

  private static Ref neighbour(Node passage, Known known) {
    return new Ref(known.shortName(passage), "", known.href(passage));
  }

  /** Those of a document, in its order. */
  private static List<Node> passages(Node source, Known known) {
    String folder = source.getURI() + "/";
    try (Stream<Quad> found =
        known.site().dataset().stream(Quad.defaultGraphIRI, Node.ANY, RDF.Nodes.type, TH.Passage)) {
      return found
          .map(Quad::getSubject)
          .filter(passage -> passage.getURI().startsWith(folder))
          .sorted(Comparator.comparing(Node::getURI))
          .toList();
    }
  }

  private static List<Statement> statements(Node passage, Known known, Proofs proofs) {
    List<Statement> statements = new ArrayList<>();
    try (Stream<Quad> found =
        known.site().dataset().stream(Graphs.CLAIMS, Node.ANY, TH.statedIn, passage)) {
      found
          .map(Quad::getSubject)
          .sorted(
              Comparator.comparing((Node claim) -> !known.isNode(claim))
                  .thenComparing(Node::getURI))
          .forEach(claim -> statements.add(statement(claim, known, proofs)));
    }
    return statements;
  }

  private static Statement statement(Node claim, Known known, Proofs proofs) {
    String kind =
        known.isNode(claim)
            ? known.types(claim).stream()
                .filter(type -> !type.getURI().equals(TH.NS + "Node"))
                .filter(type -> type.getURI().startsWith(TH.NS))
                .map(known::name)
                .findFirst()
                .orElse("")
            : "";
    List<Statement.Part> parts =
        kind.isEmpty() ? List.of() : List.of(new Statement.Part(kind, said(claim, known)));
    return new Statement(
        known.ref(claim), parts, proofs.marks(claim), proofs.notes(claim), List.of());
  }

  /** How much a figure says, which rank a position is; then the words as printed. */
  private static List<Ref> said(Node node, Known known) {
    List<Ref> said = new ArrayList<>();
    if (!known.values(node, Known.INDICATOR).isEmpty()) {
      String amount = new Amounts(known.site(), known.language()).of(node).text();
      said.add(new Ref(amount, known.language(), ""));
    }
    known.values(node, Known.uri(TH.NS + "rank")).stream().map(known::ref).forEach(said::add);
    known.anywhere(node, TH.asWritten).stream()
        .map(known::ref)
        .filter(words -> said.stream().noneMatch(one -> one.text().equals(words.text())))
        .map(words -> new Ref("“" + words.text() + "”", "zh", ""))
        .forEach(said::add);
    return said;
  }
}
