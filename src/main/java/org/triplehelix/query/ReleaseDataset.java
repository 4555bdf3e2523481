package org.triplehelix.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.util.Context;
import org.triplehelix.graph.Lockdown;
import org.triplehelix.graph.Release;
import org.triplehelix.query.run.WatchedEngine;
import org.triplehelix.store.Store;
import org.triplehelix.store.TextFields;

/** A release ready to be asked by SPARQL. */
public final class ReleaseDataset {
  private ReleaseDataset() {}

  /**
   * The dataset of a release and the layers beside it, with full-text search, locked down. Full
   * text finds what the release describes, and its own description only in {@code graph:meta}.
   *
   * @param timeLimit after which a query is cancelled
   */
  public static DatasetGraph of(Release release, Duration timeLimit) {
    return of(release, Optional.empty(), timeLimit);
  }

  /**
   * The same with the layers of a store as further named graphs, each also found by full text; but
   * not those that are beside the release under the same name.
   *
   * @param store is to stay open as long as the dataset is asked
   * @param timeLimit after which a query is cancelled
   */
  public static DatasetGraph of(Release release, Optional<Store> store, Duration timeLimit) {
    Lockdown.apply();
    GraphsDescription.install();
    ReleaseDatasetGraph dataset =
        new ReleaseDatasetGraph(
            withLayers(release.asked(), release), release.prefixes().toPrefixMap(), store);
    Context context = dataset.getContext();
    QC.setFactory(context, QuadExecutor::new);
    StageBuilder.setGenerator(context, new CountedStages());
    context.set(ARQ.queryTimeout, Long.toString(timeLimit.toMillis()));
    context.set(
        TextQuery.textIndex,
        TextSearch.later(withLayers(release.quads(), release), store, dataset.layers()));
    WatchedEngine.install(dataset);
    return dataset;
  }

  private static List<Quad> withLayers(List<Quad> quads, Release release) {
    return release.layers().isEmpty()
        ? quads
        : Stream.concat(quads.stream(), release.layers().quads().stream()).toList();
  }

  /**
   * Makes what the first full-text search would wait for, what answers filters of texts without
   * going through all of them, and what joins are ordered by.
   */
  public static void prepare(DatasetGraph dataset) {
    if (dataset instanceof ReleaseDatasetGraph release) {
      release.count();
      release.indexTexts(TextFields.NAMES);
    }
    dataset.getContext().<TextIndex>get(TextQuery.textIndex).getDocDef();
  }
}
