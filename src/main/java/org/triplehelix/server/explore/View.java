package org.triplehelix.server.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A saved view: edges that belong together.
 *
 * @param name in addresses
 * @param english its title
 * @param chinese its title
 * @param query gives a subject, a relation and an object for each edge
 */
record View(String name, String english, String chinese, String query) {
  private static final String COMMON = text("prefixes.rq");

  /** All of them, in the order in which they are offered. */
  static final List<View> ALL = text("views.tsv").lines().map(View::of).toList();

  private static View of(String line) {
    String[] parts = line.split("\t");
    return new View(parts[0], parts[1], parts[2], COMMON + text(parts[0] + ".rq"));
  }

  private static String text(String file) {
    try (InputStream in = View.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The query for what is around a thing. */
  static String around(Node thing) {
    return COMMON + text("around.rq").replace("$thing", written(thing));
  }

  /** The query for the edges of a path. */
  static String path(List<Triple> edges) {
    String rows =
        edges.stream()
            .map(
                edge ->
                    "    (%s %s %s)\n"
                        .formatted(
                            written(edge.getSubject()),
                            written(edge.getPredicate()),
                            written(edge.getObject())))
            .collect(Collectors.joining());
    return COMMON + text("path.rq").replace("$edges", rows);
  }

  private static String written(Node node) {
    return "<" + node.getURI() + ">";
  }

  /** The view of a name. */
  static Optional<View> named(String name) {
    return ALL.stream().filter(view -> view.name.equals(name)).findFirst();
  }

  /** Its title in a language. */
  String title(String language) {
    return language.equals("zh") ? chinese : english;
  }
}
