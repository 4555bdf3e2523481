package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;

/** Node-link JSON, as NetworkX and D3 read it. */
final class NodeLinkWriter implements NetworkWriter {
  @Override
  public void write(Network network, String language, OutputStream out) throws IOException {
    Columns columns = Columns.of(network);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("directed", true);
    file.put("multigraph", true);
    file.put("graph", CytoscapeWriter.about(network, language));
    file.put("nodes", network.nodes().stream().map(node -> node(node, columns, language)).toList());
    file.put("links", network.edges().stream().map(edge -> edge(edge, columns, language)).toList());
    JsonFile.write(file, out);
  }

  private static Map<String, Object> node(NetworkNode node, Columns columns, String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", node.iri());
    json.put("label", node.label(language));
    json.put("colour", node.kind().colour());
    json.put("x", node.spot().x());
    json.put("y", node.spot().y());
    json.putAll(CytoscapeWriter.values(node, columns.nodes()));
    return json;
  }

  private static Map<String, Object> edge(NetworkEdge edge, Columns columns, String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", edge.id());
    json.put("source", edge.source());
    json.put("target", edge.target());
    json.put("label", edge.label(language));
    json.put("weight", edge.weight());
    json.putAll(CytoscapeWriter.values(edge, columns.edges()));
    return json;
  }
}
