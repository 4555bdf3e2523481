package org.triplehelix.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.triplehelix.graph.Release;

/**
 * Compares the datasets that could hold a release: how long they take to load, how much memory they
 * keep, how fast they answer. Run from the command line, see docs/dataset.md.
 */
public final class DatasetBenchmark {
  private static final int ROUNDS = 15;
  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put("join with passages", "SELECT * { ?s ?p ?o . GRAPH ?g { ?s ?p ?o } }");
    QUERIES.put(
        "one entity's passages",
        "SELECT * { GRAPH ?g { <https://w3id.org/triplehelix/id/thing-7> ?p ?o } }");
    QUERIES.put(
        "figures in passages",
        "PREFIX th: <https://w3id.org/triplehelix/ontology#>"
            + " SELECT * { GRAPH ?g { ?f th:of ?x ; th:value ?v } ?x th:relation3 ?y }");
    QUERIES.put(
        "default graph join",
        "PREFIX th: <https://w3id.org/triplehelix/ontology#>"
            + " SELECT * { ?a th:relation1 ?b . ?b th:relation2 ?c }");
  }

  private DatasetBenchmark() {}

  public static void main(String[] arguments) {
    int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1500;
    Release release = GeneratedRelease.of(passages);
    System.out.printf("%d passages, %d statements%n", passages, release.quads().size());
    Map<String, Supplier<DatasetGraph>> candidates = new LinkedHashMap<>();
    candidates.put("tim", () -> load(DatasetGraphFactory.createTxnMem(), release));
    candidates.put("general", () -> load(DatasetGraphFactory.createGeneral(), release));
    candidates.put("tdb2", () -> load(DatabaseMgr.createDatasetGraph(), release));
    candidates.put("ours", () -> ours(release));
    String chosen = arguments.length > 1 ? arguments[1] : "ours";
    measure(chosen, candidates.get(chosen));
  }

  private static DatasetGraph load(DatasetGraph dataset, Release release) {
    Txn.executeWrite(dataset, () -> release.quads().forEach(dataset::add));
    return dataset;
  }

  private static DatasetGraph ours(Release release) {
    DatasetGraph dataset =
        new ReleaseDatasetGraph(
            release.quads(), PrefixMapFactory.create(), java.util.Optional.empty());
    QC.setFactory(dataset.getContext(), QuadExecutor::new);
    return dataset;
  }

  private static void measure(String name, Supplier<DatasetGraph> supplier) {
    long before = used();
    long start = System.nanoTime();
    DatasetGraph dataset = supplier.get();
    double load = (System.nanoTime() - start) / 1e6;
    long kept = used() - before;
    System.out.printf(Locale.ROOT, "%-16s load %7.1f ms, keeps %5.1f MB%n", name, load, kept / 1e6);
    QUERIES.forEach(
        (title, query) ->
            System.out.printf(Locale.ROOT, "    %-24s %9.2f ms%n", title, median(dataset, query)));
  }

  private static double median(DatasetGraph dataset, String query) {
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Txn.executeRead(dataset, () -> consume(dataset, query));
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  private static void consume(DatasetGraph dataset, String query) {
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(query).set(ARQ.queryTimeout, "600000").build()) {
      RowSetOps.consume(execution.select());
    }
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
