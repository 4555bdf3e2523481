package org.triplehelix.server.document.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.server.site.When;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** What the release says of things, as a page in one language calls them. */
final class Known {
  static final Node OF = uri("http://www.w3.org/ns/sosa/hasFeatureOfInterest");
  static final Node INDICATOR = uri("http://www.w3.org/ns/sosa/observedProperty");
  static final Node CATEGORY = uri(TH.NS + "category");

  private static final String ORG = "http://www.w3.org/ns/org#";

  /** What tells a fact without words of its own from others, in the order in which it is read. */
  private static final List<Node> TELLING =
      List.of(
          uri(TH.NS + "subject"),
          uri(TH.NS + "inEdition"),
          uri(TH.NS + "componentOf"),
          uri(ORG + "member"),
          uri(ORG + "role"),
          uri(ORG + "organization"),
          uri(TH.NS + "funder"),
          uri(TH.NS + "funds"),
          uri(TH.NS + "recipient"),
          uri(TH.NS + "toState"),
          uri(TH.NS + "defines"),
          uri(TH.NS + "object"),
          uri(TH.NS + "between"));

  private static final Set<Node> REFUSED = Set.of(TH.Denied, TH.Rejected);

  private static final Set<String> DATES =
      Set.of(
          "http://id.loc.gov/datatypes/edtf/EDTF",
          XSD.gYear.getURI(),
          XSD.gYearMonth.getURI(),
          XSD.date.getURI());

  private final Site site;
  private final String language;
  private final Refs refs;
  private final Frame texts;
  private final Arrangement arrangement;

  Known(Site site, String language) {
    this.site = site;
    this.language = language;
    this.refs = new Refs(site, language);
    this.texts = site.frame(language, "/");
    this.arrangement = Arrangement.of(site.release().prefixes());
  }

  static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  Site site() {
    return site;
  }

  String language() {
    return language;
  }

  /** In which order pages tell what is known. */
  Arrangement arrangement() {
    return arrangement;
  }

  /** The texts of the page. */
  Frame texts() {
    return texts;
  }

  /** The values of a property in the default graph. */
  List<Node> values(Node subject, Node property) {
    return objects(Quad.defaultGraphIRI, subject, property);
  }

  /** The values of a property in any graph, for what the default graph leaves out. */
  List<Node> anywhere(Node subject, Node property) {
    return objects(Node.ANY, subject, property);
  }

  /** The values of a property of a claim. */
  List<Node> ofClaim(Node claim, Node property) {
    return objects(Graphs.CLAIMS, claim, property);
  }

  private List<Node> objects(Node graph, Node subject, Node property) {
    try (Stream<Quad> found = site.dataset().stream(graph, subject, property, Node.ANY)) {
      return found
          .map(Quad::getObject)
          .distinct()
          .sorted(Comparator.comparing(Node::toString))
          .toList();
    }
  }

  Optional<Node> value(Node subject, Node property) {
    return values(subject, property).stream().findFirst();
  }

