package org.triplehelix.server.document.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a thing is linked with, drawn: the thing in the middle, the others left and right of it.
 *
 * @param name of the thing in the middle
 * @param height of the drawing
 * @param ends of the lines
 */
public record Neighbourhood(String name, int height, List<End> ends) {
  /** The width of the drawing. */
  public static final int WIDTH = 760;

  private static final int MOST = 16;
  private static final int STEP = 30;
  private static final int LEFT = 230;
  private static final int WIDEST = 26;

  /**
   * One of the others.
   *
   * @param name as it fits
   * @param whole name
   * @param href of its page
   * @param relation by which it is linked
   * @param x of the end
   * @param y of the end
   * @param isLeft of the middle
   */
  public record End(
      String name, String whole, String href, String relation, int x, int y, boolean isLeft) {}

  /** A thing that may be drawn. */
  record Neighbour(String name, String href, String relation) {}

  /** A thing with some of its neighbours: of each relation one in turn, and each thing once. */
  static Neighbourhood of(String name, Collection<Deque<Neighbour>> relations) {
    Map<String, Neighbour> chosen = new LinkedHashMap<>();
    while (chosen.size() < MOST && relations.stream().anyMatch(left -> !left.isEmpty())) {
      for (Deque<Neighbour> relation : relations) {
        if (!relation.isEmpty() && chosen.size() < MOST) {
          Neighbour next = relation.poll();
          chosen.putIfAbsent(next.href(), next);
        }
      }
    }
    return drawn(name, List.copyOf(chosen.values()));
  }

  private static Neighbourhood drawn(String name, List<Neighbour> chosen) {
    int half = (chosen.size() + 1) / 2;
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      boolean left = i < half;
      int place = left ? i : i - half;
      int rows = left ? half : chosen.size() - half;
      int y = STEP + place * STEP + (half - rows) * STEP / 2;
      Neighbour other = chosen.get(i);
      ends.add(
          new End(
              fitting(other.name()),
              other.name(),
              other.href(),
              other.relation(),
              left ? LEFT : WIDTH - LEFT,
              y,
              left));
    }
    return new Neighbourhood(fitting(name), (half + 1) * STEP, ends);
  }

  /** Chinese characters are twice as wide as Latin ones. */
  private static String fitting(String name) {
    int width = 0;
    for (int i = 0; i < name.length(); i++) {
      width += name.charAt(i) < '\u2E80' ? 1 : 2;
      if (width > WIDEST) {
        return name.substring(0, i) + "…";
      }
    }
    return name;
  }

  /** Where the line of an end goes. */
  public String line(End end) {
    int middle = WIDTH / 2;
    int from = end.isLeft() ? middle - 8 : middle + 8;
    int bend = (from + end.x()) / 2;
    return "M%d %dC%d %d %d %d %d %d"
        .formatted(
            from,
            height / 2,
            bend,
            height / 2,
            bend,
            end.y(),
            end.x() + (end.isLeft() ? 6 : -6),
            end.y());
  }

  /** The width, for the template. */
  public int width() {
    return WIDTH;
  }
}
