package org.triplehelix.server.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as data have it, in EDTF or as a date.
 *
 * @param edtf {@code 2021-04/2022-03}, {@code ../2027}, {@code 196X}, {@code 2008~} …
 */
public record When(String edtf) {
  private static final Pattern DATE =
      Pattern.compile("(\\d{3}[\\dX])(?:-(\\d\\d))?(?:-(\\d\\d))?([~?%]?)");
  private static final String OPEN = "..";

  /** What it is ordered by: its beginning, or its end where it has none. */
  public String order() {
    String[] ends = ends();
    return ends[0].equals(OPEN) ? ends[1] : ends[0];
  }

  private String[] ends() {
    return edtf.contains("/") ? edtf.split("/") : new String[] {edtf};
  }

  /** The year by which it is ordered, the first of a decade; empty if there is none. */
  public Optional<Integer> year() {
    Matcher date = DATE.matcher(order());
    return date.matches()
        ? Optional.of(Integer.valueOf(date.group(1).replace('X', '0')))
        : Optional.empty();
  }

  /** Whether it is a whole decade. */
  public boolean isDecade() {
    return order().contains("X");
  }

  /** As people write it in the language of a page. */
  public String text(Frame frame) {
    String[] ends = ends();
    if (ends.length == 1) {
      return date(ends[0], frame);
    }
    if (ends[0].equals(OPEN)) {
      return frame.text("when.until", date(ends[1], frame));
    }
    return ends[1].equals(OPEN)
        ? frame.text("when.since", date(ends[0], frame))
        : frame.text("when.between", date(ends[0], frame), date(ends[1], frame));
  }

  private static String date(String text, Frame frame) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return text;
    }
    String plain =
        date.group(1).endsWith("X")
            ? frame.text("when.decade", date.group(1).replace('X', '0'))
            : plain(date, frame);
    return date.group(4).isEmpty() ? plain : frame.text("when.about", plain);
  }

  private static String plain(Matcher date, Frame frame) {
    if (date.group(2) == null) {
      return frame.text("when.year", date.group(1));
    }
    String month = frame.text("when.month." + Integer.parseInt(date.group(2)));
    return date.group(3) == null
        ? frame.text("when.inMonth", date.group(1), month)
        : frame.text(
            "when.day", date.group(1), month, String.valueOf(Integer.parseInt(date.group(3))));
  }
}
