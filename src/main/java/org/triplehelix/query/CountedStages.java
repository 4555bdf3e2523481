package org.triplehelix.query;

import java.util.Optional;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;

/** Joins patterns over the default graph of a release in the order of what was counted there. */
final class CountedStages extends StageGeneratorGeneric {

  @Override
  public QueryIterator execute(
      BasicPattern pattern, QueryIterator input, ExecutionContext context) {
    Optional<Statistics> statistics =
        context.getDataset() instanceof ReleaseDatasetGraph dataset
                && context.getActiveGraph() == dataset.getDefaultGraph()
            ? dataset.statistics()
            : Optional.empty();
    return statistics.isPresent()
        ? execute(pattern, statistics.get(), input, context)
        : super.execute(pattern, input, context);
  }
}
