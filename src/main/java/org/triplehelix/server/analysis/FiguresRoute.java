package org.triplehelix.server.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.triplehelix.server.figure.FigureQuery;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Paging;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.figure.Workbook;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/** All figures, chosen by facets: as a page and as tables. */
final class FiguresRoute implements Route {
  static final String PATH = "/figures";
  private static final String PART = "50";

  private final Knowledge knowledge;

  FiguresRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?place=london&indicator=jobs";
  }

  @Override
  public Set<String> parameters() {
    Set<String> names = new TreeSet<>(FigureQuery.PARAMETERS);
    names.addAll(Paging.PARAMETERS);
    return names;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Map<String, List<String>> given = new LinkedHashMap<>(Given.of(call).parameters());
    given.putIfAbsent("limit", List.of(PART));
    Call full = Given.with(call, given);
    FigureQuery.of(full, knowledge);
    return new Answer(full, Paging.of(full));
  }

  /** A list that was understood. */
  private final class Answer implements Prepared {
    private final Call call;
    private final Paging paging;

    Answer(Call call, Paging paging) {
      this.call = call;
      this.paging = paging;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML, Sheet.CSV, Workbook.XLSX);
    }

    @Override
    public String canonical() {
      return paging.canonical();
    }

    @Override
    public Map<String, String> headers(Format format) {
      return Given.headers(format, "figures");
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      FacetedFigures figures = new FacetedFigures(knowledge, call, paging, attempt);
      if (format.equals(Sheet.CSV)) {
        sheet(figures.all()).write(format, true, out);
      } else if (format.equals(Workbook.XLSX)) {
        Workbook.write(sheet(figures.all()), "figures", out);
      } else {
        knowledge.site().pages().write("figures.jte", figures.page(), out);
      }
    }

    /** All figures that were chosen, not only a part. */
    private Sheet sheet(List<FigureView> figures) {
      List<List<Node>> rows = new ArrayList<>();
      figures.forEach(figure -> rows.add(figure.row(call.language())));
      Sheet sheet =
          new Sheet(FigureView.COLUMNS, rows)
              .with(
                  figures.stream()
                      .map(figure -> knowledge.attestations().ofClaim(figure.figure()))
                      .toList());
      return new Readable(knowledge.site(), call.language()).of(sheet);
    }
  }
}
