package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Half of a network as a table: Gephi's spreadsheet import and Neo4j's import want nodes and edges
 * apart, each with headers of its own.
 */
final class CsvWriter {
  /** Nodes for Gephi and for spreadsheets. */
  static final NetworkWriter NODES =
      (network, language, out) ->
          write(
              List.of("Id", "Label"),
              (node, l) -> List.of(node.iri(), node.label(l)),
              network.nodes(),
              Columns.of(network).nodes(),
              Column::name,
              language,
              out);

  /** Edges for Gephi and for spreadsheets. */
  static final NetworkWriter EDGES =
      (network, language, out) ->
          write(
              List.of("Id", "Source", "Target", "Type", "Label", "Kind", "Weight"),
              (edge, l) ->
                  List.of(
                      edge.id(),
                      edge.source(),
                      edge.target(),
                      "Directed",
                      edge.label(l),
                      edge.label("en"),
                      edge.weight()),
              network.edges(),
              Columns.of(network).edges(),
              Column::name,
              language,
              out);

  /** Nodes for {@code neo4j-admin database import}. */
  static final NetworkWriter NEO4J_NODES =
      (network, language, out) ->
          write(
              List.of("id:ID", "name", ":LABEL"),
              (node, l) -> List.of(node.iri(), node.label(l), label(node.kind().name())),
              network.nodes(),
              Columns.of(network).nodes(),
              CsvWriter::typed,
              language,
              out);

  /** Relationships for {@code neo4j-admin database import}. */
  static final NetworkWriter NEO4J_EDGES =
      (network, language, out) ->
          write(
              List.of(":START_ID", ":END_ID", ":TYPE", "id", "name", "weight:int"),
              (edge, l) ->
                  List.of(
                      edge.source(),
                      edge.target(),
                      type(edge.relation()),
                      edge.id(),
                      edge.label(l),
                      edge.weight()),
              network.edges(),
              Columns.of(network).edges(),
              CsvWriter::typed,
              language,
              out);

  private CsvWriter() {}

  private static <T> void write(
      List<String> header,
      BiFunction<T, String, List<?>> start,
      List<T> rows,
      List<Column<T>> columns,
      Function<Column<T>, String> name,
      String language,
      OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180);
    List<Object> head = new ArrayList<>(header);
    columns.forEach(column -> head.add(name.apply(column)));
    table.printRecord(head);
    for (T row : rows) {
      List<Object> cells = new ArrayList<>(start.apply(row, language));
      columns.forEach(column -> cells.add(column.of(row)));
      table.printRecord(cells);
    }
    table.flush();
  }

  private static String typed(Column<?> column) {
    return column.type() == Column.Type.STRING
        ? column.name()
        : column.name() + ":" + column.type();
  }

  /** PublicBody of public-body, as labels of Neo4j are written. */
  private static String label(String kind) {
    StringBuilder label = new StringBuilder();
    for (String part : kind.split("-")) {
      label.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
    }
    return label.toString();
  }

  /** MEMBER_OF of org:memberOf, as types of Neo4j are written. */
  private static String type(String relation) {
    String name =
        relation.substring(Math.max(relation.lastIndexOf('#'), relation.lastIndexOf('/')) + 1);
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
