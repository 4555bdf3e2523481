package org.triplehelix.graph;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in the Extended Date/Time Format, as far as readings use it: years, months, days, {@code
 * 196X}, intervals with open ends, and the marks {@code ~ ? %}. See the Library of Congress's
 * specification, levels 0 to 1.
 *
 * @param from its first day; empty where the start is open or unknown
 * @param until its last day; empty where the end is open or unknown
 */
public record Edtf(Optional<LocalDate> from, Optional<LocalDate> until) {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2})(?:-(\\d{2}))?)?[~?%]?");

  /** Reads a text; empty if it is not of that form. */
  public static Optional<Edtf> parse(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length == 1) {
      return date(text);
    }
    if (ends.length != 2 || (open(ends[0]) && open(ends[1]))) {
      return Optional.empty();
    }
    Optional<Edtf> first = end(ends[0]);
    Optional<Edtf> last = end(ends[1]);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Edtf interval = new Edtf(first.get().from, last.get().until);
    return interval.runsForward() ? Optional.of(interval) : Optional.empty();
  }

  private static boolean open(String end) {
    return end.equals("..") || end.isEmpty();
  }

  private static Optional<Edtf> end(String text) {
    return open(text) ? Optional.of(new Edtf(Optional.empty(), Optional.empty())) : date(text);
  }

  private boolean runsForward() {
    return from.isEmpty() || until.isEmpty() || !from.get().isAfter(until.get());
  }

  private static Optional<Edtf> date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String year = matcher.group(1);
    if (year.endsWith("X")) {
      return matcher.group(2) == null ? Optional.of(unspecified(year)) : Optional.empty();
    }
    try {
      return Optional.of(
          days(Integer.parseInt(year), number(matcher.group(2)), number(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty(); // no such month or day
    }
  }

  private static Edtf unspecified(String year) {
    return days(
        LocalDate.of(Integer.parseInt(year.replace('X', '0')), 1, 1),
        LocalDate.of(Integer.parseInt(year.replace('X', '9')), 12, 31));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Edtf days(int year, int month, int day) {
    if (month == 0) {
      return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    if (day == 0) {
      return days(LocalDate.of(year, month, 1), YearMonth.of(year, month).atEndOfMonth());
    }
    LocalDate date = LocalDate.of(year, month, day);
    return days(date, date);
  }

  private static Edtf days(LocalDate first, LocalDate last) {
    return new Edtf(Optional.of(first), Optional.of(last));
  }
}
