package org.triplehelix.server.sparql;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.graph.Reifiers;
import org.triplehelix.graph.Release;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.run.Engine;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.Site;

/**
 * Where queries are asked, of which form of the release.
 *
 * @param path of the endpoint
 * @param release as it is told there
 * @param dataset the same to be asked
 * @param engine that answers
 * @param ofRows the forms of tables and truth values
 * @param ofGraphs the forms of graphs
 */
record Endpoint(
    String path,
    Supplier<Release> release,
    Supplier<DatasetGraph> dataset,
    Supplier<Engine> engine,
    List<Format> ofRows,
    List<Format> ofGraphs) {

  /** The release in RDF 1.1, where no triple term is ever found. */
  static Endpoint plain(Site site) {
    return new Endpoint(
        "/sparql",
        site::release,
        site::dataset,
        site::engine,
        ResultFormats.OF_ROWS,
        ResultFormats.OF_GRAPHS);
  }

  /** Its view in RDF 1.2, made when it is first asked. */
  static Endpoint reified(Site site) {
    Lazy<Release> view = new Lazy<>(() -> Reifiers.view(site.release()));
    Lazy<DatasetGraph> dataset =
        new Lazy<>(() -> ReleaseDataset.of(view.get(), site.store(), site.limits().time()));
    return new Endpoint(
        "/sparql-1.2",
        view,
        dataset,
        () -> Engine.of(dataset.get()),
        ResultFormats.OF_ROWS12,
        ResultFormats.OF_GRAPHS12);
  }
}
