package org.triplehelix.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.triplehelix.query.run.Bounded;

/**
 * What a filter demands of a text that a pattern finds: the text of the variable holds one of
 * several others.
 *
 * @param variable the object of a pattern
 * @param parts one of which is in its text, in small letters or capitals
 * @param subjects of the patterns that find it
 */
record TextCondition(Var variable, List<String> parts, List<Node> subjects) {
  private static final Pattern PLAIN = Pattern.compile("\\^?([\\p{L}\\p{N} _:;,/@'\"-]{2,})\\$?");
  private static final int LEAST = 2;

  private record Demand(Var variable, List<String> parts) {}

  /**
   * A condition that holds for all rows that pass a filter, if it has one.
   *
   * @param properties whose texts can be looked up
   */
  static Optional<TextCondition> of(OpFilter filter, Set<Node> properties) {
    return filter.getExprs().getList().stream()
        .flatMap(expression -> demand(expression).stream())
        .flatMap(demand -> of(demand, filter.getSubOp(), properties).stream())
        .findFirst();
  }

  private static Optional<TextCondition> of(Demand demand, Op op, Set<Node> properties) {
    List<Node> subjects = new ArrayList<>();
    return new Patterns(demand.variable(), properties, subjects).isIn(op)
        ? Optional.of(new TextCondition(demand.variable(), demand.parts(), subjects))
        : Optional.empty();
  }

  private static Optional<Demand> demand(Expr written) {
    Expr expression = Bounded.inner(written);
    if (expression instanceof E_LogicalOr or) {
      return either(demand(or.getArg1()), demand(or.getArg2()));
    }
    if (expression instanceof E_Regex regex) {
      return match(regex);
    }
    boolean isOfParts =
        expression instanceof E_StrContains
            || expression instanceof E_StrStartsWith
            || expression instanceof E_StrEndsWith;
    return isOfParts ? part((ExprFunction2) expression) : Optional.empty();
  }

  private static Optional<Demand> either(Optional<Demand> one, Optional<Demand> other) {
    return one.flatMap(
        a ->
            other
                .filter(b -> b.variable().equals(a.variable()))
                .map(
                    b ->
                        new Demand(
                            a.variable(),
                            Stream.concat(a.parts().stream(), b.parts().stream()).toList())));
  }

  private static Optional<Demand> part(ExprFunction2 function) {
    return constant(function.getArg2())
        .filter(part -> part.length() >= LEAST)
        .flatMap(part -> variable(function.getArg1()).map(v -> new Demand(v, List.of(part))));
  }

  /** A pattern without any sign of patterns but those for beginning and end. */
  private static Optional<Demand> match(ExprFunctionN regex) {
    boolean isPlain =
        regex.numArgs() < 3 || constant(regex.getArg(3)).filter("i"::equals).isPresent();
    return constant(regex.getArg(2))
        .filter(pattern -> isPlain)
        .map(PLAIN::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(plain -> plain.group(1))
        .flatMap(part -> variable(regex.getArg(1)).map(v -> new Demand(v, List.of(part))));
  }

  private static Optional<String> constant(Expr expression) {
    Expr inner = Bounded.inner(expression);
    return inner != null && inner.isConstant() && inner.getConstant().getNode().isLiteral()
        ? Optional.of(inner.getConstant().getNode().getLiteralLexicalForm())
        : Optional.empty();
  }

  private static Optional<Var> variable(Expr written) {
    Expr expression = Bounded.inner(written);
    if (expression.isVariable()) {
      return Optional.of(expression.asVar());
    }
    boolean isTextOf =
        expression instanceof E_Str
            || expression instanceof E_StrLowerCase
            || expression instanceof E_StrUpperCase;
    return isTextOf ? variable(((ExprFunction1) expression).getArg()) : Optional.empty();
  }

  /** Patterns that find a variable as the value of a property, in every row. */
  private record Patterns(Var variable, Set<Node> properties, List<Node> subjects) {

    boolean isIn(Op op) {
      if (op instanceof OpBGP bgp) {
        return bgp.getPattern().getList().stream().anyMatch(this::isFound);
      }
      if (op instanceof OpTriple single) {
        return isFound(single.getTriple());
      }
      if (op instanceof OpJoin join) {
        return isIn(join.getLeft()) || isIn(join.getRight());
      }
      if (op instanceof OpSequence sequence) {
        return sequence.getElements().stream().anyMatch(this::isIn);
      }
      if (op instanceof OpUnion union) {
        return isIn(union.getLeft()) && isIn(union.getRight());
      }
      if (op instanceof OpDisjunction disjunction) {
        return disjunction.getElements().stream().allMatch(this::isIn);
      }
      return isInFirst(op);
    }

    private boolean isInFirst(Op op) {
      if (op instanceof OpLeftJoin join) {
        return isIn(join.getLeft());
      }
      if (op instanceof OpConditional optional) {
        return isIn(optional.getLeft());
      }
      if (op instanceof OpMinus minus) {
        return isIn(minus.getLeft());
      }
      if (op instanceof OpFilter filter) {
        return isIn(filter.getSubOp());
      }
      if (op instanceof OpExtend extend) {
        return isIn(extend.getSubOp());
      }
      if (op instanceof OpAssign assign) {
        return isIn(assign.getSubOp());
      }
      return op instanceof OpGraph graph && isIn(graph.getSubOp());
    }

    private boolean isFound(Triple pattern) {
      boolean found =
          variable.equals(pattern.getObject()) && properties.contains(pattern.getPredicate());
      if (found) {
        subjects.add(pattern.getSubject());
      }
      return found;
    }
  }
}
