package org.triplehelix.server.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.figure.Workbook;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.vocab.Family;

/** What documents state of places in figures and what they do not. */
final class GapsRoute implements Route {
  private static final String PATH = "/gaps";
  private static final List<String> COLUMNS = List.of("axis", "place", "row", "source", "figures");
  private static final Query QUERY = query();

  private final Knowledge knowledge;

  GapsRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  private static Query query() {
    try (InputStream in = GapsRoute.class.getResourceAsStream("gaps.rq")) {
      return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Answer(call.language());
  }

  /** The page in a language. */
  private final class Answer implements Prepared {
    private final Frame frame;
    private final Refs refs;

    Answer(String language) {
      this.frame = knowledge.site().frame(language, PATH);
      this.refs = new Refs(knowledge.site(), language);
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML, Sheet.CSV, Workbook.XLSX);
    }

    @Override
    public String canonical() {
      return PATH;
    }

    @Override
    public Map<String, String> headers(Format format) {
      return Given.headers(format, "gaps");
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      List<Binding> rows = knowledge.evaluation("gaps").rows(QUERY, attempt);
      if (format.equals(Sheet.CSV)) {
        sheet(rows).write(format, true, out);
      } else if (format.equals(Workbook.XLSX)) {
        Workbook.write(sheet(rows), "gaps", out);
      } else {
        knowledge.site().pages().write("gaps.jte", page(rows), out);
      }
    }

    private Sheet sheet(List<Binding> rows) {
      return new Sheet(
          COLUMNS, rows.stream().map(row -> COLUMNS.stream().map(row::get).toList()).toList());
    }

    private GapsPage page(List<Binding> rows) {
      List<Node> places = places(rows);
      return new GapsPage(
          frame,
          refs.of(places),
          refs.of(
              rows.stream()
                  .map(row -> row.get("source"))
                  .distinct()
                  .sorted(Comparator.comparing(Node::getURI))
                  .toList()),
          List.of(table("indicator", rows, places), table("theme", rows, places)),
          List.of(
              new Ref("CSV", "", frame.page(PATH + "?format=csv")),
              new Ref("XLSX", "", frame.page(PATH + "?format=xlsx"))),
          Given.workbench(frame, QUERY));
    }

    /** Those with most figures first. */
    private List<Node> places(List<Binding> rows) {
      Map<Node, Long> counts = new LinkedHashMap<>();
      rows.stream()
          .filter(row -> isOn("indicator", row))
          .forEach(row -> counts.merge(row.get("place"), figures(row), Long::sum));
      return counts.entrySet().stream()
          .sorted(Map.Entry.<Node, Long>comparingByValue().reversed())
          .map(Map.Entry::getKey)
          .toList();
    }

    private GapsPage.Table table(String axis, List<Binding> rows, List<Node> places) {
      Map<Node, List<Binding>> byRow = new LinkedHashMap<>();
      rows.stream()
          .filter(row -> isOn(axis, row))
          .forEach(row -> byRow.computeIfAbsent(row.get("row"), r -> new ArrayList<>()).add(row));
      return new GapsPage.Table(
          axis,
          frame.text("gaps." + axis),
          byRow.entrySet().stream()
              .map(
                  e ->
                      new GapsPage.Row(
                          refs.of(e.getKey()),
                          places.stream()
                              .map(place -> cell(axis, e.getKey(), place, e.getValue()))
                              .toList()))
              .sorted(
                  Comparator.comparing(GapsRoute::stated)
                      .reversed()
                      .thenComparing(row -> row.name().text()))
              .toList());
    }

    private GapsPage.Cell cell(String axis, Node row, Node place, List<Binding> rows) {
      List<Binding> own = rows.stream().filter(r -> r.get("place").equals(place)).toList();
      Family family = axis.equals("theme") ? Family.THEME : Family.INDICATOR;
      String path =
          FiguresRoute.PATH
              + "?place="
              + CompareChoice.name(place, Family.ID, knowledge)
              + "&"
              + axis
              + "="
              + CompareChoice.name(row, family, knowledge);
      return new GapsPage.Cell(
          own.stream().mapToLong(GapsRoute::figures).sum(),
          frame.page(path),
          own.stream().map(r -> refs.of(r.get("source"))).toList());
    }
  }

  private static boolean isOn(String axis, Binding row) {
    return row.get("axis").getLiteralLexicalForm().equals(axis);
  }

  private static long figures(Binding row) {
    return ((Number) row.get("figures").getLiteralValue()).longValue();
  }

  private static long stated(GapsPage.Row row) {
    return row.cells().stream().filter(cell -> cell.count() > 0).count();
  }
}
