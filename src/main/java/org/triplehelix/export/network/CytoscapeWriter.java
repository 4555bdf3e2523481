package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;

/**
 * The JSON of Cytoscape and Cytoscape.js: elements with data and positions; with what NetworkX
 * wants of it besides.
 */
final class CytoscapeWriter implements NetworkWriter {
  @Override
  public void write(Network network, String language, OutputStream out) throws IOException {
    Columns columns = Columns.of(network);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("format_version", "1.0");
    file.put("directed", true);
    file.put("multigraph", true);
    file.put("data", about(network, language));
    file.put(
        "elements",
        Map.of(
            "nodes",
            network.nodes().stream().map(node -> node(node, columns, language)).toList(),
            "edges",
            network.edges().stream().map(edge -> edge(edge, columns, language)).toList()));
    JsonFile.write(file, out);
  }

  /** What is said of the network as a whole. */
  static Map<String, Object> about(Network network, String language) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("name", network.view().title(language));
    about.put("description", network.view().description(language));
    about.put("release", network.release());
    return about;
  }

  private static Map<String, Object> node(NetworkNode node, Columns columns, String language) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", node.iri());
    data.put("value", node.iri());
    data.put("name", node.label(language));
    data.put("label", node.label(language));
    data.put("colour", node.kind().colour());
    data.putAll(values(node, columns.nodes()));
    return Map.of("data", data, "position", Map.of("x", node.spot().x(), "y", -node.spot().y()));
  }

  private static Map<String, Object> edge(NetworkEdge edge, Columns columns, String language) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", edge.id());
    data.put("key", edge.id());
    data.put("source", edge.source());
    data.put("target", edge.target());
    data.put("name", edge.label(language));
    data.put("label", edge.label(language));
    data.put("interaction", edge.label(language));
    data.put("weight", edge.weight());
    data.putAll(values(edge, columns.edges()));
    return Map.of("data", data);
  }

  /** The attributes that one has. */
  static <T> Map<String, Object> values(T one, List<Column<T>> columns) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column<T> column : columns) {
      Object value = column.of(one);
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    return values;
  }
}
