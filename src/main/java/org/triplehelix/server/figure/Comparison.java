package org.triplehelix.server.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.entity.Slugs;

/**
 * Figures of several places side by side.
 *
 * @param knowledge of the release
 * @param places in the order in which they were asked for
 * @param rows one for each indicator, category and measure
 * @param language of the names
 * @param withEvidence whether the passages are told
 */
public record Comparison(
    Knowledge knowledge, List<Node> places, List<Row> rows, String language, boolean withEvidence) {
  private static final String NOT_STATED = "notStated";
  private static final List<String> KEY =
      List.of("indicator", "indicator_name", "category", "category_name", "measure");
  private static final List<String> LIKENESS = List.of("comparable", "reasons");

  /**
   * What is compared.
   *
   * @param cells the figures of each place, in the order of the places
   */
  public record Row(List<List<FigureView>> cells) {
    /** One of its figures; what is compared is the same in all. */
    public FigureView any() {
      return cells.stream().flatMap(List::stream).findFirst().orElseThrow();
    }

    /** Why its figures are not like with like. */
    public List<Likeness> differences() {
      return Likeness.differences(
          cells.stream().map(cell -> cell.stream().map(FigureView::traits).toList()).toList());
    }
  }

  /** Compares figures; those that only repeat others or count parts of a text are left out. */
  public static Comparison of(
      Knowledge knowledge,
      List<Node> places,
      List<FigureView> figures,
      String language,
      boolean withEvidence) {
    Map<String, List<FigureView>> groups =
        figures.stream()
            .filter(FigureView::isOwn)
            .collect(Collectors.groupingBy(FigureView::subject, TreeMap::new, Collectors.toList()));
    List<Row> rows =
        groups.values().stream()
            .map(group -> new Row(places.stream().map(place -> cell(group, place)).toList()))
            .toList();
    return new Comparison(knowledge, places, rows, language, withEvidence);
  }

  private static List<FigureView> cell(List<FigureView> group, Node place) {
    return group.stream().filter(figure -> figure.of().filter(place::equals).isPresent()).toList();
  }

  /** As plain JSON. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("release", knowledge.site().release().hash());
    json.put("places", places.stream().map(place -> knowledge.thing(place, language)).toList());
    json.put("rows", rows.stream().map(this::json).toList());
    json.put("total", rows.size());
    return json;
  }

  private Map<String, Object> json(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    FigureView any = row.any();
    json.put("indicator", knowledge.json(any.indicator().orElse(null), language));
    json.put(
        "categories", any.categories().stream().map(c -> knowledge.json(c, language)).toList());
    json.put("measure", any.measure());
    List<Map<String, Object>> cells = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Map<String, Object> cell = new LinkedHashMap<>();
      cell.put("place", places.get(i).getURI());
      cell.put("state", row.cells.get(i).isEmpty() ? NOT_STATED : "stated");
      cell.put("figures", row.cells.get(i).stream().map(this::json).toList());
      cells.add(cell);
    }
    json.put("cells", cells);
    json.put("comparable", row.differences().isEmpty());
    json.put("reasons", row.differences().stream().map(Likeness::toJson).toList());
    return json;
  }

  private Map<String, Object> json(FigureView figure) {
    Map<String, Object> json = figure.json(language);
    if (withEvidence) {
      json.put("evidence", evidence(figure).stream().map(Attestation::toJson).toList());
    }
    return json;
  }

  private List<Attestation> evidence(FigureView figure) {
    return knowledge.attestations().ofClaim(figure.figure());
  }

  /** A row for each indicator, and columns for each place. */
  public Sheet wide() {
    List<String> columns = new ArrayList<>(KEY);
    for (Node place : places) {
      String name = Slugs.of(place);
      columns.addAll(List.of(name + "_as_written", name + "_value", name + "_figure"));
    }
    columns.addAll(LIKENESS);
    Sheet sheet = new Sheet(columns, rows.stream().map(this::wide).toList());
    return withEvidence ? sheet.with(rows.stream().map(this::evidence).toList()) : sheet;
  }

  private List<Attestation> evidence(Row row) {
    return row.cells.stream()
        .flatMap(List::stream)
        .flatMap(figure -> evidence(figure).stream())
        .toList();
  }

  private List<Node> wide(Row row) {
    List<Node> cells = new ArrayList<>(row.any().row(language).subList(3, 7));
    cells.add(text(row.any().measure()));
    for (List<FigureView> cell : row.cells) {
      cells.add(cell.isEmpty() ? text(NOT_STATED) : joined(cell, "as_written"));
      cells.add(joined(cell, "value"));
      cells.add(joined(cell, "figure"));
    }
    cells.addAll(likeness(row));
    return cells;
  }

  private Node joined(List<FigureView> cell, String column) {
    int index = FigureView.COLUMNS.indexOf(column);
    return cell.isEmpty()
        ? null
        : text(
            cell.stream()
                .map(figure -> figure.row(language).get(index))
                .map(node -> node == null ? "" : text(node))
                .collect(Collectors.joining(" | ")));
  }

  private static String text(Node node) {
    return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static List<Node> likeness(Row row) {
    List<Likeness> differences = row.differences();
    return List.of(
        text(Boolean.toString(differences.isEmpty())),
        text(differences.stream().map(Likeness::label).collect(Collectors.joining(" | "))));
  }

  /** A row for each figure, and one for each place that has none. */
  public Sheet tall() {
    List<String> columns = new ArrayList<>(List.of("place", "state"));
    columns.addAll(LIKENESS);
    columns.addAll(FigureView.COLUMNS);
    List<List<Node>> lines = new ArrayList<>();
    List<List<Attestation>> evidence = new ArrayList<>();
    for (Row row : rows) {
      for (int i = 0; i < places.size(); i++) {
        List<FigureView> cell = row.cells.get(i);
        if (cell.isEmpty()) {
          lines.add(missing(row, places.get(i)));
          evidence.add(List.of());
        }
        for (FigureView figure : cell) {
          lines.add(line(row, places.get(i), "stated", figure.row(language)));
          evidence.add(evidence(figure));
        }
      }
    }
    Sheet sheet = new Sheet(columns, lines);
    return withEvidence ? sheet.with(evidence) : sheet;
  }

  private static List<Node> line(Row row, Node place, String state, List<Node> figure) {
    return Stream.of(List.of(place, text(state)), likeness(row), figure)
        .flatMap(List::stream)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Only what is compared is told of a figure that nobody gives. */
  private List<Node> missing(Row row, Node place) {
    List<Node> figure = new ArrayList<>();
    List<Node> other = row.any().row(language);
    for (int i = 0; i < other.size(); i++) {
      figure.add(KEY.contains(FigureView.COLUMNS.get(i)) ? other.get(i) : null);
    }
    return line(row, place, NOT_STATED, figure);
  }
}
