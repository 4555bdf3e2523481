package org.triplehelix.server.document.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Where a place is: a dot on the outline of the land around it.
 *
 * @param land the outline
 * @param x of the dot
 * @param y of the dot
 * @param view what part of the drawing is shown
 * @param coordinates for people
 */
public record Locator(String land, String x, String y, String view, String coordinates) {
  /** The finest first. */
  private static final List<String> MAPS = List.of("europe", "east-asia", "world");

  private static final double WIDTH = 24;
  private static final double HEIGHT = 12;
  private static final int SCALE = 20;

  /** A place by its coordinates, in degrees. */
  static Locator of(double latitude, double longitude) {
    double narrowing = Math.cos(Math.toRadians(latitude));
    double half = WIDTH / 2 / narrowing;
    String land =
        MAPS.stream()
            .map(Locator::map)
            .filter(map -> holds(map, latitude, longitude, half))
            .findFirst()
            .map(Locator::rings)
            .orElse(List.of())
            .stream()
            .filter(ring -> isNear(ring, latitude, longitude, half))
            .map(ring -> path(ring, narrowing))
            .collect(Collectors.joining());
    double x = longitude * narrowing * SCALE;
    double y = -latitude * SCALE;
    String view =
        "%.1f %.1f %.0f %.0f"
            .formatted(
                x - WIDTH / 2 * SCALE, y - HEIGHT / 2 * SCALE, WIDTH * SCALE, HEIGHT * SCALE);
    return new Locator(land, number(x), number(y), view, coordinates(latitude, longitude));
  }

  private static String coordinates(double latitude, double longitude) {
    return String.format(
        Locale.ROOT,
        "%.2f° %s, %.2f° %s",
        Math.abs(latitude),
        latitude < 0 ? "S" : "N",
        Math.abs(longitude),
        longitude < 0 ? "W" : "E");
  }

  /** Whether a map has the land of the whole view: what it lacks would be drawn as sea. */
  private static boolean holds(JsonObject map, double latitude, double longitude, double half) {
    double[] frame = numbers(map.get("frame").getAsArray());
    return longitude - half >= frame[0]
        && latitude - HEIGHT / 2 >= frame[1]
        && longitude + half <= frame[2]
        && latitude + HEIGHT / 2 <= frame[3];
  }

  /** Whether the box around a ring comes near a point. */
  private static boolean isNear(double[] ring, double latitude, double longitude, double margin) {
    double west = 180;
    double east = -180;
    double south = 90;
    double north = -90;
    for (int i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i]);
      east = Math.max(east, ring[i]);
      south = Math.min(south, ring[i + 1]);
      north = Math.max(north, ring[i + 1]);
    }
    return longitude >= west - margin
        && longitude <= east + margin
        && latitude >= south - margin
        && latitude <= north + margin;
  }

  private static String path(double[] ring, double narrowing) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < ring.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L')
          .append(number(ring[i] * narrowing * SCALE))
          .append(' ')
          .append(number(-ring[i + 1] * SCALE));
    }
    return path.append('Z').toString();
  }

  private static String number(double number) {
    return String.valueOf(Math.round(number));
  }

  private static JsonObject map(String name) {
    try (InputStream in =
        Locator.class.getResourceAsStream("/org/triplehelix/server/map/" + name + ".json")) {
      return JSON.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<double[]> rings(JsonObject map) {
    return map.getArray("rings")
        .map(ring -> turned(numbers(ring.getAsArray())))
        .collect(Collectors.toList());
  }

  /** A ring that goes on beyond the line where days change, with its middle on this side of it. */
  private static double[] turned(double[] ring) {
    double middle =
        IntStream.range(0, ring.length / 2).mapToDouble(i -> ring[2 * i]).average().orElse(0);
    double turns = 360 * Math.round(middle / 360);
    return IntStream.range(0, ring.length)
        .mapToDouble(i -> i % 2 == 0 ? ring[i] - turns : ring[i])
        .toArray();
  }

  private static double[] numbers(JsonArray ring) {
    return IntStream.range(0, ring.size())
        .mapToDouble(i -> ring.get(i).getAsNumber().value().doubleValue())
        .toArray();
  }
}
