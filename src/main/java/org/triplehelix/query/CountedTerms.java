package org.triplehelix.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.tdb2.solver.BindingTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;

/**
 * {@code COUNT(DISTINCT ?x)} over rows of a layer: the numbers of terms in its store are counted,
 * and no term is read for it.
 */
final class CountedTerms extends AggCountVarDistinct {
  private final NodeTable terms;

  private CountedTerms(Expr variable, NodeTable terms) {
    super(variable);
    this.terms = terms;
  }

  /** A group that counts so, where it counts different values of a variable. */
  static OpGroup in(OpGroup group, NodeTable terms) {
    List<ExprAggregator> counting =
        group.getAggregators().stream()
            .map(e -> new ExprAggregator(e.getVar(), counting(e.getAggregator(), terms)))
            .toList();
    return new OpGroup(group.getSubOp(), group.getGroupVars(), counting);
  }

  private static Aggregator counting(Aggregator aggregator, NodeTable terms) {
    return aggregator instanceof AggCountVarDistinct count
            && count.getExprList().get(0) instanceof ExprVar
        ? new CountedTerms(count.getExprList().get(0), terms)
        : aggregator;
  }

  @Override
  public Aggregator copy(ExprList expressions) {
    return new CountedTerms(expressions.get(0), terms);
  }

  @Override
  public Accumulator createAccumulator() {
    return new Counting(getExprList().get(0).asVar(), super.createAccumulator(), terms);
  }

  /** Counts terms by number as long as all have one. */
  private static final class Counting implements Accumulator {
    private final Var variable;
    private final Accumulator others;
    private final NodeTable terms;
    private final Set<NodeId> numbers = new HashSet<>();
    private boolean hasOthers;

    Counting(Var variable, Accumulator others, NodeTable terms) {
      this.variable = variable;
      this.others = others;
      this.terms = terms;
    }

    /** Values that stand in their number itself may be written in several ways. */
    @Override
    public void accumulate(Binding row, FunctionEnv environment) {
      NodeId number = row instanceof BindingTDB stored ? stored.getNodeId(variable) : null;
      if (number != null && number.isPtr()) {
        numbers.add(number);
      } else {
        hasOthers = true;
        others.accumulate(row, environment);
      }
    }

    @Override
    public NodeValue getValue() {
      if (!hasOthers) {
        return NodeValue.makeInteger(numbers.size());
      }
      for (NodeId number : numbers) {
        others.accumulate(BindingFactory.binding(variable, terms.getNodeForNodeId(number)), null);
      }
      numbers.clear();
      return others.getValue();
    }
  }
}
