package org.triplehelix.server.sparql;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.ResultWriter;

/** Whole graphs, read only: the graph store protocol of SPARQL 1.1. */
final class GraphsRoute implements Route {
  private final DatasetGraph dataset;

  GraphsRoute(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  @Override
  public String path() {
    return "/graphs";
  }

  @Override
  public String example() {
    return "/graphs?graph=https%3A%2F%2Fw3id.org%2Ftriplehelix%2Fgraph%2Fmeta";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("default", "graph");
  }

  @Override
  public Prepared prepare(Call call) {
    Node name = name(call);
    Graph graph = Quad.isDefaultGraph(name) ? dataset.getDefaultGraph() : dataset.getGraph(name);
    return new Fixed(
        ResultFormats.OF_GRAPHS, name.getURI(), (format, out) -> write(graph, format, out));
  }

  private void write(Graph graph, Format format, OutputStream out) {
    new ResultWriter(format, Context.emptyContext()).graph(new Prefixed(graph), out);
  }

  private Node name(Call call) {
    List<String> graphs = call.all("graph");
    boolean isDefault = call.parameter("default").isPresent();
    if (isDefault && graphs.isEmpty()) {
      return Quad.defaultGraphIRI;
    }
    if (isDefault || graphs.size() != 1) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "It is not said which graph.",
          "Write ?default, or ?graph= and the IRI of one graph.");
    }
    Node name = NodeFactory.createURI(absolute(graphs.get(0)));
    if (!dataset.containsGraph(name)) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "There is no graph " + name.getURI() + ".",
          "SELECT DISTINCT ?g { GRAPH ?g {} } lists all graphs.");
    }
    return name;
  }

  private static String absolute(String iri) {
    try {
      if (IRIx.create(iri).isAbsolute()) {
        return iri;
      }
    } catch (IRIException e) {
      throw noIri(iri);
    }
    throw noIri(iri);
  }

  private static Problem noIri(String text) {
    return new Problem(
        Problem.Kind.BAD_REQUEST, text + " is no absolute IRI.", "Write it whole, encoded.");
  }

  /** A graph with the prefixes of its dataset. */
  private final class Prefixed extends GraphWrapper {
    Prefixed(Graph graph) {
      super(graph);
    }

    @Override
    public PrefixMapping getPrefixMapping() {
      return new PrefixMappingImpl().setNsPrefixes(dataset.prefixes().getMapping());
    }
  }
}
