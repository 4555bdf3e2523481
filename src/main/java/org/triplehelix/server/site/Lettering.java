package org.triplehelix.server.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds room for names beside the dots of a drawing, so that none lies on another or on a dot. */
public final class Lettering {
  private static final double LETTER = 7.7;
  private static final double HAN = 12.5;
  private static final int LINE = 14;
  private static final int GAP = 4;

  private final int width;
  private final int height;
  private final List<Box> taken = new ArrayList<>();

  /** A rectangle, from its upper left corner. */
  public record Box(double x, double y, double width, double height) {

    private boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    /** The line on which a text in it stands. */
    public double base() {
      return Math.round((y + height - 3) * 10) / 10.0;
    }

    /** Where it begins. */
    public double left() {
      return Math.round(x * 10) / 10.0;
    }
  }

  /** Of a drawing without dots as yet. */
  public Lettering(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Keeps names off a dot. */
  public void keepOff(double x, double y, double radius) {
    taken.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Takes the first place beside a dot that is free; empty if none is. */
  public Optional<Box> beside(double x, double y, double radius, String name) {
    Optional<Box> free =
        places(x, y, radius, width(name)).stream()
            .filter(box -> box.x() >= 0 && box.x() + box.width() <= width)
            .filter(box -> box.y() >= 0 && box.y() + box.height() <= height)
            .filter(box -> taken.stream().noneMatch(box::meets))
            .findFirst();
    free.ifPresent(taken::add);
    return free;
  }

  private static List<Box> places(double x, double y, double radius, double width) {
    double right = x + radius + GAP;
    double left = x - radius - GAP - width;
    double middle = y - LINE / 2.0;
    double centre = x - width / 2;
    return List.of(
        new Box(right, middle, width, LINE),
        new Box(left, middle, width, LINE),
        new Box(centre, y - radius - GAP - LINE, width, LINE),
        new Box(centre, y + radius + GAP, width, LINE),
        new Box(right, middle - LINE, width, LINE),
        new Box(right, middle + LINE, width, LINE),
        new Box(left, middle - LINE, width, LINE),
        new Box(left, middle + LINE, width, LINE));
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c > 0x2E7F ? HAN : LETTER).sum() + GAP;
  }
}
