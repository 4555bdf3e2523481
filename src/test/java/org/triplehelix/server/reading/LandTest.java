package org.triplehelix.server.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Land is drawn where land is. */
class LandTest {
  private static final Land WORLD = Land.of(900, "world", -130, 66, 155, -8);

  private static Path2D shape(Land land) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (String ring : land.path().split("Z")) {
      double[][] points =
          Arrays.stream(ring.substring(1).split("L"))
              .map(p -> Arrays.stream(p.split(" ")).mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      shape.moveTo(points[0][0], points[0][1]);
      Arrays.stream(points).forEach(point -> shape.lineTo(point[0], point[1]));
      shape.closePath();
    }
    return shape;
  }

  @ParameterizedTest
  @CsvSource({"116.4,39.9", "2.35,48.85", "20,5", "-100,40", "100,60", "78,22"})
  void landIsLand(double longitude, double latitude) {
    assertTrue(shape(WORLD).contains(WORLD.x(longitude), WORLD.y(latitude)));
  }

  @ParameterizedTest
  @CsvSource({"-40,40", "80,0", "-40,65", "-120,20", "140,20"})
  void seaIsNot(double longitude, double latitude) {
    assertFalse(shape(WORLD).contains(WORLD.x(longitude), WORLD.y(latitude)));
  }

  @Test
  void aPartHoldsWhatLiesWithinItsEdges() {
    assertTrue(WORLD.holds(116.4, 39.9));
    assertFalse(WORLD.holds(151.2, -33.9));
  }
}
