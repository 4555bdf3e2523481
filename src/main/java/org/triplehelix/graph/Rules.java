package org.triplehelix.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/** The rules that OWL cannot say: CONSTRUCT queries, run over the default graph in name order. */
final class Rules {
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Content.Item item, Query query) {}

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
        rules.add(new Rule(item, query));
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
    Lockdown.apply();
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    List<Triple> inferred = new ArrayList<>();
    for (Rule rule : rules) {
      for (Triple triple : apply(rule, graph)) {
        graph.add(triple);
        inferred.add(triple);
      }
    }
    return inferred;
  }

  private static List<Triple> apply(Rule rule, Graph graph) {
    try {
      Graph found = QueryExec.graph(graph).query(rule.query()).construct();
      if (found.stream().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank())) {
        throw new BadInputException(
            Position.of(rule.item().name()), "makes blank nodes", "make names with IRI(…)");
      }
      return found.find().filterDrop(graph::contains).toList();
    } catch (QueryException e) {
      throw new BadInputException(
          Position.of(rule.item().name()), "cannot be run: " + e.getMessage(), "mend the query");
    }
  }
}
