package org.triplehelix.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * The queries of the benchmark: twelve templates in turn, with constants drawn from a dataset.
 * Queries have numbers; two numbers never give the same query, one number always does.
 */
final class Mix {
  /** The templates; each is asked as often as any other. */
  static final List<String> TEMPLATES =
      List.of(
          "lookup",
          "figures",
          "largest",
          "counts",
          "path",
          "words",
          "construct",
          "describe",
          "ask",
          "optional",
          "values",
          "provenance");

  private static final List<String> CONSTANTS =
      List.of("thing", "measured", "actor", "source", "broad", "told", "word");

  private final long seed;
  private final List<Template> templates;

  private Mix(long seed, List<Template> templates) {
    this.seed = seed;
    this.templates = templates;
  }

  /** All templates with the constants of a dataset; another seed draws others. */
  static Mix of(DatasetGraph dataset, long seed) {
    return of(dataset, seed, TEMPLATES);
  }

  /** The same with some of the templates. */
  static Mix of(DatasetGraph dataset, long seed, List<String> names) {
    if (!TEMPLATES.containsAll(names)) {
      throw new BadInputException(
          Position.of("--templates"), "names what is none", "give some of " + TEMPLATES);
    }
    Map<String, List<Node>> constants = new HashMap<>();
    CONSTANTS.forEach(kind -> constants.put(kind, column(dataset, text("constants/" + kind))));
    List<Template> templates =
        names.stream().map(n -> new Template(n, text("queries/" + n), constants)).toList();
    return new Mix(seed, templates);
  }

  /** The query of a number, from zero. */
  BenchQuery query(long number) {
    int template = (int) (number % templates.size());
    return templates.get(template).query(number, new Random(seed ^ number * 0x9E3779B97F4A7C15L));
  }

  /** The queries of the numbers from one to before another. */
  List<BenchQuery> queries(long from, long to) {
    return LongStream.range(from, to).mapToObj(this::query).toList();
  }

  private static List<Node> column(DatasetGraph dataset, String query) {
    return Txn.calculateRead(
        dataset,
        () -> {
          List<Node> values = new ArrayList<>();
          try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            Var variable = execution.getQuery().getProjectVars().get(0);
            execution.select().forEachRemaining(row -> values.add(row.get(variable)));
          }
          return values;
        });
  }

  private static String text(String name) {
    try (InputStream in = Mix.class.getResourceAsStream(name + ".rq")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
