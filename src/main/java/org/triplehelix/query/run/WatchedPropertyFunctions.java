package org.triplehelix.query.run;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PFuncSimpleAndList;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.pfunction.library.concat;
import org.apache.jena.sparql.util.IterLib;

/** ARQ's property functions; the two that grow texts or match patterns do it within limits. */
final class WatchedPropertyFunctions extends PropertyFunctionRegistry {
  private static final String CONCAT = ARQConstants.ARQPropertyFunctionLibraryURI + "concat";
  private static final String SPLIT = ARQConstants.ARQPropertyFunctionLibraryURI + "strSplit";

  private static final int KNOWN = 10_000;

  private final PropertyFunctionRegistry standard;

  /** Properties that are no functions: a path asks at each of its steps. */
  private final Set<String> plain = ConcurrentHashMap.newKeySet();

  WatchedPropertyFunctions(PropertyFunctionRegistry standard) {
    this.standard = standard;
  }

  @Override
  public boolean manages(String uri) {
    return standard.manages(uri);
  }

  @Override
  public boolean isRegistered(String uri) {
    return standard.isRegistered(uri);
  }

  @Override
  public PropertyFunctionFactory get(String uri) {
    if (plain.contains(uri)) {
      return null;
    }
    if (uri.equals(CONCAT)) {
      return name -> new Concat();
    }
    PropertyFunctionFactory found = uri.equals(SPLIT) ? name -> new Split() : standard.get(uri);
    if (found == null && plain.size() < KNOWN) {
      plain.add(uri);
    }
    return found;
  }

  private static final class Concat extends concat {
    @Override
    public QueryIterator execEvaluated(
        Binding binding, Node subject, Node predicate, PropFuncArg list, ExecutionContext context) {
      Watch.current()
          .demandLength(list.getArgList().stream().mapToLong(n -> n.toString().length()).sum());
      return super.execEvaluated(binding, subject, predicate, list, context);
    }
  }

  private static final class Split extends PFuncSimpleAndList {
    @Override
    public void build(
        PropFuncArg subject, Node predicate, PropFuncArg list, ExecutionContext context) {
      super.build(subject, predicate, list, context);
      if (list.getArgListSize() != 2) {
        throw new QueryBuildException(
            "Object list must contain exactly two arguments, the string to split and a regular"
                + " expression");
      }
    }

    @Override
    public QueryIterator execEvaluated(
        Binding binding, Node subject, Node predicate, PropFuncArg list, ExecutionContext context) {
      if (!list.getArg(0).isLiteral() || !list.getArg(1).isLiteral()) {
        return IterLib.noResults(context);
      }
      List<String> parts =
          parts(list.getArg(0).getLiteralLexicalForm(), list.getArg(1).getLiteralLexicalForm());
      if (Var.isVar(subject)) {
        Iterator<Binding> rows =
            Iter.map(
                parts.iterator(),
                part ->
                    BindingFactory.binding(
                        binding, Var.alloc(subject), NodeFactory.createLiteralString(part)));
        return QueryIterPlainWrapper.create(rows, context);
      }
      return Util.isSimpleString(subject) && parts.contains(subject.getLiteralLexicalForm())
          ? IterLib.result(binding, context)
          : IterLib.noResults(context);
    }

    private static List<String> parts(String text, String pattern) {
      try {
        return Arrays.stream(Pattern.compile(pattern).split(new WatchedText(text, Watch.current())))
            .map(String::trim)
            .toList();
      } catch (PatternSyntaxException e) {
        throw new QueryExecException("strSplit: " + e.getDescription() + " in " + pattern);
      }
    }
  }
}
