package org.triplehelix.server.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dhatim.fastexcel.Worksheet;
import org.triplehelix.server.pipeline.Format;

/** A table as a file of Excel: numbers as numbers, everything else as text. */
public final class Workbook {
  public static final Format XLSX =
      Format.of("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final String APPLICATION = "Triple Helix";
  private static final String VERSION = "1.0";

  private Workbook() {}

  /** Writes a table. */
  public static void write(Sheet sheet, String name, OutputStream out) throws IOException {
    try (var book = new org.dhatim.fastexcel.Workbook(out, APPLICATION, VERSION)) {
      Worksheet page = book.newWorksheet(name);
      for (int column = 0; column < sheet.columns().size(); column++) {
        page.value(0, column, sheet.columns().get(column));
        page.style(0, column).bold().set();
      }
      page.freezePane(0, 1);
      for (int row = 0; row < sheet.rows().size(); row++) {
        write(sheet.rows().get(row), row + 1, page);
      }
    }
  }

  private static void write(List<Node> cells, int row, Worksheet page) {
    for (int column = 0; column < cells.size(); column++) {
      Node cell = cells.get(column);
      if (cell == null) {
        continue;
      }
      Optional<BigDecimal> number = number(cell);
      if (number.isPresent()) {
        page.value(row, column, number.get());
      } else {
        page.value(row, column, cell.isURI() ? cell.getURI() : cell.getLiteralLexicalForm());
      }
    }
  }

  /** The number that a cell is; empty if it is none, or none that a cell can hold: NaN, INF. */
  static Optional<BigDecimal> number(Node cell) {
    return cell.isLiteral()
            && cell.getLiteral().isWellFormed()
            && cell.getLiteralValue() instanceof Number number
            && Double.isFinite(number.doubleValue())
        ? Optional.of(new BigDecimal(cell.getLiteralLexicalForm().strip()))
        : Optional.empty();
  }
}
