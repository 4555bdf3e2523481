package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.server.reading.Claim.Mark;
import org.triplehelix.server.reading.Claim.Place;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.vocab.TH;

/** Shows claims in the language of a page. */
final class Claims {
  private static final String SOSA = "http://www.w3.org/ns/sosa/";
  private static final String ORG = "http://www.w3.org/ns/org#";
  static final Node FEATURE = NodeFactory.createURI(SOSA + "hasFeatureOfInterest");
  static final Node INDICATOR = NodeFactory.createURI(SOSA + "observedProperty");

  /** What tells a claim without a gloss from others, in the order in which it is read. */
  private static final List<Node> TELLING =
      List.of(
          FEATURE,
          th("subject"),
          NodeFactory.createURI(ORG + "member"),
          th("funder"),
          th("recipient"),
          INDICATOR,
          th("category"),
          th("inEdition"),
          th("inRanking"),
          NodeFactory.createURI(ORG + "organization"),
          NodeFactory.createURI(ORG + "role"));

  private static final Map<Node, String> STYLES =
      Map.of(
          TH.Doubted, "doubt",
          TH.Rejected, "doubt",
          TH.Planned, "plan",
          TH.Forecast, "plan",
          TH.Recommended, "plan",
          TH.Opinion, "infer",
          TH.Denied, "doubt");

  private final Facts facts;
  private final Frame frame;
  private final Refs refs;

  Claims(Facts facts, Frame frame) {
    this.facts = facts;
    this.frame = frame;
    this.refs = new Refs(facts.site(), frame.language());
  }

  /** A thing as the page names it; what has only a Chinese name is marked as such. */
  Ref ref(Node thing) {
    Ref ref = refs.of(thing);
    boolean isHan =
        ref.text().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == UnicodeScript.HAN);
    return isHan ? new Ref(ref.text(), "zh", ref.href()) : ref;
  }

  /** Things as the page names them, by name. */
  List<Ref> things(Collection<Node> things) {
    return things.stream()
        .filter(Node::isURI)
        .map(this::ref)
        .sorted((a, b) -> a.text().compareTo(b.text()))
        .toList();
  }

  /** A text in the language of the page, else empty. */
  Optional<String> text(Collection<Node> texts) {
    return texts.stream()
        .filter(Node::isLiteral)
        .filter(text -> text.getLiteralLanguage().equals(frame.language()))
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  /** A claim. */
  Claim of(Node claim) {
    return new Claim(
        parts(claim),
        claim.getURI(),
        ref(claim).href(),
        printed(claim),
        kind(claim),
        marks(claim),
        facts.ofClaim(claim, TH.note).stream()
            .filter(note -> note.getLiteralLanguage().equals(frame.language()))
            .map(Node::getLiteralLexicalForm)
            .toList(),
        things(facts.ofClaim(claim, TH.saidBy)),
        facts.passage(claim).map(this::place).orElse(null));
  }

  private List<Ref> parts(Node claim) {
    return facts
        .site()
        .names()
        .claimed(claim)
        .map(parts -> parts.stream().map(this::ref).toList())
        .orElseGet(() -> List.of(new Ref(said(claim), frame.language(), ref(claim).href())));
  }

  /** What a node says: its gloss, else what it is of. */
  String said(Node claim) {
    return text(facts.ofClaim(claim, TH.gloss)).orElseGet(() -> composed(claim));
  }

  private String composed(Node claim) {
    String told =
        TELLING.stream()
            .flatMap(property -> facts.ofClaim(claim, property).stream())
            .map(thing -> thing.isURI() ? ref(thing).text() : thing.getLiteralLexicalForm())
            .distinct()
            .collect(Collectors.joining(" · "));
    return told.isEmpty() ? kind(claim) : told;
  }

  /** What kind of node a claim is; empty for a plain triple. */
  String kind(Node claim) {
    return facts.site().names().claimed(claim).isPresent()
        ? ""
        : facts.passage(claim).stream()
            .flatMap(passage -> facts.values(passage, claim, RDF.Nodes.type).stream())
            .map(type -> ref(type).text())
            .findFirst()
            .orElse("");
  }

  private List<String> printed(Node claim) {
    return facts.ofClaim(claim, TH.asWritten).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .toList();
  }

  /** That a claim is planned, doubted … */
  List<Mark> marks(Node claim) {
    return Stream.of(TH.status, TH.modality)
        .flatMap(property -> facts.ofClaim(claim, property).stream())
        .filter(STYLES::containsKey)
        .distinct()
        .map(mark -> new Mark(ref(mark).text(), STYLES.get(mark)))
        .toList();
  }

  /** A passage. */
  Place place(Node passage) {
    Node source = Facts.source(passage);
    return new Place(
        Facts.name(passage),
        frame.page("/sources/" + Facts.name(source)) + "#" + Facts.name(passage),
        facts.value(passage, TH.gloss).map(Node::getLiteralLexicalForm).orElse(""),
        facts.site().sentences().get().of(passage).orElse(""),
        source(source));
  }

  /** A document, by the page on it. */
  Ref source(Node source) {
    return new Ref(
        ref(source).text(), frame.language(), frame.page("/sources/" + Facts.name(source)));
  }
}
