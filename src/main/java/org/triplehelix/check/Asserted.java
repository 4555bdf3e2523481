package org.triplehelix.check;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;

/** What the hand-written files say, all passages included, without what follows from it. */
final class Asserted {
  /** Its name in the dataset that checks see. */
  static final Node NAME = NodeFactory.createURI(Family.GRAPH.namespace() + "asserted");

  private static final Set<Node> NOT_ASSERTED =
      Set.of(Quad.defaultGraphIRI, Graphs.INFERRED, Graphs.META);

  private Asserted() {}

  /** Whether a statement is one of theirs. */
  static boolean holds(Quad quad) {
    return !NOT_ASSERTED.contains(quad.getGraph());
  }

  /** As one graph. */
  static Graph of(Release release) {
    Graph graph = GraphFactory.createDefaultGraph();
    release.quads().stream().filter(Asserted::holds).forEach(quad -> graph.add(quad.asTriple()));
    return graph;
  }

  /** The release's dataset, with the asserted graph as one more. */
  static DatasetGraph beside(Release release, Graph asserted) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    release.quads().forEach(dataset::add);
    dataset.addGraph(NAME, asserted);
    return dataset;
  }
}
