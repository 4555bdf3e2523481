package org.triplehelix.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.triplehelix.bench.Load.Measurement;
import org.triplehelix.bench.Turn.Cell;

/** The medians of all rounds, in Markdown; ratios are to the first server. */
final class Table {
  private final Map<String, List<Result>> results = new LinkedHashMap<>();
  private final long statements;

  /**
   * What a turn gave.
   *
   * @param firstAnswer seconds
   * @param loading seconds, if known
   * @param resident megabytes, after the load
   * @param measured by queries and clients
   */
  record Result(
      double firstAnswer,
      OptionalDouble loading,
      double resident,
      Map<Cell, Measurement> measured) {}

  /**
   * An empty one.
   *
   * @param statements that each server holds
   */
  Table(long statements) {
    this.statements = statements;
  }

  void add(String server, Result result) {
    results.computeIfAbsent(server, s -> new ArrayList<>()).add(result);
  }

  @Override
  public String toString() {
    return Turn.QUERIES.stream().map(this::queries).collect(Collectors.joining("\n"))
        + "\n"
        + Turn.QUERIES.stream().map(this::templates).collect(Collectors.joining("\n"))
        + "\n"
        + servers()
        + "\n"
        + files();
  }

  /** All queries of one sort. */
  private String queries(String sort) {
    StringBuilder table =
        new StringBuilder(
            """
            | queries | clients | server | q/s | times | p50 ms | p99 ms | ratio | CPU ms a query |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
    for (int clients : Turn.CLIENTS) {
      Cell cell = new Cell(sort, clients);
      OptionalDouble perSecond = first(cell, Measurement::perSecond);
      OptionalDouble p99 = first(cell, Measurement::p99);
      with(cell)
          .forEach(
              (server, turns) ->
                  table.append(
                      String.format(
                          Locale.ROOT,
                          "| %s | %d | %s | %,.0f | %.2f | %.2f | %.2f | %.3f | %.3f |%n",
                          sort,
                          clients,
                          server,
                          median(turns, Measurement::perSecond),
                          median(turns, Measurement::perSecond) / perSecond.orElseThrow(),
                          median(turns, Measurement::p50),
                          median(turns, Measurement::p99),
                          median(turns, Measurement::p99) / p99.orElseThrow(),
                          median(turns, Measurement::cpu))));
    }
    return table.toString();
  }

  /**
   * The median of each template that all answered, and the geometric mean of what they are to the
   * first server.
   */
  private String templates(String sort) {
    StringBuilder table = new StringBuilder("| " + sort + ": p50 ms | clients |");
    Set<String> servers = with(new Cell(sort, Turn.MOST_CLIENTS)).keySet();
    servers.forEach(server -> table.append(" ").append(server).append(" | ratio |"));
    table.append("\n| --- | --- |").append(" --- | --- |".repeat(servers.size())).append('\n');
    for (int clients : List.of(Turn.CLIENTS.get(0), Turn.MOST_CLIENTS)) {
      Cell cell = new Cell(sort, clients);
      Map<String, List<Measurement>> measured = with(cell);
      Set<String> templates = answeredByAll(measured.values());
      Map<String, Double> logarithms = new LinkedHashMap<>();
      for (String template : templates) {
        double base = first(cell, m -> m.medians().get(template)).orElseThrow();
        table.append(String.format("| %s | %d |", template, clients));
        measured.forEach(
            (server, turns) -> {
              double p50 = median(turns, m -> m.medians().get(template));
              logarithms.merge(server, Math.log(p50 / base), Double::sum);
              table.append(String.format(Locale.ROOT, " %.3f | %.3f |", p50, p50 / base));
            });
        table.append('\n');
      }
      table.append(String.format("| **geometric mean** | %d |", clients));
      logarithms.forEach(
          (server, sum) ->
              table.append(
                  String.format(Locale.ROOT, " | **%.3f** |", Math.exp(sum / templates.size()))));
      table.append('\n');
    }
    return table.toString();
  }

  /** A slow server may come to none of a template in a short window. */
  private static Set<String> answeredByAll(Collection<List<Measurement>> measured) {
    List<Set<String>> answered =
        measured.stream().flatMap(List::stream).map(turn -> turn.medians().keySet()).toList();
    Set<String> templates = new TreeSet<>(answered.get(0));
    answered.forEach(templates::retainAll);
    return templates;
  }

  private String servers() {
    StringBuilder table =
        new StringBuilder(
            """
            | server | first answer s | loading s | statements/s | resident MB |
            | --- | --- | --- | --- | --- |
            """);
    results.forEach(
        (server, turns) -> {
          double loading = middle(turns.stream().mapToDouble(r -> r.loading().orElse(Double.NaN)));
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %.2f | %s | %.0f |%n",
                  server,
                  middle(turns.stream().mapToDouble(Result::firstAnswer)),
                  Double.isNaN(loading)
                      ? "– | –"
                      : String.format(Locale.ROOT, "%.2f | %,.0f", loading, statements / loading),
                  middle(turns.stream().mapToDouble(Result::resident))));
        });
    return table.toString();
  }

  /** What is no query. */
  private String files() {
    StringBuilder table =
        new StringBuilder(
            """
            | answers | clients | server | a second | first byte p50 ms | p99 ms | CPU ms |
            | --- | --- | --- | --- | --- | --- | --- |
            """);
    Set<Cell> cells =
        results.values().stream()
            .flatMap(turns -> turns.get(0).measured().keySet().stream())
            .filter(cell -> !Turn.QUERIES.contains(cell.queries()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Cell cell : cells) {
      with(cell)
          .forEach(
              (server, turns) ->
                  table.append(
                      String.format(
                          Locale.ROOT,
                          "| %s | %d | %s | %,.0f | %.3f | %.3f | %.4f |%n",
                          cell.queries(),
                          cell.clients(),
                          server,
                          median(turns, Measurement::perSecond),
                          median(turns, Measurement::firstByteP50),
                          median(turns, Measurement::firstByteP99),
                          median(turns, Measurement::cpu))));
    }
    return cells.isEmpty() ? "" : table.toString();
  }

  /** What was measured of a cell, by server. */
  private Map<String, List<Measurement>> with(Cell cell) {
    Map<String, List<Measurement>> measured = new LinkedHashMap<>();
    results.forEach(
        (server, turns) -> {
          if (turns.get(0).measured().containsKey(cell)) {
            measured.put(server, turns.stream().map(turn -> turn.measured().get(cell)).toList());
          }
        });
    return measured;
  }

  private OptionalDouble first(Cell cell, ToDoubleFunction<Measurement> value) {
    return with(cell).values().stream().mapToDouble(turns -> median(turns, value)).findFirst();
  }

  private static double median(List<Measurement> turns, ToDoubleFunction<Measurement> value) {
    return middle(turns.stream().mapToDouble(value));
  }

  private static double middle(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
