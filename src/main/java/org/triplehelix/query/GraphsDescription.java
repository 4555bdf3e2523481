package org.triplehelix.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.describe.DescribeBNodeClosure;
import org.apache.jena.sparql.core.describe.DescribeHandler;
import org.apache.jena.sparql.core.describe.DescribeHandlerFactory;
import org.apache.jena.sparql.core.describe.DescribeHandlerRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Describes a term by what all graphs of a release say of it, and of the blank nodes that they lead
 * to, as ARQ does; but at once from the index over all graphs, where ARQ asks a query of its own
 * for each term. Other datasets are left to ARQ.
 */
final class GraphsDescription implements DescribeHandler {
  private static boolean installed;

  private final DescribeHandler others = new DescribeBNodeClosure();
  private List<Graph> graphs;
  private Graph told;

  private GraphsDescription() {}

  /** Has ARQ describe by this; a second call changes nothing. */
  static synchronized void install() {
    if (!installed) {
      DescribeHandlerFactory factory = GraphsDescription::new;
      DescribeHandlerRegistry.get().clear();
      DescribeHandlerRegistry.get().add(factory);
      installed = true;
    }
  }

  @Override
  public void start(Model accumulated, Context context) {
    told = accumulated.getGraph();
    graphs =
        context.get(ARQConstants.sysCurrentDataset) instanceof ReleaseDatasetGraph release
            ? List.of(release.getDefaultGraph(), release.getUnionGraph())
            : null;
    if (graphs == null) {
      others.start(accumulated, context);
    }
  }

  @Override
  public void describe(Resource resource) {
    if (graphs == null) {
      others.describe(resource);
    } else {
      describe(resource.asNode(), new HashSet<>());
    }
  }

  private void describe(Node node, Set<Node> known) {
    if (known.add(node)) {
      for (Graph graph : graphs) {
        graph.find(node, Node.ANY, Node.ANY).forEach(triple -> tell(triple, known));
      }
    }
  }

  private void tell(Triple triple, Set<Node> known) {
    told.add(triple);
    if (triple.getObject().isBlank()) {
      describe(triple.getObject(), known);
    }
  }

  @Override
  public void finish() {
    if (graphs == null) {
      others.finish();
    }
  }
}
