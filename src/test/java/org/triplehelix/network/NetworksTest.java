package org.triplehelix.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.ReleaseDataset;

/** Networks of the real release. */
class NetworksTest {
  @Test
  void organisations() throws Exception {
    Content content = Content.at(Path.of("."));
    Release release = ReleaseBuilder.build(content);
    DatasetGraph dataset = ReleaseDataset.of(release, Duration.ofSeconds(10));
    Names names = new Names(release);
    Networks networks =
        Networks.of(NetworkViews.in(content), release, dataset, names, new Evidence(release));
    for (NetworkView view : networks.views().list()) {
      List<Binding> rows = new ArrayList<>();
      QueryExec.dataset(dataset).query(view.query()).select().forEachRemaining(rows::add);
      Network network = networks.network(view, rows, Selection.of(view));
      System.out.println(view.name() + " " + network.nodes().size() + " " + network.edges().size());
      java.nio.file.Files.createDirectories(Path.of("target/networks"));
      for (org.triplehelix.export.network.NetworkFormat format :
          org.triplehelix.export.network.NetworkFormat.values()) {
        try (java.io.OutputStream out =
            java.nio.file.Files.newOutputStream(
                Path.of("target/networks", view.name() + "." + format.extension()))) {
          format.write(network, "zh", out);
        }
      }
      assertTrue(network.nodes().size() > 20);
    }
  }
}
