package org.triplehelix.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Release;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/**
 * What the page at the root shows.
 *
 * @param frame around the page
 * @param sources how many documents
 * @param passages how many passages
 * @param statements how many statements, in all graphs
 * @param dataset the same for search engines, as JSON-LD
 */
public record HomePage(
    Frame frame, String sources, String passages, String statements, String dataset) {

  static HomePage of(Site site, String language, String dataset) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));
    Release release = site.release();
    return new HomePage(
        site.frame(language, "/"),
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

  /** A query to begin with. */
  public String firstQuery() {
    try (InputStream query = HomePage.class.getResourceAsStream("first-query.rq")) {
      return new String(query.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
