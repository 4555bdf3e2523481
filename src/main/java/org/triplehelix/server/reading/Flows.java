package org.triplehelix.server.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * Who is to learn from whom, by how many lessons: a drawing, and a table of the same.
 *
 * @param height of the drawing, which is {@link #WIDTH} wide
 * @param cases on the left
 * @param audiences on the right
 * @param links between them
 */
public record Flows(int height, List<End> cases, List<End> audiences, List<Link> links) {
  public static final int WIDTH = 400;

  private static final int ROW = 64;
  private static final int TOP = 40;
  private static final int MARGIN = 16;

  /** From whom, or who: a name at a height. */
  public record End(Ref thing, int y) {}

  /**
   * Some lessons of one for another.
   *
   * @param path how it is drawn
   * @param width of the line
   * @param href the lessons
   */
  public record Link(Ref from, Ref to, int count, String path, double width, String href) {

    /** Where its number stands. */
    public int middle() {
      return WIDTH / 2;
    }
  }

  static Flows of(List<Lesson> lessons, Frame frame) {
    Ref nobody = new Ref(frame.text("lessons.nobody"), frame.language(), "");
    Map<List<Ref>, Integer> counts = new LinkedHashMap<>();
    for (Lesson lesson : lessons) {
      for (Ref from : or(lesson.cases(), nobody)) {
        for (Ref to : or(lesson.audiences(), nobody)) {
          counts.merge(List.of(from, to), lesson.earlier().isEmpty() ? 1 : 0, Integer::sum);
        }
      }
    }
    List<End> cases = ends(counts.keySet(), 0);
    List<End> audiences = ends(counts.keySet(), 1);
    List<Link> links = new ArrayList<>();
    counts.forEach((ends, n) -> links.add(link(ends, n, cases, audiences, frame)));
    int rows = Math.max(cases.size(), audiences.size());
    return new Flows(TOP + (rows - 1) * ROW + MARGIN, cases, audiences, links);
  }

  private static List<Ref> or(List<Ref> things, Ref nobody) {
    return things.isEmpty() ? List.of(nobody) : things;
  }

  private static List<End> ends(Collection<List<Ref>> pairs, int side) {
    Set<Ref> things = new LinkedHashSet<>();
    pairs.forEach(pair -> things.add(pair.get(side)));
    List<End> ends = new ArrayList<>();
    things.forEach(thing -> ends.add(new End(thing, TOP + ends.size() * ROW)));
    return ends;
  }

  private static Link link(
      List<Ref> ends, int count, List<End> cases, List<End> audiences, Frame frame) {
    int from = y(cases, ends.get(0));
    int to = y(audiences, ends.get(1));
    String path = "M0 %d C%d %d %d %d %d %d".formatted(from, 150, from, 250, to, WIDTH, to);
    String href =
        frame.page("/lessons?" + chosen("case", ends.get(0)) + chosen("audience", ends.get(1)))
            + "#all";
    return new Link(ends.get(0), ends.get(1), count, path, 1 + count, href);
  }

  private static String chosen(String name, Ref thing) {
    return thing.href().isEmpty() ? "" : name + "=" + thing.slug() + "&";
  }

  private static int y(List<End> ends, Ref thing) {
    return ends.stream().filter(end -> end.thing().equals(thing)).findFirst().orElseThrow().y();
  }

  /** How many lessons one has for another; 0 for none. */
  public int count(Ref from, Ref to) {
    return links.stream()
        .filter(link -> link.from().equals(from) && link.to().equals(to))
        .mapToInt(Link::count)
        .sum();
  }
}
