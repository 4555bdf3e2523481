package org.triplehelix.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Release;
import org.triplehelix.query.Question;
import org.triplehelix.server.ask.Asking;
import org.triplehelix.server.document.page.FigureRow;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/**
 * What the page at the root shows.
 *
 * @param frame around the page
 * @param sources how many documents
 * @param passages how many passages
 * @param statements how many statements, in all graphs
 * @param cities with a few figures each
 * @param others that have many figures
 * @param questions to begin with
 * @param previous where it is told what changed since the release before; empty for the first
 * @param dataset the same for search engines, as JSON-LD
 */
public record HomePage(
    Frame frame,
    String sources,
    String passages,
    String statements,
    List<Card> cities,
    List<Card> others,
    List<Ref> questions,
    String previous,
    String dataset) {
  /**
   * A thing with a few figures.
   *
   * @param thing a city, country, body …
   * @param figures of it
   */
  public record Card(Ref thing, List<FigureRow> figures) {}

  static HomePage of(Site site, String language, String previous, Attempt attempt, String dataset) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));
    Release release = site.release();
    Headlines headlines = Headlines.of(site, language, attempt);
    return new HomePage(
        site.frame(language, "/"),
        numbers.format(count(release, TH.Source)),
        numbers.format(count(release, TH.Passage)),
        numbers.format(release.quads().size()),
        headlines.cities(),
        headlines.others(),
        questions(site, language),
        previous,
        dataset);
  }

  private static List<Ref> questions(Site site, String language) {
    return site.questions().list().stream()
        .filter(question -> question.featured() > 0)
        .sorted(Comparator.comparing(Question::featured))
        .map(
            question ->
                new Ref(
                    language.equals("zh") ? question.summaryZh() : question.summary(),
                    language,
                    site.frame(language, "/").page("/questions/" + question.name())))
        .toList();
  }

  private static long count(Release release, Node type) {
    return release.quads().stream()
        .filter(Quad::isDefaultGraph)
        .filter(q -> q.getPredicate().equals(RDF.Nodes.type))
        .filter(q -> q.getObject().equals(type))
        .count();
  }

  /** A list to begin with: programmes, their money and who pays. */
  public String list() {
    return Asking.LIST_OF_MONEY;
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
