package org.triplehelix.server.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.entity.Slugs;
import org.triplehelix.vocab.TH;

/**
 * One figure as plain JSON and as a row. What is not stated is null, and never zero.
 *
 * @param knowledge of the release
 * @param figure its IRI
 */
public record FigureView(Knowledge knowledge, Node figure) {
  private static final String SOSA = "http://www.w3.org/ns/sosa/";
  private static final Node OF = NodeFactory.createURI(SOSA + "hasFeatureOfInterest");
  private static final Node INDICATOR = NodeFactory.createURI(SOSA + "observedProperty");
  private static final Node VALUE = NodeFactory.createURI(SOSA + "hasSimpleResult");
  private static final Node UNIT = NodeFactory.createURI("http://qudt.org/schema/qudt/hasUnit");

  public static final List<String> COLUMNS =
      List.of(
          "figure",
          "of",
          "of_name",
          "indicator",
          "indicator_name",
          "category",
          "category_name",
          "value",
          "min",
          "min_included",
          "max",
          "max_included",
          "qualifier",
          "as_written",
          "unit",
          "measure",
          "period",
          "from",
          "until",
          "relative_time",
          "denominator",
          "scope",
          "condition",
          "side",
          "modality",
          "status",
          "note",
          "incidental",
          "restates",
          "source",
          "passage",
          "said_by");

  private static Node th(String name) {
    return NodeFactory.createURI(TH.NS + name);
  }

  private Optional<Node> value(Node property) {
    return knowledge.value(figure, property);
  }

  /** The only or first value of a property of it, as a word where it is one of a closed list. */
  private String word(Node property) {
    return value(property).map(Slugs::of).orElse(null);
  }

  private String text(Node property) {
    String joined =
        knowledge.values(figure, property).stream()
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .collect(Collectors.joining("；"));
    return joined.isEmpty() ? null : joined;
  }

  /** The values of a property of ours. */
  public List<Node> values(String property) {
    return sorted(th(property));
  }

  /** The texts of a property in a language, else in whichever there is. */
  public String texts(Node property, String language) {
    return knowledge.text(figure, property, language);
  }

  /** The languages in which a property is told. */
  public List<String> languages(Node property) {
    return sorted(property).stream().map(Node::getLiteralLanguage).distinct().toList();
  }

  /** The number that is said. */
  public Optional<BigDecimal> number() {
    return value(VALUE).map(FigureView::decimal);
  }

  /** The least or greatest number that it allows: lower, upper. */
  public Optional<BigDecimal> bound(String end) {
    return value(th(end)).map(FigureView::decimal);
  }

  private static BigDecimal decimal(Node number) {
    return new BigDecimal(number.getLiteralLexicalForm());
  }

  private Object literal(Node property) {
    return value(property).map(Knowledge::literal).orElse(null);
  }

  public Optional<Node> of() {
    return value(OF);
  }

  public Optional<Node> indicator() {
    return value(INDICATOR);
  }

  public Optional<Node> unit() {
    return value(UNIT);
  }

  public List<Node> categories() {
    return sorted(th("category"));
  }

