package org.triplehelix.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.TH;

/**
 * What the page at the root shows.
 *
 * @param language {@code zh} or {@code en}
 * @param release the first digits of the release's hash
 * @param sources how many documents
 * @param passages how many passages
 * @param statements how many statements, in all graphs
 * @param dataset the same for search engines, as JSON-LD
 */
public record HomePage(
    String language,
    String release,
    String sources,
    String passages,
    String statements,
    String dataset) {

  static HomePage of(Release release, String language, String dataset) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));
    return new HomePage(
        language,
        release.shortHash(),
        numbers.format(count(release, TH.Source)),
        numbers.format(count(release, TH.Passage)),
        numbers.format(release.quads().size()),
        dataset);
  }

  private static long count(Release release, Node type) {
    return release.quads().stream()
        .filter(Quad::isDefaultGraph)
        .filter(q -> q.getPredicate().equals(RDF.Nodes.type))
        .filter(q -> q.getObject().equals(type))
        .count();
  }

  /** A text of the page in its language. */
  public String text(String key) {
    return ResourceBundle.getBundle(
            "org.triplehelix.server.messages", Locale.forLanguageTag(language))
        .getString(key);
  }

  /** A query to begin with. */
  public String firstQuery() {
    try (InputStream query = HomePage.class.getResourceAsStream("first-query.rq")) {
      return new String(query.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The other language. */
  public String otherLanguage() {
    return language.equals("zh") ? "en" : "zh";
  }
}
