package org.triplehelix.server.document.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.vocab.Prefixes;

/**
 * In which sections and order pages tell what is known; {@code arrangement.json} says it.
 *
 * @param hidden properties that are shown elsewhere on the page, or not at all
 * @param groups of properties
 * @param more the group of what no other has
 * @param nodes groups of many-sided facts, by class
 */
record Arrangement(
    Set<Node> hidden, List<OfProperties> groups, OfProperties more, List<OfNodes> nodes) {

  /** A group of properties: those of the thing itself, and those that lead to it. */
  record OfProperties(String name, String zh, String en, List<Node> own, List<Node> inverse) {
    String title(String language) {
      return language.equals("zh") ? zh : en;
    }
  }

  /** A group of many-sided facts, with the properties that a line tells. */
  record OfNodes(String name, String zh, String en, List<Node> classes, List<Node> tells) {
    String title(String language) {
      return language.equals("zh") ? zh : en;
    }
  }

  /** What the file says, with the prefixes of a release. */
  static Arrangement of(Prefixes prefixes) {
    try (InputStream in = Arrangement.class.getResourceAsStream("arrangement.json")) {
      JsonObject json = JSON.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return new Arrangement(
          Set.copyOf(terms(json, "hidden", prefixes)),
          objects(json, "groups").stream().map(group -> properties(group, prefixes)).toList(),
          properties(json.getObj("more"), prefixes),
          objects(json, "nodes").stream().map(group -> nodes(group, prefixes)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return json.getArray(name).map(value -> value.getAsObject()).collect(Collectors.toList());
  }

  private static OfProperties properties(JsonObject group, Prefixes prefixes) {
    return new OfProperties(
        group.hasKey("name") ? text(group, "name") : "more",
        text(group, "zh"),
        text(group, "en"),
        terms(group, "properties", prefixes),
        terms(group, "inverse", prefixes));
  }

  private static OfNodes nodes(JsonObject group, Prefixes prefixes) {
    return new OfNodes(
        text(group, "name"),
        text(group, "zh"),
        text(group, "en"),
        terms(group, "classes", prefixes),
        terms(group, "tells", prefixes));
  }

  private static Node term(String name, Prefixes prefixes) {
    return NodeFactory.createURI(prefixes.expand(name).orElseThrow());
  }

  private static String text(JsonObject json, String name) {
    return json.getString(name);
  }

  private static List<Node> terms(JsonObject json, String name, Prefixes prefixes) {
    return json.hasKey(name)
        ? json.getArray(name)
            .map(value -> term(value.getAsString().value(), prefixes))
            .collect(Collectors.toList())
        : List.of();
  }
}
