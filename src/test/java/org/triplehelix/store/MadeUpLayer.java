package org.triplehelix.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Layers of any size, made up. */
public final class MadeUpLayer {
  /** The name of its graph. */
  public static final String GRAPH = "https://w3id.org/triplehelix/graph/made-up";

  private static final String TH = "https://w3id.org/triplehelix/ontology#";

  private MadeUpLayer() {}

  /** A file of a layer with so many things, each with a name and a place. */
  public static Path file(Path file, int things) {
    try {
      return Files.writeString(
          file,
          IntStream.range(0, things)
              .mapToObj(i -> thing(i))
              .collect(Collectors.joining("", described(), "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String described() {
    return "<"
        + GRAPH
        + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        + " <http://rdfs.org/ns/void#Dataset> <"
        + GRAPH
        + "> .\n";
  }

  private static String thing(int number) {
    String name = "<https://example.org/thing/" + number + ">";
    return line(name, "<http://www.w3.org/2000/01/rdf-schema#label>", "\"Weir " + number + "\"@en")
        + line(name, "<" + TH + "recordPlace>", "<https://example.org/place/" + number % 7 + ">");
  }

  private static String line(String subject, String property, String value) {
    return subject + " " + property + " " + value + " <" + GRAPH + "> .\n";
  }
}
