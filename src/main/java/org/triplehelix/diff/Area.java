package org.triplehelix.diff;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Graphs;
import org.triplehelix.vocab.Family;

/** The parts of a release, in the order in which a difference is told. */
public enum Area {
  PASSAGES("Passages"),
  SOURCES("Sources"),
  REGISTER("Register"),
  SCHEMES("Concepts"),
  ONTOLOGY("Ontology"),
  IDENTITIES("Identities"),
  CURATION("Curation"),
  CATALOGUE("Catalogue"),
  OTHER("Other graphs"),
  DEFAULT_GRAPH("Default graph"),
  INFERRED("Inferred"),
  BUILD("Added by the build");

  private static final Map<Node, Area> OF_GRAPH =
      Map.of(
          Graphs.SOURCES, SOURCES,
          Graphs.REGISTER, REGISTER,
          Graphs.SCHEMES, SCHEMES,
          Graphs.ONTOLOGY, ONTOLOGY,
          Graphs.IDENTITIES, IDENTITIES,
          Graphs.CURATION, CURATION,
          Graphs.CLAIMS, PASSAGES,
          Graphs.META, CATALOGUE,
          Graphs.INFERRED, INFERRED);

  private final String title;

  Area(String title) {
    this.title = title;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** Whether it holds what follows from other statements and is not written by people. */
  public boolean follows() {
    return compareTo(DEFAULT_GRAPH) >= 0;
  }

  /** The area of what is written in a graph. */
  static Area of(Node graph) {
    if (Quad.isDefaultGraph(graph)) {
      return DEFAULT_GRAPH;
    }
    boolean passage = !graph.getURI().startsWith(Family.GRAPH.namespace());
    return passage ? PASSAGES : OF_GRAPH.getOrDefault(graph, OTHER);
  }
}
