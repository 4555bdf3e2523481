package org.triplehelix.query.run;

import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/** Puts GROUP_CONCATs that stop at the longest text allowed in place of ARQ's. */
final class WatchedGroups extends TransformCopy {

  @Override
  public Op transform(OpGroup group, Op sub) {
    List<ExprAggregator> aggregators =
        group.getAggregators().stream()
            .map(e -> new ExprAggregator(e.getVar(), watched(e.getAggregator())))
            .toList();
    return OpGroup.create(sub, group.getGroupVars(), aggregators);
  }

  private static Aggregator watched(Aggregator aggregator) {
    if (aggregator instanceof AggGroupConcat concat) {
      return new All(concat.getExprList().get(0), concat.getSeparator());
    }
    return aggregator instanceof AggGroupConcatDistinct concat
        ? new Distinct(concat.getExprList().get(0), concat.getSeparator())
        : aggregator;
  }

  private static final class All extends AggGroupConcat {
    All(Expr expression, String separator) {
      super(expression, separator);
    }

    @Override
    public Aggregator copy(ExprList expressions) {
      return new All(expressions.get(0), getSeparator());
    }

    @Override
    public Accumulator createAccumulator() {
      return new Concat(getExpr(), getSeparator(), false);
    }
  }

  private static final class Distinct extends AggGroupConcatDistinct {
    Distinct(Expr expression, String separator) {
      super(expression, separator);
    }

    @Override
    public Aggregator copy(ExprList expressions) {
      return new Distinct(expressions.get(0), getSeparator());
    }

    @Override
    public Accumulator createAccumulator() {
      return new Concat(getExpr(), getSeparator(), true);
    }
  }

  private static final class Concat extends AccumulatorExpr {
    private final StringBuilder text = new StringBuilder();
    private final String separator;
    private boolean first = true;

    Concat(Expr expression, String separator, boolean distinct) {
      super(expression, distinct);
      this.separator = Optional.ofNullable(separator).orElse(" ");
    }

    @Override
    protected void accumulate(NodeValue value, Binding binding, FunctionEnv environment) {
      String next = value.asString();
      Watch.current().demandLength((long) text.length() + separator.length() + next.length());
      text.append(first ? "" : separator).append(next);
      first = false;
    }

    @Override
    protected void accumulateError(Binding binding, FunctionEnv environment) {}

    @Override
    protected NodeValue getAccValue() {
      return NodeValue.makeString(text.toString());
    }
  }
}
