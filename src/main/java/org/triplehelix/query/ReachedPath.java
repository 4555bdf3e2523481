package org.triplehelix.query;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathLib;
import org.triplehelix.query.run.Watch;

/**
 * A path of any length to or from one known node, asked of many rows: what it reaches is found once
 * and looked up from then on, where ARQ walks the path again for each row. In the default graph of
 * a release it is the same for all queries, and is kept.
 */
final class ReachedPath extends QueryIterRepeatApply {
  /** So many rows are cheaper walked one by one. */
  private static final int FEW = 8;

  private final TriplePath path;
  private final ExecutionContext context;
  private final Optional<Reaches> kept;
  private int rows;
  private Set<Node> reached;

  private ReachedPath(TriplePath path, QueryIterator input, ExecutionContext context) {
    super(input, context);
    this.path = path;
    this.context = context;
    this.kept =
        context.getDataset() instanceof ReleaseDatasetGraph dataset
                && context.getActiveGraph() == dataset.getDefaultGraph()
            ? Optional.of(dataset.reaches())
            : Optional.empty();
  }

  /** Whether a path can be answered so: its rows are told apart by one variable end. */
  static boolean answers(OpPath op) {
    TriplePath path = op.getTriplePath();
    return isOfAnyLength(path.getPath())
        && Var.isVar(path.getSubject()) != Var.isVar(path.getObject());
  }

  private static boolean isOfAnyLength(Path path) {
    return path instanceof P_OneOrMore1 || path instanceof P_ZeroOrMore1;
  }

  static QueryIterator of(OpPath op, QueryIterator input, ExecutionContext context) {
    return new ReachedPath(op.getTriplePath(), input, context);
  }

  @Override
  protected QueryIterator nextStage(Binding row) {
    Var variable = variable();
    Node end = row.get(variable);
    if (end == null) {
      return Optional.ofNullable(known())
          .map(nodes -> rows(row, variable, nodes))
          .orElseGet(() -> PathLib.execTriplePath(row, path, context));
    }
    if (known() == null && ++rows <= FEW) {
      return PathLib.execTriplePath(row, path, context);
    }
    return reached().contains(end)
        ? QueryIterSingleton.create(row, context)
        : QueryIterNullIterator.create(context);
  }

  private QueryIterator rows(Binding row, Var variable, Set<Node> nodes) {
    return QueryIterPlainWrapper.create(
        Iter.map(nodes.iterator(), node -> BindingFactory.binding(row, variable, node)), context);
  }

  private Var variable() {
    return Var.alloc(Var.isVar(path.getSubject()) ? path.getSubject() : path.getObject());
  }

  private Set<Node> known() {
    if (reached == null && kept.isPresent()) {
      reached = kept.get().of(path);
    }
    return reached;
  }

  private Set<Node> reached() {
    if (known() == null) {
      reached = walked();
      if (!wasEnded()) {
        kept.ifPresent(reaches -> reaches.keep(path, reached));
      }
    }
    return reached;
  }

  /** Then what was walked may not be all. */
  private boolean wasEnded() {
    Watch.current().step();
    return context.getCancelSignal() != null && context.getCancelSignal().get();
  }

  private Set<Node> walked() {
    Set<Node> nodes = new HashSet<>();
    Var variable = variable();
    QueryIterator found = PathLib.execTriplePath(BindingFactory.root(), path, context);
    try {
      found.forEachRemaining(row -> nodes.add(row.get(variable)));
    } finally {
      found.close();
    }
    return nodes;
  }
}
