package org.triplehelix.server.ask;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Between what a number, or the year of a date, must lie.
 *
 * @param ofYears whether it is the year of a date
 * @param least the lower bound; empty if there is none
 * @param most the upper bound; empty if there is none
 */
record Bounds(boolean ofYears, Optional<BigDecimal> least, Optional<BigDecimal> most) {
  static final Bounds NONE = new Bounds(false, Optional.empty(), Optional.empty());

  /** Bounds as they are written, null for none; empty if they are no numbers. */
  static Optional<Bounds> of(boolean ofYears, String least, String most) {
    try {
      return Optional.of(new Bounds(ofYears, number(least), number(most)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(number -> !number.isEmpty())
        .map(BigDecimal::new);
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
