package org.triplehelix.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.triplehelix.source.Numbers.Found;

/**
 * The values of the number expressions of a Chinese text, in the base unit: {@code 3.5亿} and {@code
 * 3亿5千万} are 350000000, {@code 近三成} is 0.3, {@code 1/3} and {@code 三分之一} are a third, {@code 一半} is
 * a half, {@code 两倍多} is 2. Of a vague one it is the least: {@code 数十} is 10, {@code 两三百} is 200.
 * Of a range both ends have the unit of the second: {@code 50—60%}. What doubles ({@code 翻番}) is 2
 * as a ratio and 1 as a growth; the top of a ranking ({@code 榜首}) is 1.
 */
public final class PrintedNumbers {
  private static final Pattern TOP = Pattern.compile("榜首|首位|居首|之首|首名|冠军");
  private static final Pattern DOUBLING = Pattern.compile("翻([一两几]|[0-9]+)?[番倍]|倍增");
  private static final Pattern RANGE = Pattern.compile("[-–—~～至到]|——");
  private static final Pattern MEASURE = Pattern.compile("\\p{IsHan}?");
  private static final Pattern VAGUE = Pattern.compile("(?<=.)[多余来]|(?<=[十百千万亿])几");
  private static final Pattern UNIT = Pattern.compile("[百千万亿]*[多余几来]?[百千万亿]*(?:个?百分点|[%‰成倍])?$");
  private static final Pattern SCALED = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([十百千]*)");
  private static final Pattern POINT = Pattern.compile("(.+)点([零一二三四五六七八九]+)");
  private static final Pattern ABOUT =
      Pattern.compile("(一(?=二)|[二两](?=三)|三(?=四)|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九)).([十百千]*)");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int SHORT = 30;

  private PrintedNumbers() {}

  /** The values of a text without white space; what cannot be read is left out. */
  public static Set<BigDecimal> in(String text) {
    List<Found> found = joined(Numbers.in(text));
    Set<BigDecimal> values = new HashSet<>();
    for (int i = 0; i < found.size(); i++) {
      Found next = found.get(i);
      Optional<BigDecimal> together =
          i == 0 ? Optional.empty() : together(text, found.get(i - 1), next);
      together.ifPresent(values::add);
      if (together.isEmpty() || !next.text().equals("半")) {
        values.addAll(values(next.text()));
      }
    }
    if (TOP.matcher(text).find()) {
      values.add(BigDecimal.ONE);
    }
    return values;
  }

