package org.triplehelix.bench;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * What an answer says, whoever wrote it: equal for two answers that mean the same.
 *
 * @param lines the variables and rows, or triples; sorted where their order says nothing
 */
record CanonicalAnswer(List<String> lines) {
  CanonicalAnswer {
    lines = List.copyOf(lines);
  }

  /** The answer to a query, from the body of the response. */
  static CanonicalAnswer of(BenchQuery query, byte[] body) {
    return switch (query.form()) {
      case TRUTH -> truth(body);
      case GRAPH, DESCRIPTION -> triples(body);
      case ROWS -> rows(body, false);
      case ORDERED_ROWS -> rows(body, true);
    };
  }

  /** What differs from the other answer, in words; nothing where they are the same. */
  Optional<String> difference(CanonicalAnswer other) {
    if (equals(other)) {
      return Optional.empty();
    }
    List<String> missing = new ArrayList<>(lines);
    other.lines.forEach(missing::remove);
    List<String> more = new ArrayList<>(other.lines);
    lines.forEach(more::remove);
    return Optional.of(
        missing.isEmpty() && more.isEmpty()
            ? "the same rows in another order"
            : "%d rows are missing %s, %d are more %s"
                .formatted(missing.size(), first(missing), more.size(), first(more)));
  }

  private static List<String> first(List<String> rows) {
    return rows.subList(0, Math.min(1, rows.size()));
  }

  private static CanonicalAnswer truth(byte[] body) {
    boolean truth = ResultSetMgr.readBoolean(new ByteArrayInputStream(body), ResultSetLang.RS_JSON);
    return new CanonicalAnswer(List.of(Boolean.toString(truth)));
  }

  private static CanonicalAnswer triples(byte[] body) {
    List<String> lines = new ArrayList<>();
    RDFParser.source(new ByteArrayInputStream(body))
        .lang(Lang.NTRIPLES)
        .toGraph()
        .find()
        .forEach(triple -> lines.add(NodeFmtLib.str(triple)));
    lines.sort(null);
    return new CanonicalAnswer(lines);
  }

  private static CanonicalAnswer rows(byte[] body, boolean ordered) {
    RowSet rows =
        RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(body), ResultSetLang.RS_JSON));
    List<Var> variables = rows.getResultVars();
    List<String> lines = new ArrayList<>();
    rows.forEachRemaining(row -> lines.add(row(variables, row)));
    if (!ordered) {
      lines.sort(null);
    }
    lines.add(0, variables.toString());
    return new CanonicalAnswer(lines);
  }

  private static String row(List<Var> variables, Binding binding) {
    StringBuilder line = new StringBuilder();
    for (Var variable : variables) {
      Node value = binding.get(variable);
      line.append(value == null ? "" : NodeFmtLib.strNT(value)).append('\t');
    }
    return line.toString();
  }
}
