package org.triplehelix.server.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.triplehelix.entity.Slugs;
import org.triplehelix.server.figure.Comparison;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Likeness;

/**
 * Figures as bars on one scale. What is open stays open, what is planned is hatched, and the year
 * stands at each bar.
 *
 * @param bars from the top
 */
public record BarChart(List<Bar> bars) {
  /** What differs so that no scale holds both. */
  private static final Set<Likeness> NO_SCALE =
      EnumSet.of(
          Likeness.UNIT, Likeness.SCOPE, Likeness.DENOMINATOR, Likeness.CONDITION, Likeness.SIDE);

  private static final Set<String> OPEN_ABOVE = Set.of("MoreThan", "AtLeast", "Several");
  private static final Set<String> OPEN_BELOW = Set.of("LessThan", "UpTo");

  /** Of the width, so that there is room for an open end. */
  private static final double LONGEST = 84;

  private static final double OPEN = 12;

  /**
   * One figure.
   *
   * @param label of whom it is
   * @param value as text, with its hedge
   * @param period of which it is; may be empty
   * @param length of the solid part, in hundredths of the width
   * @param fade of the part in which it may end; 0 if it is closed
   * @param kind its class in the style: plan, doubt, below, or empty
   */
  public record Bar(
      String label, String value, String period, double length, double fade, String kind) {
    /** The end of the solid part. */
    public String solid() {
      return hundredths(length);
    }

    public String open() {
      return hundredths(fade);
    }

    private static String hundredths(double part) {
      return String.format(Locale.ROOT, "%.2f%%", part);
    }
  }

  /** A figure and how it is told. */
  record Told(FigureView figure, FigureText text, String label) {
    private Optional<BigDecimal> greatest() {
      return figure.number().or(() -> figure.bound("upper"));
    }

    private String hedge() {
      return figure.values("qualifier").stream().map(Slugs::of).findFirst().orElse("Exact");
    }

    private Bar bar(BigDecimal longest) {
      double end = share(greatest().orElseThrow(), longest);
      boolean between = figure.number().isEmpty();
      double start = between ? share(figure.bound("lower").orElse(BigDecimal.ZERO), longest) : end;
      double fade = between ? end - start : OPEN_ABOVE.contains(hedge()) ? OPEN : 0;
      return new Bar(label, text.value(), text.period().text(), start, fade, kind());
    }

    private String kind() {
      if (OPEN_BELOW.contains(hedge())) {
        return "below";
      }
      return text.marks().stream().map(FigureText.Mark::kind).findFirst().orElse("");
    }

    private static double share(BigDecimal part, BigDecimal whole) {
      return part.divide(whole, 6, RoundingMode.HALF_UP).doubleValue() * LONGEST;
    }
  }

  /** The chart of a row; empty if fewer than two sides can stand on one scale. */
  static Optional<BarChart> of(Comparison.Row row, List<Told> told) {
    boolean oneScale = row.differences().stream().noneMatch(NO_SCALE::contains);
    boolean severalSides = told.stream().map(Told::label).distinct().count() > 1;
    return oneScale && severalSides ? of(told) : Optional.empty();
  }

  /** The chart of figures that stand on one scale; empty if any has no place on it. */
  static Optional<BarChart> of(List<Told> told) {
    List<BigDecimal> numbers = new ArrayList<>();
    told.forEach(one -> one.greatest().ifPresent(numbers::add));
    BigDecimal longest = numbers.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    boolean drawable =
        numbers.size() == told.size()
            && longest.signum() > 0
            && numbers.stream().noneMatch(number -> number.signum() < 0);
    return drawable
        ? Optional.of(new BarChart(told.stream().map(one -> one.bar(longest)).toList()))
        : Optional.empty();
  }
}
