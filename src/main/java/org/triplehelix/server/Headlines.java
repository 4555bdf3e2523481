package org.triplehelix.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.server.document.page.FigureRow;
import org.triplehelix.server.document.page.FigureRows;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Site;

/**
 * A few figures to begin with, as {@code headlines.rq} chooses them.
 *
 * @param cities those with most figures
 * @param others other things with most figures
 */
record Headlines(List<HomePage.Card> cities, List<HomePage.Card> others) {
  private static final int CITIES = 6;
  private static final int OTHERS = 6;
  private static final int OF_EACH = 3;

  static Headlines of(Site site, String language, Attempt attempt) {
    Map<Node, Map<Node, Node>> cities = new LinkedHashMap<>();
    Map<Node, Map<Node, Node>> others = new LinkedHashMap<>();
    Evaluation evaluation = new Evaluation("headlines", site.dataset(), site.limits());
    for (Binding row : evaluation.rows(QueryFactory.create(query()), attempt)) {
      boolean isCity = row.get("city").getLiteralLexicalForm().equals("true");
      (isCity ? cities : others)
          .computeIfAbsent(row.get("of"), of -> new LinkedHashMap<>())
          .putIfAbsent(row.get("indicator"), row.get("figure"));
    }
    FigureRows rows = new FigureRows(site, language);
    return new Headlines(cards(cities, CITIES, rows), cards(others, OTHERS, rows));
  }

  private static List<HomePage.Card> cards(
      Map<Node, Map<Node, Node>> things, int most, FigureRows rows) {
    return things.values().stream()
        .limit(most)
        .map(figures -> figures.values().stream().limit(OF_EACH).map(rows::of).toList())
        .map((List<FigureRow> figures) -> new HomePage.Card(figures.get(0).of(), figures))
        .toList();
  }

  private static String query() {
    try (InputStream query = Headlines.class.getResourceAsStream("headlines.rq")) {
      return new String(query.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
