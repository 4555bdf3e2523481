package org.triplehelix.server.ask;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.triplehelix.server.pipeline.Problem;

/**
 * Between what a number, or the year of a date, must lie.
 *
 * @param ofYears whether it is the year of a date
 * @param least the lower bound; empty if there is none
 * @param most the upper bound; empty if there is none
 */
record Bounds(boolean ofYears, Optional<BigDecimal> least, Optional<BigDecimal> most) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
  static final Bounds NONE = new Bounds(false, Optional.empty(), Optional.empty());

  /**
   * Bounds as they are written, null for none.
   *
   * @throws Problem if one is no number, or nothing is between them
   */
  static Bounds of(boolean ofYears, String least, String most) {
    Bounds bounds = new Bounds(ofYears, number(least), number(most));
    if (bounds.least.isPresent()
        && bounds.most.isPresent()
        && bounds.least.get().compareTo(bounds.most.get()) > 0) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "Nothing is at least " + least + " and at most " + most + ".",
          "Write the smaller number first.");
    }
    return bounds;
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(number -> !number.isEmpty())
        .map(Bounds::read);
  }

  private static BigDecimal read(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          number + " is no number, or one too long.",
          "Write up to 18 digits, as 2014 or 7000000.");
    }
    return new BigDecimal(number);
  }

  boolean areNone() {
    return least.isEmpty() && most.isEmpty();
  }

  /** As addresses write them. */
  String text() {
    return areNone() ? "" : (ofYears ? "@year" : "") + written(least, ">=") + written(most, "<=");
  }

  private static String written(Optional<BigDecimal> bound, String sign) {
    return bound.map(number -> sign + number.toPlainString()).orElse("");
  }

  /** As SPARQL writes them. */
  String filter(String variable) {
    String number = ofYears ? "xsd:integer(SUBSTR(STR(" + variable + "), 1, 4))" : variable;
    return filter(number, " >= ", least) + filter(number, " <= ", most);
  }

  private static String filter(String number, String sign, Optional<BigDecimal> bound) {
    return bound
        .map(value -> "\n  FILTER (" + number + sign + value.toPlainString() + ")")
        .orElse("");
  }
}