  private List<Node> sorted(Node property) {
    return knowledge.values(figure, property).stream()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  public Optional<Node> passage() {
    return value(TH.statedIn);
  }

  /** Level, share, change … */
  public String measure() {
    return word(th("measure"));
  }

  /** What it is a figure of, apart from the place: only what has the same can be compared. */
  public String subject() {
    return indicator() + " " + categories() + " " + measure();
  }

  /** Whether it neither repeats another nor counts the parts of a text. */
  public boolean isOwn() {
    return value(th("restates")).isEmpty() && value(th("incidental")).isEmpty();
  }

  /** By what it is like others of the same subject. */
  public Likeness.Traits traits() {
    return new Likeness.Traits(
        said(UNIT),
        said(TH.during),
        text(TH.scopeNote),
        said(th("denominator")),
        text(TH.underCondition),
        word(th("side")),
        word(TH.modality),
        word(th("qualifier")),
        word(TH.status));
  }

  private String said(Node property) {
    return value(property)
        .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
        .orElse(null);
  }

  /** The document in which it stands. */
  public Node source() {
    return knowledge.source(passage().orElseThrow());
  }

  /** As plain JSON. */
  public Map<String, Object> json(String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", figure.getURI());
    json.put("of", thing(OF, language));
    json.put("indicator", thing(INDICATOR, language));
    json.put("categories", categories().stream().map(c -> knowledge.json(c, language)).toList());
    json.put("value", literal(VALUE));
    json.put("lower", end("lower"));
    json.put("upper", end("upper"));
    json.put("unit", thing(UNIT, language));
    json.put("qualifier", word(th("qualifier")));
    json.put("asWritten", text(TH.asWritten));
    json.put("measure", word(th("measure")));
    json.put("period", period());
    json.put("denominator", thing(th("denominator"), language));
    json.put("scope", text(TH.scopeNote));
    json.put("condition", text(TH.underCondition));
    json.put("side", word(th("side")));
    json.put("modality", word(TH.modality));
    json.put("status", word(TH.status));
    json.put("note", note(language).orElse(null));
    json.put("incidental", literal(th("incidental")) != null);
    json.put("restates", value(th("restates")).map(Node::getURI).orElse(null));
    json.put("source", knowledge.json(source(), language));
    json.put("passage", thing(TH.statedIn, language));
    json.put("saidBy", thing(TH.saidBy, language));
    return json;
  }

  /** Why it is doubted, or what else the curators say of it. */
  private Optional<String> note(String language) {
    return knowledge.values(figure, TH.note).stream()
        .filter(note -> note.getLiteralLanguage().equals(language))
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .reduce((one, other) -> one + " " + other);
  }

  private Object thing(Node property, String language) {
    return knowledge.json(value(property).orElse(null), language);
  }

  private Map<String, Object> end(String end) {
    return value(th(end))
        .map(
            number -> {
              Map<String, Object> bound = new LinkedHashMap<>();
              bound.put("value", Knowledge.literal(number));
              bound.put("included", literal(th(end + "Included")));
              return bound;
            })
        .orElse(null);
  }

  private Map<String, Object> period() {
    Map<String, Object> period = new LinkedHashMap<>();
    period.put("edtf", text(TH.during));
    period.put("from", text(TH.from));
    period.put("until", text(TH.until));
    period.put("relative", text(TH.relativeTime));
    period.values().removeIf(part -> part == null);
    return period.isEmpty() ? null : period;
  }

  /** As a row of {@link #COLUMNS}. */
  public List<Node> row(String language) {
    List<Node> row = new ArrayList<>();
    row.add(figure);
    named(row, of().stream().toList(), language);
    named(row, indicator().stream().toList(), language);
    named(row, categories(), language);
    row.add(value(VALUE).orElse(null));
    for (String bound : List.of("lower", "lowerIncluded", "upper", "upperIncluded")) {
      row.add(value(th(bound)).orElse(null));
    }
    row.add(plain(word(th("qualifier"))));
    row.add(plain(text(TH.asWritten)));
    row.add(unit().orElse(null));
    row.add(plain(word(th("measure"))));
    for (Node time : List.of(TH.during, TH.from, TH.until, TH.relativeTime)) {
      row.add(plain(text(time)));
    }
    row.add(value(th("denominator")).orElse(null));
    row.add(plain(text(TH.scopeNote)));
    row.add(plain(text(TH.underCondition)));
    row.add(plain(word(th("side"))));
    row.add(plain(word(TH.modality)));
    row.add(plain(word(TH.status)));
    row.add(plain(note(language).orElse(null)));
    row.add(value(th("incidental")).orElse(null));
    row.add(value(th("restates")).orElse(null));
    row.add(source());
    row.add(passage().orElse(null));
    row.add(value(TH.saidBy).orElse(null));
    return row;
  }

  private void named(List<Node> row, List<Node> things, String language) {
    row.add(plain(joined(things.stream().map(Node::getURI).toList())));
    row.add(plain(joined(things.stream().map(t -> knowledge.name(t, language)).toList())));
  }

  private static String joined(List<String> parts) {
    return parts.isEmpty() ? null : String.join(" | ", parts);
  }

  private static Node plain(String text) {
    return text == null ? null : NodeFactory.createLiteralString(text);
  }
}
