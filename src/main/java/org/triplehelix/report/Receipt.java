package org.triplehelix.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a report, {@code 2026-11-20-0042-K}: the day it came, by UTC, for people; its place
 * among all reports, which alone makes it unique; and a letter by which a mistyped digit or two
 * that changed places are found.
 *
 * @param day it came
 * @param number from one, over all days
 */
public record Receipt(LocalDate day, long number) implements Comparable<Receipt> {
  /** As many as a prime number, without those that look like digits. */
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";

  /** Its powers give each of 22 places another weight. */
  private static final int PRIMITIVE_ROOT = 5;

  /** With the eight digits of the day no more than there are weights. */
  private static final int MOST_DIGITS = 14;

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-0*(\\d{1," + MOST_DIGITS + "})-([A-Z])");

  /** The receipt that a text is; empty if it is none, or if its letter does not fit. */
  public static Optional<Receipt> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Receipt receipt =
          new Receipt(LocalDate.parse(matcher.group(1)), Long.parseLong(matcher.group(2)));
      return Optional.of(receipt).filter(r -> r.letter() == matcher.group(3).charAt(0));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private char letter() {
    String digits = day.toString().replace("-", "") + "%014d".formatted(number);
    int sum = 0;
    for (char digit : digits.toCharArray()) {
      sum = (sum * PRIMITIVE_ROOT + digit - '0') % LETTERS.length();
    }
    return LETTERS.charAt(sum);
  }

  @Override
  public int compareTo(Receipt other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "%s-%04d-%s".formatted(day, number, letter());
  }
}
