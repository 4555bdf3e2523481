package org.triplehelix.server.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.triplehelix.server.figure.Comparison;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.figure.Workbook;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/** Places side by side: as a page, for print, as tables. */
final class CompareRoute implements Route {
  /** The page for print. */
  static final Format BRIEF = Format.text("brief", "text/html");

  private final Knowledge knowledge;

  CompareRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String path() {
    return CompareChoice.PATH;
  }

  @Override
  public String example() {
    return CompareChoice.PATH + "?places=london,beijing";
  }

  @Override
  public Set<String> parameters() {
    return CompareChoice.PARAMETERS;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Answer(CompareChoice.of(Given.of(call), knowledge), call.language());
  }

  /** A comparison that was understood. */
  private final class Answer implements Prepared {
    private final CompareChoice choice;
    private final String language;

    Answer(CompareChoice choice, String language) {
      this.choice = choice;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML, BRIEF, Sheet.CSV, Workbook.XLSX);
    }

    @Override
    public String canonical() {
      return choice.path(knowledge);
    }

    @Override
    public Map<String, String> headers(Format format) {
      return Given.headers(format, "compare");
    }

    private Sheet table(Comparison comparison, Attempt attempt) {
      return new CompareTable(knowledge, choice, comparison, language).sheet(attempt);
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      List<FigureView> figures =
          choice.isComparison()
              ? knowledge.evaluation("compare").rows(choice.query().query(), attempt).stream()
                  .map(row -> new FigureView(knowledge, row.get("figure")))
                  .filter(choice::takes)
                  .toList()
              : List.of();
      Comparison comparison = Comparison.of(knowledge, choice.places(), figures, language, true);
      if (format.equals(Sheet.CSV)) {
        table(comparison, attempt).write(format, true, out);
      } else if (format.equals(Workbook.XLSX)) {
        Workbook.write(table(comparison, attempt), "compare", out);
      } else {
        ComparePage page =
            new SideBySide(knowledge, choice, comparison, language, format.equals(BRIEF))
                .page(attempt);
        knowledge.site().pages().write("compare.jte", page, out);
      }
    }
  }
}
