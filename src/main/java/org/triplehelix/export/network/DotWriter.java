package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;

/** DOT of Graphviz; {@code neato -n2} draws things where they are saved. */
final class DotWriter implements NetworkWriter {
  private static final String FONT = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif";

  @Override
  public void write(Network network, String language, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("digraph ");
    text.append(quoted(network.view().name())).append(" {\n");
    text.append("  graph ").append(list(graph(network, language))).append(";\n");
    text.append("  node ").append(list(ofNodes())).append(";\n");
    text.append("  edge ").append(list(ofEdges())).append(";\n");
    Columns columns = Columns.of(network);
    for (NetworkNode node : network.nodes()) {
      text.append("  ").append(quoted(node.iri())).append(' ');
      text.append(list(node(node, columns.nodes(), language))).append(";\n");
    }
    for (NetworkEdge edge : network.edges()) {
      text.append("  ").append(quoted(edge.source())).append(" -> ");
      text.append(quoted(edge.target())).append(' ');
      text.append(list(edge(edge, columns.edges(), language))).append(";\n");
    }
    out.write(text.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> graph(Network network, String language) {
    Map<String, Object> graph = new LinkedHashMap<>();
    graph.put("charset", "UTF-8");
    graph.put("label", network.view().title(language));
    graph.put("comment", "Triple Helix, release " + network.release());
    graph.put("fontname", FONT);
    graph.put("overlap", "false");
    graph.put("outputorder", "edgesfirst");
    return graph;
  }

  private static Map<String, Object> ofNodes() {
    Map<String, Object> nodes = new LinkedHashMap<>();
    nodes.put("shape", "box");
    nodes.put("style", "rounded,filled");
    nodes.put("fontname", FONT);
    nodes.put("fontcolor", "white");
    nodes.put("fontsize", 12);
    nodes.put("height", 0.3);
    nodes.put("margin", "0.1,0.03");
    nodes.put("penwidth", 0);
    return nodes;
  }

  private static Map<String, Object> ofEdges() {
    Map<String, Object> edges = new LinkedHashMap<>();
    edges.put("fontname", FONT);
    edges.put("fontsize", 9);
    edges.put("color", "#7c858d80");
    edges.put("fontcolor", "#4a5158");
    edges.put("arrowsize", 0.6);
    return edges;
  }

  private static Map<String, Object> node(
      NetworkNode node, List<Column<NetworkNode>> columns, String language) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("label", node.label(language));
    attributes.put("URL", node.iri());
    attributes.put("fillcolor", node.kind().colour());
    attributes.put(
        "pos", String.format(Locale.ROOT, "%.0f,%.0f", node.spot().x(), node.spot().y()));
    attributes.putAll(CytoscapeWriter.values(node, columns));
    return attributes;
  }

  /** What is not accepted or not stated is drawn dashed. */
  private static Map<String, Object> edge(
      NetworkEdge edge, List<Column<NetworkEdge>> columns, String language) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("label", edge.label(language));
    attributes.put("weight", edge.weight());
    attributes.put("penwidth", Math.sqrt(edge.weight()));
    if (!edge.evidence().isEmpty()
        && edge.evidence().stream()
            .noneMatch(m -> m.status().equals("accepted") && m.modality().equals("stated"))) {
      attributes.put("style", "dashed");
    }
    attributes.putAll(CytoscapeWriter.values(edge, columns));
    return attributes;
  }

  private static String list(Map<String, Object> attributes) {
    return attributes.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + quoted(entry.getValue().toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
