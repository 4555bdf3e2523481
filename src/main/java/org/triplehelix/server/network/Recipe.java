package org.triplehelix.server.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * How one tool opens a network, as a file in {@code docs/recipes} tells it: the tool as its title,
 * and a section in each language.
 *
 * @param name of the file
 * @param tool that it is for
 * @param html what to do
 */
public record Recipe(String name, String tool, String html) {
  private static final List<String> NAMES =
      List.of("gephi", "cytoscape", "networkx", "igraph", "neo4j", "graphviz", "yed");
  private static final Map<String, String> SECTIONS = Map.of("zh", "## 中文\n", "en", "## English\n");
  private static final String EXAMPLE = "http://localhost:3030";

  /**
   * All of them.
   *
   * @param address of the server, for the commands
   */
  static List<Recipe> all(String language, String address) {
    return NAMES.stream().map(name -> of(name, language, address)).toList();
  }

  private static Recipe of(String name, String language, String address) {
    String text = text(name).replace(EXAMPLE, address);
    String own = text.split(SECTIONS.get(language), 2)[1].split("\n## ", 2)[0];
    String title = text.lines().findFirst().orElseThrow().substring("# ".length());
    String html =
        HtmlRenderer.builder().escapeHtml(true).build().render(Parser.builder().build().parse(own));
    return new Recipe(name, title, html);
  }

  private static String text(String name) {
    try (InputStream in = Recipe.class.getResourceAsStream("recipes/" + name + ".md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
