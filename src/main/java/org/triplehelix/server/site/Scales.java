package org.triplehelix.server.site;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Writes numbers in digits, great ones in millions and billions, or in 万 and 亿: those that the
 * document has.
 *
 * @param texts of the page
 */
record Scales(Frame texts) {
  /** More digits than these after the point, and the scale is no help. */
  private static final int DECIMALS = 3;

  /** A word for a power of ten. */
  private record Scale(int power, String word) {}

  private static final List<Scale> CHINESE = List.of(new Scale(8, "亿"), new Scale(4, "万"));
  private static final List<Scale> ENGLISH =
      List.of(new Scale(12, " trillion"), new Scale(9, " billion"), new Scale(6, " million"));

  /**
   * A number.
   *
   * @param printed as the document has it; empty if that is not known
   */
  String of(BigDecimal number, String printed) {
    for (Scale scale : texts.language().equals("zh") ? CHINESE : ENGLISH) {
      BigDecimal less = number.movePointLeft(scale.power).stripTrailingZeros();
      boolean isGreat = less.abs().compareTo(BigDecimal.ONE) >= 0 && less.scale() <= DECIMALS;
      if (isGreat && isUsual(scale, printed)) {
        return digits(less) + scale.word;
      }
    }
    return digits(number);
  }

  private boolean isUsual(Scale scale, String printed) {
    return printed.isEmpty()
        || texts.language().equals("en")
        || printed.contains(scale.word)
        || printed.codePoints().noneMatch(Character::isDigit);
  }

  private String digits(BigDecimal number) {
    boolean isChinese = texts.language().equals("zh");
    return NumberFormatter.withLocale(Locale.forLanguageTag(texts.language()))
        .precision(Precision.maxFraction(DECIMALS))
        .grouping(isChinese ? GroupingStrategy.MIN2 : GroupingStrategy.AUTO)
        .format(number)
        .toString();
  }
}