  /** The subjects that a property leads from, in the default graph. */
  Set<Node> subjects(Node property, Node object) {
    try (Stream<Quad> found =
        site.dataset().stream(Quad.defaultGraphIRI, Node.ANY, property, object)) {
      return found
          .map(Quad::getSubject)
          .sorted(Comparator.comparing(Node::toString))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /** Texts in the language of the page; if there are none, in another. */
  List<String> texts(Collection<Node> values) {
    List<Node> texts = values.stream().filter(Node::isLiteral).toList();
    List<String> own =
        texts.stream()
            .filter(text -> text.getLiteralLanguage().equals(language))
            .map(Node::getLiteralLexicalForm)
            .toList();
    return own.isEmpty() ? texts.stream().map(Node::getLiteralLexicalForm).toList() : own;
  }

  /** A many-sided fact. */
  boolean isNode(Node node) {
    return node.isURI() && Family.of(node.getURI()).filter(Family::ofNodes).isPresent();
  }

  boolean is(Node thing, Node type) {
    return site.dataset().contains(Quad.defaultGraphIRI, thing, RDF.Nodes.type, type);
  }

  /** The types, in any graph: what is rejected is in no other. */
  List<Node> types(Node thing) {
    return anywhere(thing, RDF.Nodes.type);
  }

  /** A thing or a value by its title. */
  Ref ref(Node node) {
    if (node.isLiteral()) {
      return literal(node);
    }
    String title = title(node);
    return new Ref(title, languageOf(title), refs.of(node).href());
  }

  List<Ref> refs(Collection<Node> nodes) {
    return nodes.stream().map(this::ref).toList();
  }

  /** A property in the words of the page. */
  Ref property(Node property) {
    return refs.of(property);
  }

  private Ref literal(Node node) {
    String text = node.getLiteralLexicalForm();
    if (isDate(node)) {
      return new Ref(new When(text).text(texts), language, "");
    }
    return switch (text) {
      case "true", "false" -> new Ref(texts.text("thing." + text), language, "");
      default -> new Ref(text, node.getLiteralLanguage(), "");
    };
  }

  /** Whether a value is a time. */
  static boolean isDate(Node node) {
    return node.isLiteral() && DATES.contains(node.getLiteralDatatypeURI());
  }

  /** What a page calls a thing. */
  String title(Node thing) {
    if (is(thing, TH.Passage)) {
      return texts.text("thing.passage", shortName(thing));
    }
    if (!values(thing, INDICATOR).isEmpty()) {
      return figure(thing);
    }
    Optional<List<Node>> claimed = site.names().claimed(thing);
    if (claimed.isPresent()) {
      return claimed.get().stream().map(this::name).collect(Collectors.joining(" — "))
          + refused(thing);
    }
    return isNode(thing) ? node(thing) : name(thing);
  }

  /**
   * A claim that says the opposite of its words, or that nobody stands by, is not named without
   * that.
   */
  private String refused(Node claim) {
    return Stream.of(TH.modality, TH.status)
        .flatMap(property -> ofClaim(claim, property).stream())
        .filter(REFUSED::contains)
        .map(mark -> texts.text("thing.refused", name(mark)))
        .collect(Collectors.joining());
  }

  private String figure(Node figure) {
    String what =
        Stream.of(INDICATOR, CATEGORY)
            .flatMap(property -> values(figure, property).stream())
            .map(this::name)
            .collect(Collectors.joining(texts.text("thing.comma")));
    return values(figure, OF).stream().map(this::name).collect(Collectors.joining(" "))
        + texts.text("thing.colon")
        + what;
  }

  private String node(Node node) {
    List<Node> glosses = anywhere(node, TH.gloss);
    return glosses.stream().anyMatch(gloss -> gloss.getLiteralLanguage().equals(language))
        ? String.join(" ", texts(glosses))
        : composed(node);
  }

  /** Of a fact without words of its own: what kind it is, and between whom. */
  private String composed(Node node) {
    String kind =
        types(node).stream()
            .filter(type -> !type.equals(uri(TH.NS + "Node")))
            .map(this::name)
            .findFirst()
            .orElse("");
    String between =
        TELLING.stream()
            .flatMap(property -> anywhere(node, property).stream())
            .flatMap(this::about)
            .map(this::name)
            .distinct()
            .collect(Collectors.joining(texts.text("thing.comma")));
    return kind + texts.text("thing.colon") + (between.isEmpty() ? name(node) : between);
  }

  /** What a claim or figure is about; anything else is about itself. */
  private Stream<Node> about(Node thing) {
    Optional<List<Node>> claimed = site.names().claimed(thing);
    if (claimed.isPresent()) {
      return Stream.of(claimed.get().get(0));
    }
    List<Node> subjects =
        Stream.of(OF, uri(TH.NS + "subject"), uri(TH.NS + "actor"))
            .flatMap(property -> anywhere(thing, property).stream())
            .toList();
    return subjects.isEmpty() ? Stream.of(thing) : subjects.stream();
  }

  /** The name of a thing, or the text of a value. */
  String name(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    if (isNode(node) && !anywhere(node, TH.gloss).isEmpty()) {
      return String.join(" ", texts(anywhere(node, TH.gloss)));
    }
    return node.isURI()
        ? site.names().in(language, node).orElseGet(() -> shortName(node))
        : node.toString();
  }

  /** With its prefix. */
  String shortName(Node thing) {
    return site.release().prefixes().abbreviate(thing.getURI());
  }

  /** The document that a passage or section is of. */
  Node source(Node part) {
    Node whole = part;
    while (!is(whole, TH.Source)) {
      Optional<Node> next = value(whole, DCTerms.isPartOf.asNode());
      if (next.isEmpty()) {
        return whole;
      }
      whole = next.get();
    }
    return whole;
  }

  /** Texts with Chinese characters are Chinese. */
  String languageOf(String text) {
    boolean han =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    if (han) {
      return "zh";
    }
    return text.codePoints().anyMatch(Character::isLetter) ? "en" : language;
  }

  /** A path of the server in the language of the page. */
  String page(String path) {
    return texts.page(path);
  }

  /** Where the page of a thing is. */
  String href(Node thing) {
    return Address.path(thing.getURI()).map(p -> texts.href("/page" + p)).orElse(thing.getURI());
  }
}
