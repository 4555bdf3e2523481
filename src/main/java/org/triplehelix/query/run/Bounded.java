package org.triplehelix.query.run;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.triplehelix.query.run.LimitReached.Kind;

/** An expression whose value may have so many characters and no more; else it ends the query. */
public final class Bounded extends ExprFunction1 {
  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  private final int most;

  Bounded(Expr expression, int most) {
    super(expression, "bounded");
    this.most = most;
  }

  /** The expression itself, if it is bounded; else what is given. */
  public static Expr inner(Expr expression) {
    return expression instanceof Bounded bounded ? inner(bounded.getArg()) : expression;
  }

  @Override
  public NodeValue eval(NodeValue value) {
    return demand(value, most);
  }

  /** What ARQ does not foresee, as a language tag that is none, is an error of the expression. */
  @Override
  protected NodeValue evalSpecial(Binding binding, FunctionEnv environment) {
    try {
      return demand(expr.eval(binding, environment), most);
    } catch (QueryException | LimitReached e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ExprEvalException(e.getMessage());
    }
  }

  @Override
  public Expr copy(Expr expression) {
    return new Bounded(expression, most);
  }

  /** The value, if it is not too long for the limits of the query on this thread. */
  static NodeValue demand(NodeValue value) {
    return demand(value, Watch.current().limits().valueLength());
  }

  static NodeValue demand(NodeValue value, int most) {
    Watch watch = Watch.current();
    watch.step();
    if (value.isString()) {
      watch.demandLength(value.getString().length(), most);
    } else if (value.isInteger()) {
      demandDigits(value.getInteger().bitLength() / BITS_PER_DIGIT);
    } else if (value.isDecimal()) {
      BigDecimal decimal = value.getDecimal();
      demandDigits(Math.max(decimal.precision(), Math.abs((long) decimal.scale())));
    } else if (!value.isNumber()) {
      demand(value.asNode(), watch, most);
    }
    return value;
  }

  private static void demand(Node node, Watch watch, int most) {
    if (node.isTripleTerm()) {
      countTerms(node, 0);
    } else {
      watch.demandLength(length(node), most);
    }
  }

  /** How long a value is when it is written. */
  static int length(NodeValue value) {
    return value.isString() ? value.getString().length() : length(value.asNode());
  }

  private static int length(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm().length();
    }
    return node.isURI() ? node.getURI().length() : 0;
  }

  static void demandDigits(double digits) {
    if (digits > Limits.DIGITS) {
      throw Watch.current().reached(Kind.VALUE, Limits.DIGITS + " digits");
    }
  }

  /** A triple term may hold itself twice, and again: it grows by a power of two. */
  private static int countTerms(Node node, int before) {
    if (before > Limits.TERMS) {
      throw Watch.current().reached(Kind.VALUE, Limits.TERMS + " terms");
    }
    if (!node.isTripleTerm()) {
      return before + 1;
    }
    int subject = countTerms(node.getTriple().getSubject(), before + 1);
    return countTerms(node.getTriple().getObject(), subject);
  }
}
