package org.triplehelix.server.document.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Path2D;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The land around a place is land to the edge of the drawing. */
class LocatorTest {
  private static final int SCALE = 20;

  private static Path2D shape(String land) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (String ring : land.substring(1).replace("Z", "").split("M")) {
      double[][] points =
          Arrays.stream(ring.split("L"))
              .map(p -> Arrays.stream(p.split(" ")).mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      shape.moveTo(points[0][0], points[0][1]);
      Arrays.stream(points).forEach(point -> shape.lineTo(point[0], point[1]));
      shape.closePath();
    }
    return shape;
  }

  /** Warsaw from Berlin, Minsk from Berlin, Madrid from Paris, Las Vegas from Palo Alto; seas. */
  @ParameterizedTest
  @CsvSource({
    "52.52, 13.4, 52.2, 21.0, true",
    "52.52, 13.4, 53.9, 27.6, true",
    "48.86, 2.35, 44.0, 1.0, true",
    "37.4, -122.1, 36.2, -115.1, true",
    "51.5, -0.13, 52.5, -1.9, true",
    "51.5, -0.13, 55.0, 3.0, false",
    "37.4, -122.1, 37.4, -127.0, false"
  })
  void whatLiesInViewIsLandOrSea(
      double latitude, double longitude, double otherLatitude, double otherLongitude, boolean is) {
    Path2D land = shape(Locator.of(latitude, longitude).land());
    double narrowing = Math.cos(Math.toRadians(latitude));
    assertEquals(is, land.contains(otherLongitude * narrowing * SCALE, -otherLatitude * SCALE));
  }
}
