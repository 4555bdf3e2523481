package org.triplehelix.query;

import java.util.Optional;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * What stands in {@code GRAPH ?g}, as patterns over all graphs at once — where that gives the same
 * rows. Jena's own quad form does not always: a subquery, a MINUS without common variables or a
 * BIND alone change their meaning in it. Those are left to ARQ, graph by graph.
 */
final class QuadForm {
  private final Var graph;

  private QuadForm(Var graph) {
    this.graph = graph;
  }

  /** The quad form of an operator in {@code GRAPH ?graph}; empty where there is none. */
  static Optional<Op> of(Var graph, Op op) {
    return new QuadForm(graph).form(op);
  }

  private Optional<Op> form(Op op) {
    if (op instanceof OpBGP bgp) {
      return pattern(bgp.getPattern());
    }
    if (op instanceof OpFilter filter && plain(filter.getExprs())) {
      return form((Op1) filter);
    }
    if (op instanceof OpLeftJoin join && (join.getExprs() == null || plain(join.getExprs()))) {
      return optional(join);
    }
    if (op instanceof OpConditional conditional) {
      return optional(conditional);
    }
    if (op instanceof OpAssign assign && plain(assign.getVarExprList())) {
      return form((Op1) assign);
    }
    if (op instanceof OpExtend extend && plain(extend.getVarExprList())) {
      return form((Op1) extend);
    }
    if (op instanceof OpDisjunction disjunction) {
      return form(disjunction, OpDisjunction.create());
    }
    if (op instanceof OpJoin || op instanceof OpUnion) {
      return form((Op2) op);
    }
    return op instanceof OpSequence sequence
        ? form(sequence, OpSequence.create())
        : Optional.empty();
  }

  private Optional<Op> pattern(BasicPattern pattern) {
    boolean simple =
        !pattern.isEmpty()
            && pattern.getList().stream()
                .noneMatch(t -> t.getSubject().isTripleTerm() || t.getObject().isTripleTerm());
    return simple ? Optional.of(new OpQuadPattern(graph, pattern)) : Optional.empty();
  }

  private Optional<Op> form(Op1 op) {
    return form(op.getSubOp()).map(op::copy);
  }

  private Optional<Op> form(Op2 op) {
    Optional<Op> right = form(op.getRight());
    return form(op.getLeft()).flatMap(left -> right.map(r -> op.copy(left, r)));
  }

  /** Where the optional side has the graph's variable, it is another variable until the end. */
  private Optional<Op> optional(Op2 op) {
    return OpVars.mentionedVars(op.getRight()).contains(graph) ? Optional.empty() : form(op);
  }

  private Optional<Op> form(OpN op, OpN quads) {
    for (Op element : op.getElements()) {
      Optional<Op> form = form(element);
      if (form.isEmpty()) {
        return Optional.empty();
      }
      quads.add(form.get());
    }
    return Optional.of(quads);
  }

  private boolean plain(VarExprList assignments) {
    return !assignments.getVars().contains(graph)
        && assignments.getExprs().values().stream().allMatch(this::plain);
  }

  /** Without patterns of their own, and without the graph's name, which is not yet known inside. */
  private boolean plain(ExprList expressions) {
    return expressions.getList().stream().allMatch(this::plain);
  }

  private boolean plain(Expr expression) {
    boolean[] hasPattern = new boolean[1];
    Walker.walk(
        expression,
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionOp function) {
            hasPattern[0] = true;
          }
        });
    return !hasPattern[0] && !expression.getVarsMentioned().contains(graph);
  }
}
