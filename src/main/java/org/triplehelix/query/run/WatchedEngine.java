package org.triplehelix.query.run;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** ARQ's engine, with every function of a query held to its limits. */
public final class WatchedEngine extends QueryEngineMain {

  private static final Symbol PLAN = Symbol.create("https://w3id.org/triplehelix/plan");

  private WatchedEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
    super(query, dataset, input, context);
  }

  private WatchedEngine(Op op, DatasetGraph dataset, Binding input, Context context) {
    super(op, dataset, input, context);
  }

  /** Makes a dataset answer queries by this engine. */
  public static void install(DatasetGraph dataset) {
    Context context = dataset.getContext();
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Factory());
    QueryEngineRegistry.set(context, engines);
    FunctionRegistry.set(context, new WatchedFunctions(FunctionRegistry.get()));
    PropertyFunctionRegistry.set(
        context, new WatchedPropertyFunctions(PropertyFunctionRegistry.get()));
    // a path of alternatives becomes a union, which looks each up in the index
    context.set(ARQ.optPathFlattenAlgebra, true);
    // constants would be computed before the functions are watched
    context.set(ARQ.optExprConstantFolding, false);
  }

  /** Gives a query the plan that is known of it: optimised, without watches. */
  static void plan(QueryExecDatasetBuilder execution, Op plan) {
    execution.set(PLAN, plan);
  }

  @Override
  protected Op modifyOp(Op op) {
    Op optimised = context.isDefined(PLAN) ? op : super.modifyOp(op);
    return Transformer.transform(new WatchedGroups(), new WatchedExpressions(), optimised);
  }

  private static final class Factory implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      Op plan = context.get(PLAN);
      return (plan == null
              ? new WatchedEngine(query, dataset, input, context)
              : new WatchedEngine(plan, dataset, input, context))
          .getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      return new WatchedEngine(op, dataset, input, context).getPlan();
    }
  }
}
