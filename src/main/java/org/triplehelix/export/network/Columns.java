package org.triplehelix.export.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkEdge.Mention;
import org.triplehelix.network.NetworkNode;

/**
 * What every format tells of the nodes and edges of a network, beside their ends and labels.
 *
 * @param nodes attributes of nodes
 * @param edges attributes of edges
 */
record Columns(List<Column<NetworkNode>> nodes, List<Column<NetworkEdge>> edges) {
  private static final String BETWEEN = "; ";

  /** Those of a network, with what its view and its figures add. */
  static Columns of(Network network) {
    List<Column<NetworkNode>> nodes = new ArrayList<>(OF_NODES);
    network.nodes().stream()
        .flatMap(node -> node.figures().stream())
        .filter(number -> number.value().isPresent())
        .map(NetworkNode.Number::name)
        .distinct()
        .sorted()
        .forEach(name -> nodes.add(Column.number(name, node -> figure(node, name))));
    List<Column<NetworkEdge>> edges = new ArrayList<>(OF_EDGES);
    network.edges().stream()
        .flatMap(edge -> edge.attributes().keySet().stream())
        .distinct()
        .sorted()
        .forEach(name -> edges.add(Column.text(name, edge -> edge.attributes().get(name))));
    return new Columns(List.copyOf(nodes), List.copyOf(edges));
  }

  private static Optional<Double> figure(NetworkNode node, String name) {
    return node.figures().stream()
        .filter(number -> number.name().equals(name))
        .findFirst()
        .flatMap(NetworkNode.Number::value);
  }

  private static final List<Column<NetworkNode>> OF_NODES =
      List.of(
          Column.text("iri", NetworkNode::iri),
          Column.text("kind", node -> node.kind().name()),
          Column.text("kind_zh", node -> node.kind().zh()),
          Column.text("kind_en", node -> node.kind().en()),
          Column.text("label_zh", NetworkNode::zh),
          Column.text("label_en", NetworkNode::en),
          Column.count("degree", node -> node.measures().degree()),
          Column.count("weighted_degree", node -> node.measures().weightedDegree()),
          Column.number("betweenness", node -> Optional.of(node.measures().betweenness())),
          Column.number("pagerank", node -> Optional.of(node.measures().pageRank())),
          Column.count("community", node -> node.measures().community()),
          Column.count("component", node -> node.measures().component()),
          Column.number("latitude", node -> node.place().map(NetworkNode.Place::latitude)),
          Column.number("longitude", node -> node.place().map(NetworkNode.Place::longitude)),
          Column.text("figures", Columns::figures));

  private static final List<Column<NetworkEdge>> OF_EDGES =
      List.of(
          Column.text("relation", NetworkEdge::relation),
          Column.text("relation_zh", NetworkEdge::zh),
          Column.text("relation_en", NetworkEdge::en),
          Column.text("sources", edge -> String.join(BETWEEN, edge.sources())),
          Column.count("source_count", edge -> edge.sources().size()),
          Column.count("passage_count", edge -> edge.passages().size()),
          Column.text("passages", edge -> String.join(BETWEEN, edge.passages())),
          Column.text("claims", edge -> joined(edge, Mention::claim)),
          Column.text("status", edge -> joined(edge, Mention::status)),
          Column.text("modality", edge -> joined(edge, Mention::modality)),
          Column.text("wording", edge -> joined(edge, Mention::wording)),
          Column.text("from", edge -> edge.from().map(Object::toString).orElse("")),
          Column.text("until", edge -> edge.until().map(Object::toString).orElse("")));

  private static String joined(NetworkEdge edge, Function<Mention, String> part) {
    return String.join(BETWEEN, edge.distinct(part));
  }

  private static String figures(NetworkNode node) {
    return String.join(BETWEEN, node.figures().stream().map(NetworkNode.Number::wording).toList());
  }
}
