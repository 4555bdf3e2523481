package org.triplehelix.server.document.ontology;

import java.util.List;

/**
 * The classes of a topic and how they relate: at the left the tree of classes, at the right what
 * their properties lead to, each joined by a line to the class that has it.
 *
 * @param height of the drawing
 * @param classes one below the other
 * @param relations one below the other, in the order of the classes
 */
public record Diagram(int height, List<Box> classes, List<Relation> relations) {
  /** The width of the drawing. */
  public static final int WIDTH = 900;

  private static final int STEP = 24;
  private static final int INDENT = 22;
  private static final int RELATIONS = 500;
  private static final int LINE_END = 492;
  private static final int GAP = 8;

  /**
   * A class.
   *
   * @param label in the language of the page
   * @param href of the class
   * @param depth below the classes of others
   * @param parent the place of the class above, or -1
   */
  public record Box(String label, String href, int depth, int parent) {}

  /**
   * A property.
   *
   * @param row where it is drawn, never above the class that has it
   * @param from the place of the class that has it
   * @param label in the language of the page
   * @param href of the property
   * @param to the label of the class that it leads to
   * @param toHref of that class
   */
  public record Relation(int row, int from, String label, String href, String to, String toHref) {}

  static Diagram of(List<Box> classes, List<Relation> relations) {
    int last = relations.isEmpty() ? 0 : relations.get(relations.size() - 1).row();
    return new Diagram((Math.max(classes.size(), last + 1) + 1) * STEP, classes, relations);
  }

  /** Where the line of text of a row stands. */
  public int y(int row) {
    return (row + 1) * STEP;
  }

  /** Where the name of a class begins. */
  public int x(Box box) {
    return GAP + box.depth() * INDENT;
  }

  /** Where the names of relations begin. */
  public int relationX() {
    return RELATIONS;
  }

  /** The line from a class to the class above it. */
  public String branch(int row) {
    Box box = classes.get(row);
    int x = x(classes.get(box.parent())) + GAP;
    return "M%d %dV%dH%d".formatted(x, y(box.parent()) + 6, y(row) - 4, x(box) - 4);
  }

  /** The line from a class to a relation. */
  public String line(Relation relation) {
    Box box = classes.get(relation.from());
    int from = x(box) + width(box.label()) + GAP;
    int bend = Math.max((from + LINE_END) / 2, LINE_END - 120);
    return "M%d %dC%d %d %d %d %d %d"
        .formatted(
            from,
            y(relation.from()) - 4,
            bend,
            y(relation.from()) - 4,
            bend,
            y(relation.row()) - 4,
            LINE_END,
            y(relation.row()) - 4);
  }

  /** About how wide a text is drawn; Chinese characters are twice as wide as Latin ones. */
  private static int width(String text) {
    return text.chars().map(c -> c < '\u2E80' ? 7 : 14).sum();
  }

  /** The width, for the template. */
  public int width() {
    return WIDTH;
  }
}
