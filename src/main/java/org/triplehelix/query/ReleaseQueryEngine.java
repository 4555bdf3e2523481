package org.triplehelix.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/**
 * ARQ's engine with queries turned into quad form, so that {@link QuadExecutor} sees them. A query
 * that names its own dataset (FROM, default-graph-uri) is left as it is.
 */
final class ReleaseQueryEngine extends QueryEngineMain {

  private ReleaseQueryEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
    super(query, dataset, input, context);
  }

  private ReleaseQueryEngine(Op op, DatasetGraph dataset, Binding input, Context context) {
    super(op, dataset, input, context);
  }

  /** Makes it the engine of all datasets of releases. */
  static void enable() {
    if (!QueryEngineRegistry.containsFactory(FACTORY)) {
      QueryEngineRegistry.addFactory(FACTORY);
    }
  }

  @Override
  protected Op modifyOp(Op op) {
    Op optimised = super.modifyOp(op);
    return isDynamicDataset() ? optimised : Algebra.toQuadForm(optimised);
  }

  private static final QueryEngineFactory FACTORY =
      new QueryEngineFactory() {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
          return dataset instanceof ReleaseDatasetGraph;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
          return new ReleaseQueryEngine(query, dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
          return dataset instanceof ReleaseDatasetGraph;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
          return new ReleaseQueryEngine(op, dataset, input, context).getPlan();
        }
      };
}
