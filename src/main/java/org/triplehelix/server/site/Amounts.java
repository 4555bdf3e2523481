package org.triplehelix.server.site;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.source.Numbers;
import org.triplehelix.source.Numbers.Found;
import org.triplehelix.source.PrintedNumbers;
import org.triplehelix.vocab.TH;

/**
 * Writes what figures say, hedge, number and unit, in a language. Nothing is converted. A fraction
 * that is printed as one stays one, and what only counts as several is no number. In Chinese the
 * number has the measure word and the scale (万, 亿) of the document.
 */
public final class Amounts {
  private static final Node VALUE = uri("http://www.w3.org/ns/sosa/hasSimpleResult");
  private static final Node UNIT = uri("http://qudt.org/schema/qudt/hasUnit");
  private static final Node COUNT = uri("http://qudt.org/vocab/unit/NUM");
  private static final Node FRACTION = uri("http://qudt.org/vocab/unit/FRACTION");
  private static final Node YEARS = uri("http://qudt.org/vocab/unit/YR");
  private static final Node WRITTEN_FORM = uri(TH.NS + "writtenForm");
  private static final Node ESTIMATE = uri(TH.NS + "estimate");
  private static final Node QUALIFIER = uri(TH.NS + "qualifier");
  private static final Node MEASURE = uri(TH.NS + "measure");
  private static final List<String> DIFFERENCES = List.of("Change", "Rate", "AnnualRate");
  private static final Pattern PRINTED_FRACTION = Pattern.compile("(?<!百)分之|[0-9]/[0-9]|一半");
  private static final BigDecimal NEAR = new BigDecimal("0.00001");
  private static final int GREATEST_DENOMINATOR = 10;

  private final Site site;
  private final String language;
  private final Frame texts;
  private final Scales scales;

