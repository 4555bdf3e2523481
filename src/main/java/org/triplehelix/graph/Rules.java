package org.triplehelix.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/** The rules that OWL cannot say: CONSTRUCT queries, run over the default graph in name order. */
final class Rules {
  private final List<Query> queries = new ArrayList<>();

  /** Reads rule files; faults are added to the problems. */
  static Rules parse(List<Content.Item> items, List<InputProblem> problems) {
    Rules rules = new Rules();
    for (Content.Item item : items) {
      rules.parse(item, problems);
    }
    return rules;
  }

  private void parse(Content.Item item, List<InputProblem> problems) {
    try {
      Query query =
          QueryFactory.create(
              new String(item.bytes(), StandardCharsets.UTF_8), Syntax.syntaxSPARQL_12);
      if (query.isConstructType()) {
        queries.add(query);
      } else {
        problems.add(
            new InputProblem(
                Position.of(item.name()), "a rule that is no CONSTRUCT query", "make it one"));
      }
    } catch (QueryParseException e) {
      Position position = new Position(item.name(), e.getLine(), e.getColumn());
      problems.add(new InputProblem(position, e.getMessage(), "mend the query"));
    }
  }

  /** What follows from the triples and is not among them; each rule sees what those before made. */
  List<Triple> apply(Collection<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    List<Triple> inferred = new ArrayList<>();
    for (Query query : queries) {
      Graph found = QueryExec.graph(graph).query(query).construct();
      found
          .find()
          .filterDrop(graph::contains)
          .toList()
          .forEach(
              triple -> {
                graph.add(triple);
                inferred.add(triple);
              });
    }
    return inferred;
  }
}
