package org.triplehelix.query;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathLib;

/**
 * A path of any length to or from one known node, asked of many rows: what it reaches is found once
 * and looked up from then on, where ARQ walks the path again for each row.
 */
final class ReachedPath extends QueryIterRepeatApply {
  /** So many rows are cheaper walked one by one. */
  private static final int FEW = 8;

  private final TriplePath path;
  private final ExecutionContext context;
  private int rows;
  private Set<Node> reached;

  private ReachedPath(TriplePath path, QueryIterator input, ExecutionContext context) {
    super(input, context);
    this.path = path;
    this.context = context;
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
    Node end = row.get(variable());
    if (end == null || ++rows <= FEW) {
      return PathLib.execTriplePath(row, path, context);
    }
    return reached().contains(end)
        ? QueryIterSingleton.create(row, context)
        : QueryIterNullIterator.create(context);
  }

  private Var variable() {
    return Var.alloc(Var.isVar(path.getSubject()) ? path.getSubject() : path.getObject());
  }

  private Set<Node> reached() {
    if (reached == null) {
      reached = new HashSet<>();
      QueryIterator found = PathLib.execTriplePath(BindingFactory.root(), path, context);
      try {
        found.forEachRemaining(row -> reached.add(row.get(variable())));
      } finally {
        found.close();
      }
    }
    return reached;
  }
}