  /** {@code 3亿} and {@code 5千万} next to each other are one number. */
  private static List<Found> joined(List<Found> found) {
    List<Found> joined = new ArrayList<>();
    for (Found next : found) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).end() == next.start() && !next.text().equals("半")) {
        Found before = joined.get(last);
        String both = before.text() + next.text();
        if (!values(both).isEmpty()) {
          joined.set(last, new Found(before.start(), next.end(), both));
          continue;
        }
      }
      joined.add(next);
    }
    return joined;
  }

  /** What two numbers near each other say: a quotient, the first of a range, one and a half. */
  private static Optional<BigDecimal> together(String text, Found first, Found second) {
    String between = text.substring(first.end(), second.start());
    if (between.equals("/")) {
      return value(first.text()).flatMap(a -> value(second.text()).flatMap(b -> quotient(a, b)));
    }
    if (RANGE.matcher(between).matches()) {
      Matcher unit = UNIT.matcher(second.text());
      return unit.find() ? value(first.text() + unit.group()) : Optional.empty();
    }
    if (second.text().equals("半")
        && !first.text().endsWith("半")
        && MEASURE.matcher(between).matches()) {
      BigDecimal half = first.text().endsWith("成") ? HALF.movePointLeft(1) : HALF;
      return value(first.text()).map(half::add);
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> quotient(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(part.divide(whole, MathContext.DECIMAL64));
  }

  private static List<BigDecimal> values(String expression) {
    Matcher doubling = DOUBLING.matcher(expression);
    if (doubling.matches()) {
      String times = doubling.group(1) == null ? "一" : doubling.group(1).replace('几', '一');
      return HanNumerals.value(times).filter(n -> n < SHORT).stream()
          .map(n -> BigDecimal.valueOf(1L << n))
          .flatMap(ratio -> Stream.of(ratio, ratio.subtract(BigDecimal.ONE)))
          .toList();
    }
    return value(expression).stream().toList();
  }

  private static Optional<BigDecimal> value(String expression) {
    if (expression.equals("半") || expression.equals("一半")) {
      return Optional.of(HALF);
    }
    String text = VAGUE.matcher(plainDigits(expression)).replaceAll("");
    if (text.length() > SHORT) {
      return Optional.empty();
    }
    if (text.contains("分之") && !text.startsWith("百") && !text.startsWith("千")) {
      String[] parts = text.split("分之", 2);
      return amount(parts[0]).flatMap(whole -> amount(parts[1]).flatMap(p -> quotient(p, whole)));
    }
    String number = text.replaceAll("^(?:百分之|千分之)|(?:个?百分点|[%‰成倍])$", "");
    return amount(number).map(n -> n.movePointLeft(places(text)).stripTrailingZeros());
  }

  /** Full-width signs, grouped digits and some for a digit as what is counted with. */
  private static String plainDigits(String expression) {
    StringBuilder plain = new StringBuilder();
    for (char c : expression.toCharArray()) {
      plain.append(c >= '０' && c <= '９' || c == '．' || c == '％' ? (char) (c - '０' + '0') : c);
    }
    return plain
        .toString()
        .replaceAll("[第,]", "")
        .replace("廿", "二十")
        .replaceAll("[○〇]", "零")
        .replaceAll("^(?:数|几)(?=.)|^几$", "一");
  }

  private static int places(String text) {
    if (text.endsWith("%") || text.endsWith("百分点") || text.startsWith("百分之")) {
      return 2;
    }
    if (text.endsWith("‰") || text.startsWith("千分之")) {
      return 3;
    }
    return text.endsWith("成") ? 1 : 0;
  }

  /** What stands before 亿 or 万 counts so many of them. */
  private static Optional<BigDecimal> amount(String number) {
    for (char unit : new char[] {'亿', '万'}) {
      int at = number.lastIndexOf(unit);
      if (at >= 0) {
        String before = number.substring(0, at);
        String after = number.substring(at + 1);
        Optional<BigDecimal> many = before.isEmpty() ? Optional.of(BigDecimal.ONE) : amount(before);
        Optional<BigDecimal> rest = after.isEmpty() ? Optional.of(BigDecimal.ZERO) : amount(after);
        return many.flatMap(m -> rest.map(r -> m.movePointRight(unit == '亿' ? 8 : 4).add(r)));
      }
    }
    return small(number);
  }

  private static Optional<BigDecimal> small(String number) {
    Matcher scaled = SCALED.matcher(number);
    if (scaled.matches()) {
      BigDecimal value = new BigDecimal(scaled.group(1));
      for (char unit : scaled.group(2).toCharArray()) {
        value = value.movePointRight("十百千".indexOf(unit) + 1);
      }
      return Optional.of(value);
    }
    Matcher point = POINT.matcher(number);
    if (point.matches()) {
      String places = point.group(2);
      return small(point.group(1))
          .flatMap(
              whole ->
                  HanNumerals.value(places)
                      .map(p -> whole.add(BigDecimal.valueOf(p, places.length()))));
    }
    Matcher about = ABOUT.matcher(number);
    String least = about.matches() ? about.group(1) + about.group(2) : number;
    return HanNumerals.value(han(least)).map(BigDecimal::valueOf);
  }

  /** {@code 5千3百} with the digits of {@code 五千三百}. */
  private static String han(String number) {
    StringBuilder han = new StringBuilder();
    for (char c : number.toCharArray()) {
      han.append(c >= '0' && c <= '9' ? "零一二三四五六七八九".charAt(c - '0') : c);
    }
    return han.toString();
  }
}
