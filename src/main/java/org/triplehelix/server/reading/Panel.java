package org.triplehelix.server.reading;

import java.util.ArrayList;
import java.util.List;
import org.triplehelix.server.reading.MapPage.Spot;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Lettering;

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
  /**
   * A place in the drawing.
   *
   * @param label where its name stands; null where there is no room
   */
  public record Dot(Spot spot, double x, double y, double radius, Lettering.Box label) {}

  /** The places that lie in it; the most spoken of get their names first. */
  static Panel of(String name, Land land, List<Spot> spots, Frame frame) {
    List<Dot> plain = new ArrayList<>();
    for (Spot spot : spots) {
      if (land.holds(spot.longitude(), spot.latitude())) {
        plain.add(dot(spot, land));
      }
    }
    Lettering lettering = new Lettering(land.width(), land.height());
    plain.forEach(dot -> lettering.keepOff(dot.x(), dot.y(), dot.radius()));
    List<Dot> dots = plain.stream().map(dot -> named(dot, lettering)).toList();
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

  private static Dot named(Dot dot, Lettering lettering) {
    String name = dot.spot().place().text();
    return new Dot(
        dot.spot(),
        dot.x(),
        dot.y(),
        dot.radius(),
        lettering.beside(dot.x(), dot.y(), dot.radius(), name).orElse(null));
  }
}
