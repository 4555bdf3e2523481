package org.triplehelix.query.run;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_IRI2;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Puts a bound on the value of every function of a query, and in place of those that grow texts or
 * match patterns at one stroke ones that do it in steps.
 */
final class WatchedExpressions extends ExprTransformCopy {

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    Expr safe = function instanceof E_IRI ? new Bounded(argument, Limits.IRI) : argument;
    return bounded(super.transform(function, safe));
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr first, Expr second) {
    if (function instanceof E_StrDatatype) {
      return bounded(function.copy(new Bounded(first, Limits.DIGITS), second));
    }
    if (function instanceof E_IRI2) {
      return bounded(
          function.copy(new Bounded(first, Limits.IRI), new Bounded(second, Limits.IRI)));
    }
    return bounded(super.transform(function, first, second));
  }

  @Override
  public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
    return bounded(super.transform(function, first, second, third));
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    if (function instanceof E_StrConcat) {
      return new Concat(arguments);
    }
    if (function instanceof E_Regex) {
      return new Regex(arguments);
    }
    return function instanceof E_StrReplace
        ? new Replace(arguments)
        : bounded(super.transform(function, arguments));
  }

  private static Expr bounded(Expr expression) {
    return new Bounded(expression, Watch.current().limits().valueLength());
  }

  private static final class Concat extends E_StrConcat {
    Concat(ExprList arguments) {
      super(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Concat(arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      Watch.current().demandLength(arguments.stream().mapToLong(Bounded::length).sum());
      return super.eval(arguments);
    }
  }

  private static final class Regex extends E_Regex {
    private final Pattern fixed;

    Regex(ExprList arguments) {
      super(arguments.get(0), arguments.get(1), optional(arguments, 2));
      this.fixed =
          areConstant(arguments, 1)
              ? StringFunctions.regexPattern(
                  arguments.get(1).getConstant(), constant(optional(arguments, 2)))
              : null;
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Regex(arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      return fixed == null
          ? StringFunctions.regex(arguments)
          : StringFunctions.regex(arguments.get(0), fixed);
    }
  }

  private static final class Replace extends E_StrReplace {
    private final boolean isFixed;
    private Pattern fixed;

    Replace(ExprList arguments) {
      super(arguments.get(0), arguments.get(1), arguments.get(2), optional(arguments, 3));
      Expr flags = optional(arguments, 3);
      this.isFixed = arguments.get(1).isConstant() && (flags == null || flags.isConstant());
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Replace(arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      if (!isFixed) {
        return StringFunctions.replace(arguments);
      }
      if (fixed == null) {
        fixed = StringFunctions.replacePattern(arguments);
      }
      return StringFunctions.replace(arguments, fixed);
    }
  }

  private static Expr optional(ExprList arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static NodeValue constant(Expr expression) {
    return expression == null ? null : expression.getConstant();
  }

  /** Whether a pattern, a string, and its flags, if any, are known before evaluation. */
  private static boolean areConstant(ExprList arguments, int pattern) {
    Expr flags = optional(arguments, pattern + 1);
    return arguments.get(pattern).isConstant()
        && arguments.get(pattern).getConstant().isString()
        && (flags == null || flags.isConstant());
  }
}
