package org.triplehelix.server.explore;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;

/** Edges that a reader has on the screen and wants as a file. */
final class ShownEdges {
  static final String PARAMETER = "edges";

  /** More than a screen can hold. */
  private static final int MOST = 5_000;

  private static final int PARTS = 3;

  private ShownEdges() {}

  /**
   * The edges that a call sends: one in a line, as three IRIs.
   *
   * @throws Problem if a line is no edge of the graph
   */
  static Optional<List<Triple>> of(Call call, Knowledge knowledge) {
    if (call.method().equals("POST") && !call.contentType().isEmpty()) {
      throw new Problem(
          Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
          "Edges cannot be sent as " + call.contentType() + ".",
          "Send them as the parameter edges of a form.");
    }
    return call.parameter(PARAMETER).map(text -> edges(text, knowledge));
  }

  private static List<Triple> edges(String text, Knowledge knowledge) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).distinct().toList();
    if (lines.isEmpty() || lines.size() > MOST) {
      throw wrong("There are " + lines.size() + " edges.", "Send from 1 to " + MOST + ".");
    }
    return lines.stream().map(line -> edge(line, knowledge)).toList();
  }

  private static Triple edge(String line, Knowledge knowledge) {
    String[] parts = line.strip().split(" ");
    if (parts.length != PARTS) {
      throw wrong(
          "An edge has three IRIs, and this line has " + parts.length + ".",
          "Write subject, relation and object with spaces between.");
    }
    Triple edge = Triple.create(node(parts[0]), node(parts[1]), node(parts[2]));
    if (!knowledge.site().dataset().contains(Quad.create(Quad.defaultGraphIRI, edge))) {
      throw wrong(
          "The graph has no edge " + line.strip() + ".",
          "Send edges as " + ExploreRoute.DATA + " tells them.");
    }
    return edge;
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Problem wrong(String detail, String remedy) {
    return new Problem(Problem.Kind.BAD_REQUEST, detail, remedy).with("parameter", PARAMETER);
  }
}
