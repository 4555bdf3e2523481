package org.triplehelix.server.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A step of the introduction: a query, and what may be changed in it. The queries stand in {@code
 * learn/<name>.rq}, the changes in {@code learn/steps.tsv}.
 *
 * @param name of the step, by which its texts are found
 * @param query to begin with
 * @param from what is changed in it
 * @param to what stands there then
 */
record Lesson(String name, String query, String from, String to) {
  /** All of them, in the order in which they are taken. */
  static final List<Lesson> ALL = text("steps.tsv").lines().map(Lesson::of).toList();

  private static Lesson of(String line) {
    String[] parts = line.split("\t");
    return new Lesson(parts[0], text(parts[0] + ".rq").strip(), parts[1], parts[2]);
  }

  private static String text(String file) {
    try (InputStream in = Lesson.class.getResourceAsStream("learn/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The query with the change made. */
  String changed() {
    return query.replace(from, to);
  }
}
