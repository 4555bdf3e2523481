package org.triplehelix.server.sparql;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.graph.Reifiers;
import org.triplehelix.graph.Release;
import org.triplehelix.query.ReleaseDataset;
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
 * @param ofRows the forms of tables and truth values
 * @param ofGraphs the forms of graphs
 */
record Endpoint(
    String path,
    Supplier<Release> release,
    Supplier<DatasetGraph> dataset,
    List<Format> ofRows,
    List<Format> ofGraphs) {

  /** The release in RDF 1.1, where no triple term is ever found. */
  static Endpoint plain(Site site) {
    return new Endpoint(
        "/sparql", site::release, site::dataset, ResultFormats.OF_ROWS, ResultFormats.OF_GRAPHS);
  }

  /** Its view in RDF 1.2, made when it is first asked. */
  static Endpoint reified(Site site) {
    Lazy<Release> view = new Lazy<>(() -> Reifiers.view(site.release()));
    return new Endpoint(
        "/sparql-1.2",
        view,
        new Lazy<>(() -> ReleaseDataset.of(view.get(), site.store(), site.limits().time())),
        ResultFormats.OF_ROWS12,
        ResultFormats.OF_GRAPHS12);
  }
}
