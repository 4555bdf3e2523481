package org.triplehelix.query.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;

/** ARQ's functions by name, none of which makes or reads a value that is too long. */
final class WatchedFunctions extends FunctionRegistry {
  private static final String FN = "http://www.w3.org/2005/xpath-functions#";
  private static final String SPARQL = ARQConstants.fnSparql;

  /** Matching patterns: done in steps. */
  private static final Map<String, Body> REPLACED =
      Map.of(
          FN + "matches", StringFunctions::matches,
          FN + "replace", StringFunctions::replace,
          SPARQL + "regex", StringFunctions::regexOfStrings,
          SPARQL + "replace", StringFunctions::replace);

  private final FunctionRegistry standard;

  /** What a function does with its arguments. */
  private interface Body extends java.util.function.Function<List<NodeValue>, NodeValue> {}

  WatchedFunctions(FunctionRegistry standard) {
    this.standard = standard;
  }

  @Override
  public FunctionFactory get(String uri) {
    FunctionFactory factory = standard.get(uri);
    return factory == null ? null : name -> new Watched(name, factory.create(name));
  }

  @Override
  public boolean isRegistered(String uri) {
    return standard.isRegistered(uri);
  }

  @Override
  public java.util.Iterator<String> keys() {
    return standard.keys();
  }

  private static final class Watched implements Function {
    private final String name;
    private final Function function;

    Watched(String name, Function function) {
      this.name = name;
      this.function = function;
    }

    @Override
    public void build(String uri, ExprList arguments, Context context) {
      function.build(uri, arguments, context);
    }

    @Override
    public NodeValue exec(Binding binding, ExprList arguments, String uri, FunctionEnv env) {
      List<NodeValue> values = new ArrayList<>();
      for (Expr argument : arguments) {
        values.add(argument.eval(binding, env));
      }
      demand(values);
      return Bounded.demand(value(binding, arguments, values, env));
    }

    private NodeValue value(
        Binding binding, ExprList arguments, List<NodeValue> values, FunctionEnv env) {
      try {
        return REPLACED.containsKey(name)
            ? REPLACED.get(name).apply(values)
            : function.exec(binding, given(arguments, values), name, env);
      } catch (QueryException | LimitReached e) {
        throw e;
      } catch (JenaException e) {
        throw new QueryExecException("<" + name + ">: " + e.getMessage());
      } catch (RuntimeException e) {
        throw new ExprEvalException(name + ": " + e.getMessage());
      }
    }

    private ExprList given(ExprList arguments, List<NodeValue> values) {
      return function instanceof FunctionBase ? new ExprList(List.<Expr>copyOf(values)) : arguments;
    }

    private void demand(List<NodeValue> values) {
      Watch.current().demandLength(joinedLength(values));
      int most = longestArgument();
      values.forEach(value -> Watch.current().demandLength(Bounded.length(value), most));
      if (values.size() == 2 && name.contains("#round")) {
        demandPrecision(values.get(1));
      }
      if (values.size() == 2 && name.equals(ARQConstants.mathPrefix + "pow")) {
        demandPower(values.get(0), values.get(1));
      }
    }

    /** What the arguments give when they are put together, with a separator where there is one. */
    private long joinedLength(List<NodeValue> values) {
      long sum = values.stream().mapToLong(Bounded::length).sum();
      return name.equals(ARQConstants.ARQFunctionLibraryURI + "strjoin") && !values.isEmpty()
          ? sum + (long) Bounded.length(values.get(0)) * values.size()
          : sum;
    }

    private int longestArgument() {
      if (name.equals(SPARQL + "iri") || name.equals(SPARQL + "uri")) {
        return Limits.IRI;
      }
      boolean isCast =
          name.startsWith(XSD.NS)
              && !name.equals(XSD.xstring.getURI())
              && !name.equals(XSD.anyURI.getURI());
      return isCast || name.equals(SPARQL + "strdt")
          ? Limits.DIGITS
          : Watch.current().limits().valueLength();
    }

    private static void demandPrecision(NodeValue precision) {
      if (precision.isInteger()) {
        Bounded.demandDigits(Math.abs(precision.getInteger().doubleValue()));
      }
    }

    private static void demandPower(NodeValue base, NodeValue exponent) {
      if (base.isInteger() && exponent.isInteger() && exponent.getInteger().signum() > 0) {
        double digits = base.getInteger().bitLength() * Math.log10(2);
        Bounded.demandDigits(digits * exponent.getInteger().doubleValue());
      }
    }
  }
}
