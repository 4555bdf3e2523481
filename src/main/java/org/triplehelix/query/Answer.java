package org.triplehelix.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.vocab.Prefixes;

/**
 * The answer of a question as people write it down: IRIs with prefix, literals without language and
 * datatype, nothing where a value is missing.
 *
 * @param header the variables in their order
 * @param rows the values
 */
public record Answer(List<String> header, List<List<String>> rows) {
  public Answer {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** What a SELECT query gives on a dataset. */
  public static Answer of(Query query, DatasetGraph dataset, Prefixes prefixes) {
    List<List<String>> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      execution
          .select()
          .forEachRemaining(
              row ->
                  rows.add(
                      query.getResultVars().stream().map(v -> text(row, v, prefixes)).toList()));
    }
    return new Answer(query.getResultVars(), rows);
  }

  private static String text(Binding row, String variable, Prefixes prefixes) {
    Node node = row.get(variable);
    if (node == null) {
      return "";
    }
    return node.isURI() ? prefixes.abbreviate(node.getURI()) : node.getLiteralLexicalForm();
  }

  /** As CSV: a line for the header and one for each row, each ended by a line feed. */
  public String toCsv() {
    return Stream.concat(Stream.of(header), rows.stream())
        .map(row -> row.stream().map(Answer::quoted).collect(Collectors.joining(",")) + "\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return value.matches("(?s).*[,\"\\r\\n].*") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }
}
