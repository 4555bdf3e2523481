package org.triplehelix.server.document.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/** Figures as people read them: the number with its hedge, and all that stands around it. */
public final class FigureRows {
  private static final String QUDT = "http://qudt.org/vocab/unit/";
  private static final Node VALUE = Known.uri("http://www.w3.org/ns/sosa/hasSimpleResult");
  private static final Node UNIT = Known.uri("http://qudt.org/schema/qudt/hasUnit");
  private static final Node QUALIFIER = Known.uri(TH.NS + "qualifier");
  private static final Node EXACT = Known.uri(TH.NS + "Exact");
  private static final Node BETWEEN = Known.uri(TH.NS + "Between");
  private static final Node MEASURE = Known.uri(TH.NS + "measure");
  private static final Node LEVEL = Known.uri(TH.NS + "Level");
  private static final Node FRACTION = Known.uri(QUDT + "FRACTION");
  private static final int DECIMALS = 2;
  private static final int HUNDREDFOLD = 2;

  private final Known known;
  private final Proofs proofs;

  /** The figures of a site in a language. */
  public FigureRows(Site site, String language) {
    this(new Known(site, language));
  }

  FigureRows(Known known) {
    this.known = known;
    this.proofs = new Proofs(known);
  }

  /** A figure. */
  public FigureRow of(Node figure) {
    Statement statement = proofs.statement(known.ref(figure), List.of(), List.of(figure), null);
    return new FigureRow(
        known.ref(figure),
        hedge(figure),
        value(figure),
        statement.proofs().stream().map(Proof::wording).collect(Collectors.joining("；")),
        one(figure, Known.OF),
        one(figure, Known.INDICATOR),
        known.refs(known.values(figure, Known.CATEGORY)),
        known
            .value(figure, MEASURE)
            .filter(measure -> !measure.equals(LEVEL))
            .map(known::name)
            .orElse(""),
        period(figure),
        texts(figure, TH.scopeNote),
        statement);
  }

  private Ref one(Node figure, Node property) {
    return known.value(figure, property).map(known::ref).orElse(new Ref("", "", ""));
  }

  private String texts(Node figure, Node property) {
    return String.join("；", known.texts(known.values(figure, property)));
  }

  private Ref period(Node figure) {
    String period = times(figure);
    return new Ref(period, known.languageOf(period), "");
  }

  private String times(Node figure) {
    return Stream.of(TH.during, TH.relativeTime)
        .map(property -> texts(figure, property))
        .filter(text -> !text.isEmpty())
        .map(text -> text.replace("/", " – "))
        .collect(Collectors.joining(" · "));
  }

  private String hedge(Node figure) {
    return known
        .value(figure, QUALIFIER)
        .filter(qualifier -> !qualifier.equals(EXACT) && !qualifier.equals(BETWEEN))
        .map(known::name)
        .orElse("");
  }

  private String value(Node figure) {
    Optional<Node> unit = known.value(figure, UNIT);
    String number =
        known
            .value(figure, VALUE)
            .map(value -> number(value, unit))
            .orElseGet(
                () ->
                    Stream.of(TH.lower, TH.upper)
                        .flatMap(end -> known.value(figure, end).stream())
                        .map(end -> number(end, unit))
                        .collect(Collectors.joining("–")));
    return number.isEmpty()
        ? ""
        : unit.map(u -> known.texts().text("unit." + u.getLocalName(), number)).orElse(number);
  }

  private String number(Node value, Optional<Node> unit) {
    BigDecimal number = new BigDecimal(value.getLiteralLexicalForm());
    return unit.filter(FRACTION::equals).isPresent()
        ? format(number.movePointRight(HUNDREDFOLD))
        : rounded(number);
  }

  /** In thousands of millions and the like, where that is exact. */
  private String rounded(BigDecimal number) {
    boolean chinese = known.language().equals("zh");
    List<Integer> powers = chinese ? List.of(8, 4) : List.of(9, 6);
    for (int power : powers) {
      BigDecimal less = number.movePointLeft(power).stripTrailingZeros();
      if (less.abs().compareTo(BigDecimal.ONE) >= 0 && less.scale() <= DECIMALS) {
        return known.texts().text("number." + power, format(less));
      }
    }
    return format(number);
  }

  private String format(BigDecimal number) {
    NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag(known.language()));
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(number);
  }
}
