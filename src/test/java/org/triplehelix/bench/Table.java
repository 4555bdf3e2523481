package org.triplehelix.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.triplehelix.bench.Load.Measurement;
import org.triplehelix.bench.Turn.Cell;

/** The medians of all rounds, in Markdown; what a server is times the first one. */
final class Table {
  private final Map<String, List<Result>> results = new LinkedHashMap<>();

  /**
   * What a turn gave.
   *
   * @param firstAnswer seconds
   * @param resident megabytes, after the load
   * @param measured by queries and clients
   */
  record Result(double firstAnswer, double resident, Map<Cell, Measurement> measured) {}

  void add(String server, Result result) {
    results.computeIfAbsent(server, s -> new ArrayList<>()).add(result);
  }

  @Override
  public String toString() {
    StringBuilder table =
        new StringBuilder(
            """
            | queries | clients | server | q/s | times | p50 ms | p99 ms | CPU ms a query |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
    List<Result> first = results.values().iterator().next();
    for (Cell cell : first.get(0).measured().keySet()) {
      double base = median(first, r -> r.measured().get(cell).perSecond());
      results.forEach((server, turns) -> table.append(row(cell, server, turns, base)));
    }
    table.append("\n| server | first answer s | resident MB |\n| --- | --- | --- |\n");
    results.forEach((server, turns) -> table.append(row(server, turns)));
    return table.toString();
  }

  private static String row(Cell cell, String server, List<Result> turns, double base) {
    double perSecond = median(turns, r -> r.measured().get(cell).perSecond());
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %,.0f | %.1f | %.2f | %.2f | %.3f |%n",
        cell.queries(),
        cell.clients(),
        server,
        perSecond,
        perSecond / base,
        median(turns, r -> r.measured().get(cell).p50()),
        median(turns, r -> r.measured().get(cell).p99()),
        median(turns, r -> r.measured().get(cell).cpu()));
  }

  private static String row(String server, List<Result> turns) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.0f |%n",
        server,
        median(turns, Result::firstAnswer),
        median(turns, Result::resident));
  }

  private static double median(List<Result> turns, ToDoubleFunction<Result> value) {
    double[] sorted = turns.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
