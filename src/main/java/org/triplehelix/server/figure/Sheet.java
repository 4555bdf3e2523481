package org.triplehelix.server.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.ResultWriter;

/**
 * A table for spreadsheets: CSV (RFC 4180) and TSV as SPARQL has them.
 *
 * @param columns their names
 * @param rows terms, null where there is none
 */
public record Sheet(List<String> columns, List<List<Node>> rows) {
  public static final Format CSV = format("csv");
  public static final Format TSV = format("tsv");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);
  private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final String[] OF_EVIDENCE = {
    "evidence_passages", "evidence_wording", "evidence_status", "evidence_modality"
  };

  private static Format format(String label) {
    return ResultFormats.OF_ROWS.stream().filter(f -> f.label().equals(label)).findFirst().get();
  }

  /** The table with the evidence of each row: as many parts in each cell as there is evidence. */
  public Sheet with(List<List<Attestation>> evidence) {
    List<String> wider = new ArrayList<>(columns);
    wider.addAll(List.of(OF_EVIDENCE));
    List<List<Node>> widerRows = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Attestation> own = evidence.get(i);
      List<Node> row = new ArrayList<>(rows.get(i));
      row.add(joined(own.stream().map(Attestation::passage).toList()));
      row.add(joined(own.stream().map(Attestation::wording).toList()));
      row.add(joined(own.stream().map(Attestation::status).toList()));
      row.add(joined(own.stream().map(Attestation::modality).toList()));
      widerRows.add(row);
    }
    return new Sheet(wider, widerRows);
  }

  private static Node joined(List<String> parts) {
    return NodeFactory.createLiteralString(String.join(" | ", parts));
  }

  /**
   * A text that no spreadsheet takes for a formula: one that begins like it has an apostrophe
   * before it. Numbers stay as they are.
   */
  public static String harmless(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static Node harmless(Node cell) {
    return cell.isLiteral()
            && !harmless(cell.getLiteralLexicalForm()).equals(cell.getLiteralLexicalForm())
            && Workbook.number(cell).isEmpty()
        ? NodeFactory.createLiteralString(harmless(cell.getLiteralLexicalForm()))
        : cell;
  }

  /**
   * Writes the table; in CSV no text is a formula.
   *
   * @param mark whether CSV begins with the mark by which Excel knows UTF-8
   */
  public void write(Format format, boolean mark, OutputStream out) throws IOException {
    if (mark && format.equals(CSV)) {
      out.write(MARK);
    }
    List<Var> variables = columns.stream().map(Var::alloc).toList();
    RowSet table =
        RowSetStream.create(
            variables,
            rows.stream().map(row -> binding(variables, row, format.equals(CSV))).iterator());
    new ResultWriter(format, Context.emptyContext()).rows(table, out);
  }

  private static Binding binding(List<Var> variables, List<Node> row, boolean isGuarded) {
    BindingBuilder binding = BindingFactory.builder();
    for (int i = 0; i < row.size(); i++) {
      Node cell = row.get(i);
      if (cell != null) {
        binding.add(variables.get(i), isGuarded ? harmless(cell) : cell);
      }
    }
    return binding.build();
  }
}