  /** The figures of a site in a language. */
  public Amounts(Site site, String language) {
    this.site = site;
    this.language = language;
    this.texts = site.frame(language, "/");
    this.scales = new Scales(texts);
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  /** What a figure says. */
  public Amount of(Node figure) {
    String hedge = word(figure, QUALIFIER).orElse("Exact");
    Optional<BigDecimal> value = number(figure, VALUE);
    String number =
        value
            .map(v -> hedge.equals("Several") ? several(figure, v) : written(figure, v))
            .orElseGet(() -> range(figure));
    List<String> forms =
        Stream.of(Optional.of("amount." + hedge), direction(figure, value), estimate(figure))
            .flatMap(Optional::stream)
            .toList();
    return around(number, forms);
  }

  /** That a text calls its number an estimate is a part of the number. */
  private Optional<String> estimate(Node figure) {
    return values(figure, ESTIMATE).stream()
        .filter(value -> value.getLiteralLexicalForm().equals("true"))
        .findFirst()
        .map(value -> "amount.estimate");
  }

  private String range(Node figure) {
    List<BigDecimal> ends =
        Stream.of(TH.lower, TH.upper).flatMap(end -> number(figure, end).stream()).toList();
    if (ends.isEmpty()) {
      return "";
    }
    Optional<Found> printed = printedNumber(figure, ends);
    return is(figure, FRACTION)
        ? joined(ends.stream().map(end -> inUnit(figure, scaled(figure, end), printed)))
        : inUnit(figure, joined(ends.stream().map(end -> scaled(figure, end))), printed);
  }

  private String joined(Stream<String> ends) {
    return ends.collect(Collectors.joining(texts.text("amount.range")));
  }

  private String scaled(Node figure, BigDecimal end) {
    return scales.of(base(figure, end), "");
  }

  /** Growth and fall are said in words: they are no levels. */
  private Optional<String> direction(Node figure, Optional<BigDecimal> value) {
    return word(figure, MEASURE)
        .filter(measure -> DIFFERENCES.contains(measure) && value.isPresent())
        .map(measure -> "amount." + measure + (value.get().signum() < 0 ? ".fall" : ".rise"));
  }

  private Amount around(String number, List<String> forms) {
    String mark = "\u0000";
    String whole = number.isEmpty() ? "" : mark;
    for (String form : forms) {
      whole = texts.text(form, whole);
    }
    int place = whole.indexOf(mark);
    return place < 0
        ? new Amount("", whole, "")
        : new Amount(whole.substring(0, place), number, whole.substring(place + 1));
  }

  private String written(Node figure, BigDecimal value) {
    BigDecimal number =
        word(figure, MEASURE).filter(DIFFERENCES::contains).isPresent() ? value.abs() : value;
    Optional<String> fraction = is(figure, FRACTION) ? fraction(figure, number) : Optional.empty();
    if (fraction.isPresent()) {
      return fraction.get();
    }
    Optional<Found> printed = printedNumber(figure, List.of(value));
    String digits = scales.of(base(figure, number), printed.map(Found::text).orElse(""));
    return inUnit(figure, digits, printed);
  }

  /** Shares are written in hundredths. */
  private BigDecimal base(Node figure, BigDecimal number) {
    return is(figure, FRACTION) ? number.movePointRight(2) : number;
  }

  private String several(Node figure, BigDecimal order) {
    int power = order.precision() - order.scale() - 1;
    String form = form(figure);
    Optional<Found> printed = printedNumber(figure, List.of(order));
    boolean counts = form.equals("{0}");
    return counts || form.startsWith("{0}")
        ? inUnit(
            figure,
            texts.text("amount.several." + power + (counts || power == 0 ? "" : ".of")),
            printed)
        : texts.text("amount.several.times", inUnit(figure, scales.of(order, ""), printed));
  }

  private Optional<String> fraction(Node figure, BigDecimal value) {
    if (!PRINTED_FRACTION.matcher(printed(figure)).find()) {
      return Optional.empty();
    }
    for (int denominator = 2; denominator <= GREATEST_DENOMINATOR; denominator++) {
      BigDecimal numerator = value.multiply(BigDecimal.valueOf(denominator));
      BigInteger whole = numerator.add(new BigDecimal("0.5")).toBigInteger();
      if (whole.signum() > 0
          && numerator.subtract(new BigDecimal(whole)).abs().compareTo(NEAR) < 0
          && whole.intValue() < denominator) {
        return Optional.of(fraction(whole.intValue(), denominator));
      }
    }
    return Optional.empty();
  }

  private String fraction(int numerator, int denominator) {
    if (denominator == 2) {
      return texts.text("amount.half");
    }
    RuleBasedNumberFormat words =
        new RuleBasedNumberFormat(Locale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
    String parts =
        language.equals("en")
            ? words.format(denominator, "%spellout-ordinal") + (numerator > 1 ? "s" : "")
            : words.format(denominator);
    return texts.text("amount.fraction", words.format(numerator), parts);
  }

  private String inUnit(Node figure, String number, Optional<Found> printed) {
    boolean isCounted = is(figure, COUNT) || is(figure, YEARS);
    Optional<String> counter =
        isCounted ? printed.flatMap(found -> counter(figure, found)) : Optional.empty();
    return counter.map(number::concat).orElseGet(() -> form(figure).replace("{0}", number));
  }

  /** The measure word that the document has after the number; English has none. */
  private Optional<String> counter(Node figure, Found number) {
    String counters = texts.text("amount.counters");
    Matcher word = Pattern.compile(counters).matcher(printed(figure));
    word.region(number.end(), printed(figure).length());
    return counters.isEmpty() || !word.lookingAt() ? Optional.empty() : Optional.of(word.group());
  }

  private Optional<Found> printedNumber(Node figure, List<BigDecimal> values) {
    return Numbers.in(printed(figure)).stream()
        .filter(
            found ->
                PrintedNumbers.in(found.text()).stream()
                    .anyMatch(read -> values.stream().anyMatch(v -> v.compareTo(read) == 0)))
        .reduce((one, next) -> next);
  }

  private String printed(Node figure) {
    return values(figure, TH.asWritten).stream()
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst()
        .orElse("");
  }

  private String form(Node figure) {
    return values(figure, UNIT).stream()
        .flatMap(unit -> values(unit, WRITTEN_FORM).stream())
        .filter(form -> form.getLiteralLanguage().equals(language))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("{0}");
  }

  private boolean is(Node figure, Node unit) {
    return values(figure, UNIT).contains(unit);
  }

  private Optional<String> word(Node figure, Node property) {
    return values(figure, property).stream().findFirst().map(Node::getLocalName);
  }

  private Optional<BigDecimal> number(Node figure, Node property) {
    return values(figure, property).stream()
        .findFirst()
        .map(node -> new BigDecimal(node.getLiteralLexicalForm()));
  }

  private List<Node> values(Node subject, Node property) {
    try (Stream<Quad> found =
        site.dataset().stream(Quad.defaultGraphIRI, subject, property, Node.ANY)) {
      return found.map(Quad::getObject).toList();
    }
  }
}
