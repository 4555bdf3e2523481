package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;

/** GraphML, with the labels, colours and places that yEd shows. */
final class GraphMlWriter implements NetworkWriter {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String YFILES = "http://www.yworks.com/xml/graphml";
  private static final double SIDE = 30;

  @Override
  public void write(Network network, String language, OutputStream out) throws IOException {
    XmlFile.write(out, file -> new Document(file, network, Columns.of(network), language).write());
  }

  private record Document(XmlFile file, Network network, Columns columns, String language) {
    void write() throws XMLStreamException {
      file.element(
          "graphml",
          () -> {
            key("label", "node", "string");
            declare("node", columns.nodes());
            file.empty("key", "id", "node.graphics", "for", "node", "yfiles.type", "nodegraphics");
            key("label", "edge", "string");
            key("weight", "edge", "int");
            declare("edge", columns.edges());
            file.empty("key", "id", "edge.graphics", "for", "edge", "yfiles.type", "edgegraphics");
            graph();
          },
          "xmlns",
          NAMESPACE,
          "xmlns:y",
          YFILES);
    }

    private void graph() throws XMLStreamException {
      file.element(
          "graph",
          () -> {
            for (NetworkNode node : network.nodes()) {
              file.element("node", () -> node(node), "id", node.iri());
            }
            for (NetworkEdge edge : network.edges()) {
              file.element(
                  "edge",
                  () -> edge(edge),
                  "id",
                  edge.id(),
                  "source",
                  edge.source(),
                  "target",
                  edge.target());
            }
          },
          "id",
          network.view().name(),
          "edgedefault",
          "directed");
    }

    private <T> void declare(String of, List<Column<T>> columns) throws XMLStreamException {
      for (Column<T> column : columns) {
        key(column.name(), of, column.type().toString());
      }
    }

    private void key(String name, String of, String type) throws XMLStreamException {
      file.empty("key", "id", of + "." + name, "for", of, "attr.name", name, "attr.type", type);
    }

    private void data(String of, String name, Object value) throws XMLStreamException {
      if (value != null) {
        file.element("data", () -> file.text(value.toString()), "key", of + "." + name);
      }
    }

    private void node(NetworkNode node) throws XMLStreamException {
      data("node", "label", node.label(language));
      for (Column<NetworkNode> column : columns.nodes()) {
        data("node", column.name(), column.of(node));
      }
      file.element(
          "data", () -> file.element("y:ShapeNode", () -> shape(node)), "key", "node.graphics");
    }

    /** Downwards is more in yEd. */
    private void shape(NetworkNode node) throws XMLStreamException {
      file.empty(
          "y:Geometry",
          "x",
          Double.toString(node.spot().x()),
          "y",
          Double.toString(-node.spot().y()),
          "width",
          Double.toString(SIDE),
          "height",
          Double.toString(SIDE));
      file.empty("y:Fill", "color", node.kind().colour(), "transparent", "false");
      file.element(
          "y:NodeLabel",
          () -> file.text(node.label(language)),
          "modelName",
          "sides",
          "modelPosition",
          "s");
      file.empty("y:Shape", "type", "ellipse");
    }

    private void edge(NetworkEdge edge) throws XMLStreamException {
      data("edge", "label", edge.label(language));
      data("edge", "weight", edge.weight());
      for (Column<NetworkEdge> column : columns.edges()) {
        data("edge", column.name(), column.of(edge));
      }
      file.element(
          "data",
          () ->
              file.element(
                  "y:PolyLineEdge",
                  () -> {
                    file.empty("y:Arrows", "source", "none", "target", "standard");
                    file.element("y:EdgeLabel", () -> file.text(edge.label(language)));
                  }),
          "key",
          "edge.graphics");
    }
  }
}
