package org.triplehelix.server.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;

/**
 * What is said of places beside figures: ranks, sectors, models, institutions, strategies,
 * programmes, measures and lessons.
 *
 * @param rows of the query
 * @param knowledge of the release
 */
record Beside(List<Binding> rows, Knowledge knowledge) {
  /** In the order of the page. */
  static final List<String> SECTIONS =
      List.of(
          "rankings",
          "models",
          "sectors",
          "institutions",
          "strategies",
          "programmes",
          "measures",
          "lessonsFrom",
          "lessonsFor");

  private static final String TEXT = text();

  private static String text() {
    try (InputStream in = Beside.class.getResourceAsStream("beside.rq")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One thing that is said.
   *
   * @param thing of which, or the measure, lesson or rank itself
   * @param relation by which, or the body whose measure it is; null for other nodes
   * @param about its themes, objects and instruments
   * @param claims that say so
   */
  record Item(Node thing, Node relation, Set<Node> about, Map<Node, Attestation> claims) {}

  /** The query for some places. */
  static Query query(List<Node> places) {
    Query query = QueryFactory.create(TEXT);
    Var place = Var.alloc("place");
    query.setValuesDataBlock(
        List.of(place), places.stream().map(one -> BindingFactory.binding(place, one)).toList());
    return query;
  }

  static Beside of(Knowledge knowledge, List<Node> places, Attempt attempt) {
    return new Beside(knowledge.evaluation("beside").rows(query(places), attempt), knowledge);
  }

  /** What a section holds of a place, as far as it is chosen. */
  List<Item> items(String section, Node place, CompareChoice choice) {
    Set<Node> themes = themes(choice);
    Map<List<Object>, Item> items = new LinkedHashMap<>();
    for (Binding row : rows) {
      boolean isHere =
          row.get("section").getLiteralLexicalForm().equals(section)
              && row.get("place").equals(place);
      if (isHere) {
        take(row, section, choice, items);
      }
    }
    return items.values().stream()
        .filter(item -> themes.isEmpty() || item.about().stream().anyMatch(a -> isBelow(a, themes)))
        .toList();
  }

  private void take(
      Binding row, String section, CompareChoice choice, Map<List<Object>, Item> items) {
    Node claim = row.get("claim");
    for (Attestation said : knowledge.attestations().ofClaim(claim)) {
      boolean chosen =
          section.equals("rankings")
              ? choice.takesRankings()
              : choice.takes(said.modality(), !said.saidBy().isEmpty());
      if (chosen) {
        Item item =
            items.computeIfAbsent(
                List.of(row.get("thing"), String.valueOf(row.get("relation"))),
                key -> item(row.get("thing"), row.get("relation")));
        item.claims().put(claim, said);
        if (row.contains("about")) {
          item.about().add(row.get("about"));
        }
      }
    }
  }

  private static Item item(Node thing, Node relation) {
    return new Item(thing, relation, new LinkedHashSet<>(), new LinkedHashMap<>());
  }

  private static Set<Node> themes(CompareChoice choice) {
    return Set.copyOf(choice.themes());
  }

  private boolean isBelow(Node concept, Set<Node> themes) {
    return themes.contains(concept)
        || knowledge.values(concept, SKOS.related.asNode()).stream().anyMatch(themes::contains)
        || knowledge.values(concept, SKOS.broader.asNode()).stream()
            .anyMatch(wider -> isBelow(wider, themes));
  }
}
