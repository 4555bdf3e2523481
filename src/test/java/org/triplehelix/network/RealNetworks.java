package org.triplehelix.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.ReleaseDataset;

/** The networks of the real content. */
public record RealNetworks(
    Release release, DatasetGraph dataset, Networks networks, Slugs slugs, Evidence evidence) {
  /** Those of a folder. */
  public static RealNetworks of(Path root) {
    Content content = Content.at(root);
    Release release = ReleaseBuilder.build(content);
    DatasetGraph dataset = ReleaseDataset.of(release, Duration.ofSeconds(30));
    Evidence evidence = new Evidence(release);
    Networks networks =
        Networks.of(NetworkViews.in(content), release, dataset, new Names(release), evidence);
    return new RealNetworks(release, dataset, networks, new Slugs(release), evidence);
  }

  /** The view of a name. */
  public NetworkView view(String name) {
    return networks.views().named(name).orElseThrow();
  }

  /** What a view's query gives. */
  public List<Binding> rows(NetworkView view) {
    return networks.rows(view);
  }

  /** What a view shows unless another choice is made. */
  public Network shown(NetworkView view) {
    return networks.network(view, rows(view), Selection.of(view));
  }

  /** What a choice shows of a view. */
  public Network chosen(NetworkView view, Map<String, String> values) {
    return networks.network(view, rows(view), new Choice(values, networks, slugs).of(view));
  }

  /** What a view shows with all that is planned, rejected and so on. */
  public Network whole(NetworkView view) {
    Selection all =
        new Selection(
            Optional.empty(),
            1,
            Set.of(),
            Set.of(),
            Set.of(),
            Admission.ALL,
            Optional.empty(),
            Optional.empty());
    return networks.network(view, rows(view), all);
  }
}
