package org.triplehelix.server.analysis;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * Writes numbers with their units as a language does. Nothing is converted: a currency stays what
 * it is.
 *
 * @param language {@code zh} or {@code en}
 */
record Numbers(String language) {
  private static final String CURRENCY = "CCY_";
  private static final int DIGITS_OF_PERCENT = 2;
  private static final Map<String, MeasureUnit> UNITS =
      Map.of("YR", MeasureUnit.YEAR, "KiloM", MeasureUnit.KILOMETER);

  /** A number in a unit, which is named as by QUDT. */
  String of(BigDecimal number, String unit) {
    LocalizedNumberFormatter format =
        NumberFormatter.withLocale(Locale.forLanguageTag(language))
            .unitWidth(NumberFormatter.UnitWidth.FULL_NAME)
            .precision(Precision.unlimited());
    if (unit.startsWith(CURRENCY)) {
      Currency currency = Currency.getInstance(unit.substring(CURRENCY.length()));
      format =
          format.notation(Notation.compactLong()).unit(currency).precision(Precision.unlimited());
    } else if (unit.equals("FRACTION")) {
      return percent(number);
    } else if (UNITS.containsKey(unit)) {
      format = format.unit(UNITS.get(unit));
    }
    return format.format(number).toString();
  }

  private String percent(BigDecimal fraction) {
    return NumberFormatter.withLocale(Locale.forLanguageTag(language))
        .unit(MeasureUnit.PERCENT)
        .precision(Precision.maxFraction(DIGITS_OF_PERCENT))
        .format(fraction.movePointRight(2))
        .toString();
  }
}
