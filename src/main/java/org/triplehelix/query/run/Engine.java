package org.triplehelix.query.run;

import java.util.Optional;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;

/** What answers queries: a dataset of this program, or another program elsewhere. */
public interface Engine {
  /** ARQ keeps no time: the governor does. */
  String NO_TIME = "-1";

  /**
   * A query on its way to one answer.
   *
   * @param plan optimised; none to have one made
   * @param limits that it is held to
   * @throws NotOfferedException if the engine is not asked for that
   */
  QueryExec execution(Query query, Optional<Op> plan, Limits limits);

  /** Whether answers come from another program: then no answer is tried for a short time first. */
  boolean isElsewhere();

  /** Begins to read, unless this thread reads already; gives what ends it. */
  default Runnable begin() {
    return () -> {};
  }

  /** The engine that answers from a dataset. */
  static Engine of(DatasetGraph dataset) {
    return new Engine() {
      @Override
      public QueryExec execution(Query query, Optional<Op> plan, Limits limits) {
        QueryExecDatasetBuilder builder =
            QueryExecDatasetBuilder.create()
                .dataset(dataset)
                .query(query)
                .set(ARQ.queryTimeout, NO_TIME);
        plan.ifPresent(known -> WatchedEngine.plan(builder, known));
        return builder.build();
      }

      @Override
      public Runnable begin() {
        if (dataset.isInTransaction()) {
          return () -> {};
        }
        dataset.begin(TxnType.READ);
        return dataset::end;
      }

      @Override
      public boolean isElsewhere() {
        return false;
      }
    };
  }
}
