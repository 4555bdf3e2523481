package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.vocab.Family;

/**
 * An answer as a page shows it: names in place of IRIs, linked.
 *
 * @param headings of the columns
 * @param rows of cells
 */
public record AnswerTable(List<String> headings, List<Row> rows) {

  /** A row and the passages it rests on. */
  public record Row(List<Cell> cells, List<Witness> evidence) {}

  /** What a row has in a column; an empty text where it has nothing. */
  public record Cell(Ref value, boolean isNumber) {}

  /** Rows without evidence. */
  static AnswerTable of(
      List<String> headings, List<String> variables, List<Binding> rows, Refs refs) {
    return of(headings, variables, rows, rows.stream().map(r -> List.<Witness>of()).toList(), refs);
  }

  /** Rows, each with its evidence. */
  static AnswerTable of(
      List<String> headings,
      List<String> variables,
      List<Binding> rows,
      List<List<Witness>> evidence,
      Refs refs) {
    List<Row> table = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Binding row = rows.get(i);
      table.add(
          new Row(
              variables.stream().map(variable -> cell(row.get(variable), refs)).toList(),
              evidence.get(i)));
    }
    return new AnswerTable(headings, table);
  }

  /** Whether any row has evidence. */
  public boolean hasEvidence() {
    return rows.stream().anyMatch(row -> !row.evidence().isEmpty());
  }

  private static Cell cell(Node node, Refs refs) {
    if (node == null) {
      return new Cell(new Ref("", "", ""), false);
    }
    boolean isNumber =
        node.isLiteral()
            && node.getLiteral().isWellFormed()
            && node.getLiteralValue() instanceof Number;
    return new Cell(ref(node, refs), isNumber);
  }

  private static Ref ref(Node node, Refs refs) {
    if (node.isTripleTerm()) {
      return new Ref(node.toString(), "", "");
    }
    return isPassage(node) ? refs.passage(node) : refs.of(node);
  }

  private static boolean isPassage(Node node) {
    return node.isURI()
        && node.getURI().startsWith(Family.SOURCE.namespace())
        && node.getURI().indexOf('/', Family.SOURCE.namespace().length()) > 0;
  }
}
