package org.triplehelix.source;

import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param file path from the project's folder, or as the user gave it
 * @param line from one; zero if the whole file is meant
 * @param column from one; zero if the whole line is meant
 */
public record Position(String file, long line, long column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingLong(Position::line)
          .thenComparingLong(Position::column);

  /** The whole file. */
  public static Position of(String file) {
    return new Position(file, 0, 0);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    if (line <= 0) {
      return file;
    }
    return column <= 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
