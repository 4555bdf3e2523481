package org.triplehelix.server.site;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Sentences;
import org.triplehelix.entity.Slugs;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.graph.Release;
import org.triplehelix.network.Networks;
import org.triplehelix.query.Questions;
import org.triplehelix.query.run.Engine;
import org.triplehelix.query.run.Limits;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.store.Store;

/**
 * What all parts of the server share.
 *
 * @param release that is served
 * @param asking the questions that can be asked; read when first asked for
 * @param dataset the release, to be asked
 * @param store whose layers are in the dataset beside the release
 * @param engine what readers' queries are asked: the dataset, or a back end that holds more
 * @param naming the names of what is in it; made when first asked for
 * @param search finds things by their names; made when first asked for
 * @param sentences that passages are, where documents are at hand
 * @param evidence the passages that say something; made when first asked for
 * @param slugs what people write for things; made when first asked for
 * @param networks for graph tools; made when first asked for
 * @param address where clients find the server
 * @param limits of each query
 * @param pages for people
 * @param takesReports whether readers can report errors
 */
public record Site(
    Release release,
    Lazy<Questions> asking,
    DatasetGraph dataset,
    Optional<Store> store,
    Engine engine,
    Lazy<Names> naming,
    Lazy<NameIndex> search,
    Lazy<Sentences> sentences,
    Lazy<Evidence> evidence,
    Lazy<Slugs> slugs,
    Lazy<Networks> networks,
    Address address,
    Limits limits,
    Pages pages,
    boolean takesReports) {

  /** What can be asked of the release. */
  public Questions questions() {
    return asking.get();
  }

  /** What people call the things of the release. */
  public Names names() {
    return naming.get();
  }

  /**
   * What a page has around it.
   *
   * @param path of the page with its parameters, without the language
   */
  public Frame frame(String language, String path) {
    return new Frame(address, release.shortHash(), language, path, takesReports);
  }

  /** What it is a site of, and not all that is in it, which would fill a log. */
  @Override
  public String toString() {
    return "site of " + release;
  }
}
