package org.triplehelix.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Slugs;
import org.triplehelix.network.NetworkNode.Number;

/**
 * What is said of things as a whole in numbers: of several of the same, those of the latest period.
 *
 * @param of each thing that has some
 */
public record Figures(Map<Node, List<Number>> of) {
  private static final Query QUERY = query();

  private static Query query() {
    try (InputStream in = Figures.class.getResourceAsStream("figures.rq")) {
      return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The figures of a release. */
  static Figures in(DatasetGraph dataset, Names names) {
    Map<Node, Map<String, List<Binding>>> rows = new HashMap<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(QUERY).build()) {
      execution
          .select()
          .forEachRemaining(
              row ->
                  rows.computeIfAbsent(row.get("thing"), thing -> new TreeMap<>())
                      .computeIfAbsent(name(row), name -> new ArrayList<>())
                      .add(row));
    }
    Map<Node, List<Number>> figures = new HashMap<>();
    rows.forEach(
        (thing, same) ->
            figures.put(thing, same.values().stream().map(each -> number(each, names)).toList()));
    return new Figures(figures);
  }

  /** As {@code rd_expenditure_gbp}. */
  private static String name(Binding row) {
    String unit = Slugs.of(row.get("unit")).replace("CCY_", "");
    return (Slugs.of(row.get("indicator")) + "_" + unit).replace('-', '_').toLowerCase(Locale.ROOT);
  }

  private static Number number(List<Binding> same, Names names) {
    String latest =
        same.stream().map(Figures::period).max(Comparator.comparing(Figures::rank)).orElseThrow();
    List<Binding> rows = same.stream().filter(row -> period(row).equals(latest)).toList();
    List<Double> amounts =
        rows.stream()
            .filter(row -> row.contains("number"))
            .map(row -> Double.valueOf(row.get("number").getLiteralLexicalForm()))
            .distinct()
            .toList();
    List<String> wordings = rows.stream().map(row -> wording(row, names)).distinct().toList();
    return new Number(
        name(rows.get(0)),
        amounts.size() == 1 ? Optional.of(amounts.get(0)) : Optional.empty(),
        String.join("; ", wordings));
  }

  private static String period(Binding row) {
    return row.contains("period") ? row.get("period").getLiteralLexicalForm() : "";
  }

  /** What has no period is of the time of its document. */
  private static String rank(String period) {
    return period.isEmpty() ? "~" : period;
  }

  private static String wording(Binding row, Names names) {
    String period = period(row);
    return both(names, row.get("indicator"))
        + ": "
        + both(names, row.get("hedge"))
        + ", "
        + row.get("wording").getLiteralLexicalForm()
        + (period.isEmpty() ? "" : " (" + period + ")");
  }

  private static String both(Names names, Node term) {
    return names.in("zh", term).orElse("") + " " + names.in("en", term).orElse("");
  }
}
