package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;

/** The rules that OWL cannot say: CONSTRUCT queries, run over the default graph in name order. */
final class Rules {
  private final List<QueryFile> rules = new ArrayList<>();

  /** Reads rule files; faults are added to the problems. */
  static Rules parse(List<Content.Item> items, List<InputProblem> problems) {
    Rules rules = new Rules();
    for (Content.Item item : items) {
      rules.parse(item, problems);
    }
    return rules;
  }

  private void parse(Content.Item item, List<InputProblem> problems) {
    Optional<QueryFile> file = QueryFile.read(item, problems);
    if (file.isPresent() && !file.get().query().isConstructType()) {
      problems.add(
          new InputProblem(
              Position.of(item.name()), "a rule that is no CONSTRUCT query", "make it one"));
    } else {
      file.ifPresent(rules::add);
    }
  }

  /** What follows from the triples and is not among them; each rule sees what those before made. */
  List<Triple> apply(Collection<Triple> triples) {
    Lockdown.apply();
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    List<Triple> inferred = new ArrayList<>();
    for (QueryFile rule : rules) {
      for (Triple triple : apply(rule, graph)) {
        graph.add(triple);
        inferred.add(triple);
      }
    }
    return inferred;
  }

  private static List<Triple> apply(QueryFile rule, Graph graph) {
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
