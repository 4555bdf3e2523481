package org.triplehelix.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.ReleaseDataset;

/** The queries of the benchmark ask the real release something, each something else. */
class MixTest {
  private static final int TEMPLATES = Mix.TEMPLATES.size();
  private static final int OF_EACH = 20;

  private static DatasetGraph dataset;
  private static Mix mix;

  @BeforeAll
  static void build() {
    dataset =
        ReleaseDataset.of(ReleaseBuilder.build(Content.at(Path.of(""))), Duration.ofSeconds(10));
    mix = Mix.of(dataset, 1);
  }

  @Test
  void eachTemplateOftenFindsSomething() {
    Map<String, Integer> found = new TreeMap<>();
    for (int number = 0; number < OF_EACH * TEMPLATES; number++) {
      int finds = size(mix.query(number).text()) > 0 ? 1 : 0;
      found.merge(Mix.TEMPLATES.get(number % TEMPLATES), finds, Integer::sum);
    }
    assertEquals(TEMPLATES, found.size());
    found.forEach((template, times) -> assertTrue(3 * times > OF_EACH, template + ": " + times));
  }

  @Test
  void noLimitOfANeverSeenQueryCutsItsAnswer() {
    for (BenchQuery query : mix.queries(0, OF_EACH * TEMPLATES)) {
      Query parsed = QueryFactory.create(query.text());
      if (parsed.hasLimit() && !parsed.hasOrderBy()) {
        assertTrue(size(query.text()) < parsed.getLimit(), query.text());
      }
    }
  }

  /** As parsed, for a comment or a space would not make another query. */
  @Test
  void noTwoQueriesAreTheSame() {
    int queries = 12_000;
    Set<Query> parsed = new HashSet<>();
    mix.queries(0, queries).forEach(query -> parsed.add(QueryFactory.create(query.text())));
    assertEquals(queries, parsed.size());
  }

  @Test
  void numberAndSeedGiveTheSameQueryAgain() {
    assertEquals(mix.queries(0, 100), Mix.of(dataset, 1).queries(0, 100));
    assertNotEquals(mix.queries(0, 100), Mix.of(dataset, 2).queries(0, 100));
  }

  /** How many rows or triples a query gives; one for yes, none for no. */
  private static long size(String query) {
    return Txn.calculateRead(
        dataset,
        () -> {
          try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            Query parsed = execution.getQuery();
            if (parsed.isAskType()) {
              return execution.ask() ? 1L : 0L;
            }
            if (parsed.isSelectType()) {
              return Iter.count(execution.select());
            }
            return (long)
                (parsed.isConstructType() ? execution.construct() : execution.describe()).size();
          }
        });
  }
}
