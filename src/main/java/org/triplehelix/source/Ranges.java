package org.triplehelix.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a passage stands in its document: ranges of Unicode code points of the text with all white
 * space removed, in ascending order, none touching the next.
 */
public record Ranges(List<Range> list) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  public Ranges {
    list = List.copyOf(list);
  }

  /**
   * One range.
   *
   * @param start offset of its first code point
   * @param end offset after its last one
   */
  public record Range(int start, int end) {
    @Override
    public String toString() {
      return start + "-" + end;
    }
  }

  /** Reads {@code "1093-1180 1345-1473"}; empty if it is not of that form. */
  public static Optional<Ranges> parse(String text) {
    List<Optional<Range>> ranges = Arrays.stream(text.split(" ", -1)).map(Ranges::range).toList();
    if (ranges.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    Ranges parsed = new Ranges(ranges.stream().map(Optional::get).toList());
    return parsed.ascends() ? Optional.of(parsed) : Optional.empty();
  }

  private static Optional<Range> range(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Range range = new Range(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    return range.start() < range.end() ? Optional.of(range) : Optional.empty();
  }

  private boolean ascends() {
    for (int i = 1; i < list.size(); i++) {
      if (list.get(i).start() <= list.get(i - 1).end()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return list.stream().map(Range::toString).collect(Collectors.joining(" "));
  }
}
