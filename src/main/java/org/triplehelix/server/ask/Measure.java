package org.triplehelix.server.ask;

import java.math.BigDecimal;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Values that have an order: numbers, and dates by their year. */
final class Measure {
  private static final Set<String> TIMES = Set.of("gYear", "gYearMonth", "date", "EDTF");

  private Measure() {}

  /** Whether a value is one. */
  static boolean is(Node value) {
    return value.isLiteral()
        && value.getLiteral().isWellFormed()
        && (isTime(value) || value.getLiteralValue() instanceof Number);
  }

  /** Whether a value is a date. */
  static boolean isTime(Node value) {
    String type = value.getLiteralDatatypeURI();
    return TIMES.contains(type.substring(Math.max(type.indexOf('#'), type.lastIndexOf('/')) + 1))
        && value.getLiteralLexicalForm().matches("\\d{4}.*");
  }

  /** Its number, or its year. */
  static BigDecimal of(Node value) {
    String text = value.getLiteralLexicalForm();
    return new BigDecimal(isTime(value) ? text.substring(0, 4) : text);
  }
}
