package org.triplehelix.server.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The outline of land in a part of the world, to draw places on.
 *
 * @param width in which it is drawn
 * @param rings longitude and latitude in turn, of each piece of land
 * @param west its western edge, in degrees
 * @param north its northern edge
 * @param east its eastern edge
 * @param south its southern edge
 */
record Land(int width, JsonArray rings, double west, double north, double east, double south) {
  /** The land of a file, cut at edges. */
  static Land of(int width, String file, double west, double north, double east, double south) {
    String name = "/org/triplehelix/server/map/" + file + ".json";
    try (InputStream in = Land.class.getResourceAsStream(name)) {
      JsonObject json = JSON.parse(in);
      return new Land(width, json.get("rings").getAsArray(), west, north, east, south);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean holds(double longitude, double latitude) {
    return longitude > west && longitude < east && latitude > south && latitude < north;
  }

  private double scale() {
    return width / (east - west);
  }

  /** How much longer a degree is drawn northwards than eastwards, at its middle. */
  private double stretch() {
    return 1 / Math.cos(Math.toRadians((north + south) / 2));
  }

  int height() {
    return (int) Math.round((north - south) * scale() * stretch());
  }

  double x(double longitude) {
    return (longitude - west) * scale();
  }

  double y(double latitude) {
    return (north - latitude) * scale() * stretch();
  }

  /** The land, as the path of a drawing. */
  String path() {
    StringBuilder path = new StringBuilder();
    rings.forEach(ring -> add(ring.getAsArray(), path));
    return path.toString();
  }

  /** A ring; points that fall on the one before are left out. */
  private void add(JsonArray ring, StringBuilder path) {
    String before = "";
    double[] longitudes = longitudes(ring);
    for (int i = 0; i < longitudes.length; i++) {
      String point = Math.round(x(longitudes[i])) + " " + Math.round(y(number(ring, 2 * i + 1)));
      if (!point.equals(before)) {
        path.append(i == 0 ? "M" : "L").append(point);
      }
      before = point;
    }
    path.append("Z");
  }

  /** Those of a ring, of which one that crosses the line where days change goes on beyond it. */
  private static double[] longitudes(JsonArray ring) {
    double[] all = new double[ring.size() / 2];
    for (int i = 0; i < all.length; i++) {
      double given = number(ring, 2 * i);
      all[i] = i == 0 ? given : given + 360 * Math.round((all[i - 1] - given) / 360);
    }
    double turns = 360 * Math.round(Arrays.stream(all).average().orElse(0) / 360);
    return Arrays.stream(all).map(longitude -> longitude - turns).toArray();
  }

  private static double number(JsonArray ring, int index) {
    return ring.get(index).getAsNumber().value().doubleValue();
  }
}
