package org.triplehelix.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * On which statements each row of a query rests: those that its pattern matched in that row. To
 * find them the pattern is asked again for all its variables, without grouping; its solutions
 * witness the rows that have the same values. What only a longer path or an inner query saw is not
 * told.
 */
public final class Witnesses {
  private final Query query;
  private final DatasetGraph dataset;
  private final List<Var> shared;
  private final Map<List<Node>, List<Binding>> solutions = new HashMap<>();

  /**
   * The witnesses of a query's rows.
   *
   * @param solutions of {@link #pattern}
   */
  public Witnesses(Query query, DatasetGraph dataset, Collection<Binding> solutions) {
    this.query = query;
    this.dataset = dataset;
    this.shared =
        query.getProjectVars().stream().filter(v -> !query.getProject().hasExpr(v)).toList();
    solutions.forEach(
        s -> this.solutions.computeIfAbsent(values(s), k -> new ArrayList<>()).add(s));
  }

  /** The query's pattern, asked for all its variables. */
  public static Query pattern(Query query) {
    Query all = new Query();
    all.setSyntax(query.getSyntax());
    all.setQuerySelectType();
    all.setQueryResultStar(true);
    all.setQueryPattern(query.getQueryPattern());
    if (query.hasValues()) {
      all.setValuesDataBlock(query.getValuesVariables(), query.getValuesData());
    }
    all.ensureResultVars();
    return all;
  }

  /** Whether each row tells all that its pattern's solution does, and so is its own witness. */
  public static boolean areRows(Query query) {
    return !query.hasGroupBy()
        && !query.hasAggregators()
        && query.getProject().getExprs().isEmpty()
        && query.getProjectVars().containsAll(pattern(query).getProjectVars());
  }

  private List<Node> values(Binding row) {
    List<Node> values = new ArrayList<>();
    shared.forEach(variable -> values.add(row.get(variable)));
    return values;
  }

  /** The statements of a row, each in the graph in which it was matched. */
  public Set<Quad> of(Binding row) {
    Set<Quad> statements = new LinkedHashSet<>();
    for (Binding solution : solutions.getOrDefault(values(row), List.of())) {
      new Matched(solution, Quad.defaultGraphIRI, statements).add(query.getQueryPattern());
    }
    return statements;
  }

  /** The statements that patterns become in one solution, and that are there. */
  private final class Matched {
    private final Binding solution;
    private final Node graph;
    private final Set<Quad> statements;

    Matched(Binding solution, Node graph, Set<Quad> statements) {
      this.solution = solution;
      this.graph = graph;
      this.statements = statements;
    }

    void add(Element element) {
      if (element instanceof ElementGroup group) {
        group.getElements().forEach(this::add);
      } else if (element instanceof ElementUnion union) {
        union.getElements().forEach(this::add);
      } else if (element instanceof ElementOptional optional) {
        add(optional.getOptionalElement());
      } else if (element instanceof ElementPathBlock block) {
        block.getPattern().forEach(this::add);
      } else if (element instanceof ElementNamedGraph named) {
        Node name = Substitute.substitute(named.getGraphNameNode(), solution);
        new Matched(solution, name, statements).add(named.getElement());
      } else if (element instanceof ElementSubQuery inner) {
        add(inner.getQuery());
      }
    }

    /** Only what an inner query gives has the same value outside. */
    private void add(Query inner) {
      new Matched(restricted(solution, inner.getProjectVars()), graph, statements)
          .add(inner.getQueryPattern());
    }

    private void add(TriplePath pattern) {
      if (pattern.isTriple()) {
        add(pattern.asTriple());
      } else {
        add(pattern.getSubject(), pattern.getPath(), pattern.getObject());
      }
    }

    private void add(Node subject, Path path, Node object) {
      if (path instanceof P_Link link) {
        add(Triple.create(subject, link.getNode(), object));
      } else if (path instanceof P_Alt either) {
        add(subject, either.getLeft(), object);
        add(subject, either.getRight(), object);
      } else if (path instanceof P_Inverse inverse) {
        add(object, inverse.getSubPath(), subject);
      }
    }

    private void add(Triple pattern) {
      Triple triple = Substitute.substitute(pattern, solution);
      if (triple.isConcrete() && graph.isConcrete()) {
        Quad quad = Quad.create(graph, triple);
        if (dataset.contains(quad)) {
          statements.add(quad);
        }
      }
    }
  }

  private static Binding restricted(Binding binding, List<Var> variables) {
    var builder = BindingFactory.builder();
    variables.stream()
        .filter(binding::contains)
        .forEach(variable -> builder.add(variable, binding.get(variable)));
    return builder.build();
  }
}
