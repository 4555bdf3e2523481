package org.triplehelix.server.document.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.When;
import org.triplehelix.vocab.TH;

/** Where claims were read, how they are marked and what the curators note of them. */
final class Proofs {
  private static final Node BETWEEN = Known.uri(TH.NS + "between");
  private static final Node KIND = Known.uri(TH.NS + "kind");

  /** What goes without saying. */
  private static final Set<Node> PLAIN = Set.of(TH.Accepted, TH.Stated);

  private static final Map<Node, String> KINDS =
      Map.of(
          TH.Planned, "plan",
          TH.Recommended, "plan",
          TH.Forecast, "plan",
          TH.Doubted, "doubt",
          TH.Rejected, "doubt",
          TH.Denied, "doubt");

  private final Known known;

  Proofs(Known known) {
    this.known = known;
  }

  /** The claims that say a triple in so many words; the node, if it is a triple of one. */
  List<Node> claims(Triple triple) {
    if (known.isNode(triple.getSubject())) {
      return List.of(triple.getSubject());
    }
    return known.site().dataset().stream(
            Graphs.CLAIMS, Node.ANY, RDF.Nodes.subject, triple.getSubject())
        .map(quad -> quad.getSubject())
        .filter(claim -> known.ofClaim(claim, RDF.Nodes.object).contains(triple.getObject()))
        .filter(claim -> known.ofClaim(claim, RDF.Nodes.predicate).contains(triple.getPredicate()))
        .distinct()
        .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
        .toList();
  }

  /** A value or fact with all that is known of its claims. */
  Statement statement(Ref value, List<Statement.Part> parts, Collection<Node> claims, Node wanted) {
    Set<Mark> marks = new LinkedHashSet<>();
    Set<Note> notes = new LinkedHashSet<>();
    List<Proof> proofs = new ArrayList<>();
    for (Node claim : claims) {
      marks.addAll(marks(claim));
      notes.addAll(notes(claim));
      proof(claim, wanted).ifPresent(proofs::add);
    }
    return new Statement(value, parts, List.copyOf(marks), List.copyOf(notes), proofs);
  }

  /** What is not plain about a claim. */
  List<Mark> marks(Node claim) {
    return Stream.of(TH.status, TH.modality)
        .flatMap(property -> known.ofClaim(claim, property).stream())
        .filter(mark -> !PLAIN.contains(mark))
        .map(mark -> new Mark(known.name(mark), KINDS.getOrDefault(mark, "")))
        .toList();
  }

  /** The curators' notes and the disagreements that a claim is part of. */
  List<Note> notes(Node claim) {
    List<Note> notes = new ArrayList<>();
    Ref plain = new Ref(known.texts().text("thing.note"), known.language(), "");
    for (String text : known.texts(known.anywhere(claim, TH.note))) {
      notes.add(new Note(plain, text));
    }
    for (Node disagreement : known.subjects(BETWEEN, claim)) {
      String kind =
          known.values(disagreement, KIND).stream()
              .map(known::name)
              .findFirst()
              .orElseGet(() -> known.texts().text("thing.comparison"));
      Ref label = new Ref(kind, known.language(), known.href(disagreement));
      for (String text : known.texts(known.values(disagreement, TH.note))) {
        notes.add(new Note(label, text));
      }
    }
    return notes;
  }

  /**
   * Where a claim was read.
   *
   * @param wanted whose name is highlighted if the claim's wording is not known; null for none
   */
  Optional<Proof> proof(Node claim, Node wanted) {
    List<Node> passages = known.ofClaim(claim, TH.statedIn);
    return passages.stream().findFirst().map(passage -> proof(claim, passage, wanted));
  }

  private Proof proof(Node claim, Node passage, Node wanted) {
    List<String> wordings =
        known.anywhere(claim, TH.asWritten).stream().map(Node::getLiteralLexicalForm).toList();
    List<Node> speakers = known.ofClaim(claim, TH.saidBy);
    Node section = known.value(passage, DCTerms.isPartOf.asNode()).orElse(passage);
    Node source = known.source(passage);
    Ref none = new Ref("", "", "");
    return new Proof(
        new Ref(known.shortName(passage), "", known.href(passage)),
        known.ref(source),
        section.equals(source) ? none : known.ref(section),
        gloss(passage),
        sentence(passage, highlights(wordings, wanted)),
        String.join("；", wordings),
        known.refs(speakers.isEmpty() ? known.values(passage, TH.speaker) : speakers),
        claim.getURI());
  }

  /** A passage itself. */
  Proof ofPassage(Node passage) {
    return proof(passage, passage, null);
  }

  String gloss(Node passage) {
    return known.values(passage, TH.gloss).stream()
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }

  private List<String> highlights(List<String> wordings, Node wanted) {
    if (!wordings.isEmpty() || wanted == null) {
      return wordings;
    }
    if (wanted.isLiteral()) {
      String text = wanted.getLiteralLexicalForm();
      return Known.isDate(wanted) ? List.of(printed(text), text) : List.of(text);
    }
    return Stream.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())
        .flatMap(property -> known.values(wanted, property).stream())
        .map(Node::getLiteralLexicalForm)
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }

  /** A time as the documents print it. */
  private String printed(String date) {
    return new When(date).text(known.site().frame("zh", "/"));
  }

  /** The sentence in pieces, plain and highlighted in turn; none where it is not at hand. */
  List<String> sentence(Node passage, List<String> wordings) {
    return known
        .site()
        .sentences()
        .get()
        .of(passage)
        .map(sentence -> pieces(sentence, wordings))
        .orElse(List.of());
  }

  /** The first wording that is found is highlighted; white space plays no part. */
  static List<String> pieces(String sentence, List<String> wordings) {
    int[] places =
        java.util.stream.IntStream.range(0, sentence.length())
            .filter(i -> !Character.isWhitespace(sentence.charAt(i)))
            .toArray();
    String dense = sentence.replaceAll("\\s", "");
    for (String wording : wordings) {
      String wanted = wording.replaceAll("\\s", "");
      int start = wanted.isEmpty() ? -1 : dense.indexOf(wanted);
      if (start >= 0) {
        int from = places[start];
        int to = places[start + wanted.length() - 1] + 1;
        return List.of(
            sentence.substring(0, from), sentence.substring(from, to), sentence.substring(to));
      }
    }
    return List.of(sentence);
  }
}
