package org.triplehelix.server.reading;

import java.util.ArrayList;
import java.util.List;
import org.triplehelix.server.reading.MapPage.Spot;
import org.triplehelix.server.site.Frame;

/**
 * A drawing of a part of the world.
 *
 * @param name of the part, in addresses
 * @param title what it shows
 * @param width of the drawing
 * @param height of the drawing
 * @param land its outline
 * @param dots the places in it
 */
public record Panel(String name, String title, int width, int height, String land, List<Dot> dots) {
  private static final double LETTER = 7.7;
  private static final double HAN = 12.5;
  private static final int LINE = 14;
  private static final int GAP = 4;

  /**
   * A place in the drawing.
   *
   * @param label where its name stands; null where there is no room
   */
  public record Dot(Spot spot, double x, double y, double radius, Box label) {

    private Box box() {
      return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

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

  /** The places that lie in it; the most spoken of get their names first. */
  static Panel of(String name, Land land, List<Spot> spots, Frame frame) {
    List<Dot> plain = new ArrayList<>();
    for (Spot spot : spots) {
      if (land.holds(spot.longitude(), spot.latitude())) {
        plain.add(dot(spot, land));
      }
    }
    List<Box> taken = new ArrayList<>(plain.stream().map(Dot::box).toList());
    List<Dot> dots = new ArrayList<>();
    for (Dot dot : plain) {
      Box label = label(dot, land, taken);
      if (label != null) {
        taken.add(label);
      }
      dots.add(new Dot(dot.spot(), dot.x(), dot.y(), dot.radius(), label));
    }
    return new Panel(
        name, frame.text("map." + name), land.width(), land.height(), land.path(), dots);
  }

  private static Dot dot(Spot spot, Land land) {
    return new Dot(
        spot,
        tenth(land.x(spot.longitude())),
        tenth(land.y(spot.latitude())),
        tenth(3 + Math.sqrt(spot.statements()) * .5),
        null);
  }

  private static double tenth(double number) {
    return Math.round(number * 10) / 10.0;
  }

  /** The first place beside a dot that is free; null if none is. */
  private static Box label(Dot dot, Land land, List<Box> taken) {
    double width = width(dot.spot().place().text());
    double right = dot.x() + dot.radius() + GAP;
    double left = dot.x() - dot.radius() - GAP - width;
    double middle = dot.y() - LINE / 2.0;
    double centre = dot.x() - width / 2;
    List<Box> boxes =
        List.of(
            new Box(right, middle, width, LINE),
            new Box(left, middle, width, LINE),
            new Box(centre, dot.y() - dot.radius() - GAP - LINE, width, LINE),
            new Box(centre, dot.y() + dot.radius() + GAP, width, LINE),
            new Box(right, middle - LINE, width, LINE),
            new Box(right, middle + LINE, width, LINE),
            new Box(left, middle - LINE, width, LINE),
            new Box(left, middle + LINE, width, LINE));
    Box whole = new Box(0, 0, land.width(), land.height());
    return boxes.stream()
        .filter(box -> box.x() >= whole.x() && box.x() + box.width() <= whole.width())
        .filter(box -> box.y() >= 0 && box.y() + box.height() <= whole.height())
        .filter(box -> taken.stream().noneMatch(box::meets))
        .findFirst()
        .orElse(null);
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c > 0x2E7F ? HAN : LETTER).sum() + GAP;
  }
}
