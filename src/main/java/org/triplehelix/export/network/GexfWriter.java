package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;

/**
 * GEXF with the namespace of 1.2draft, which Gephi, NetworkX and graphology all read; the kind of
 * an edge, as 1.3 has it, keeps parallel edges apart in Gephi.
 */
final class GexfWriter implements NetworkWriter {
  private static final String NAMESPACE = "http://www.gexf.net/1.2draft";
  private static final double LEAST = 6;

  @Override
  public void write(Network network, String language, OutputStream out) throws IOException {
    XmlFile.write(out, file -> new Document(file, network, language).write());
  }

  private record Document(XmlFile file, Network network, Columns columns, String language) {
    Document(XmlFile file, Network network, String language) {
      this(file, network, Columns.of(network), language);
    }

    void write() throws XMLStreamException {
      file.element(
          "gexf",
          () -> {
            file.element("meta", this::meta);
            graph();
          },
          "xmlns",
          NAMESPACE,
          "xmlns:viz",
          NAMESPACE + "/viz",
          "version",
          "1.2");
    }

    private void meta() throws XMLStreamException {
      file.element("creator", () -> file.text("Triple Helix, release " + network.release()));
      file.element("description", () -> file.text(network.view().description(language)));
    }

    private void graph() throws XMLStreamException {
      boolean dated =
          network.edges().stream()
              .anyMatch(edge -> edge.from().isPresent() || edge.until().isPresent());
      String mode = dated ? "dynamic" : "static";
      file.element(
          "graph",
          () -> {
            declare("node", columns.nodes());
            declare("edge", columns.edges());
            file.element(
                "nodes",
                () -> {
                  for (NetworkNode node : network.nodes()) {
                    node(node);
                  }
                });
            file.element(
                "edges",
                () -> {
                  for (NetworkEdge edge : network.edges()) {
                    edge(edge);
                  }
                });
          },
          "mode",
          mode,
          "defaultedgetype",
          "directed",
          "timeformat",
          "date");
    }

    private <T> void declare(String of, List<Column<T>> columns) throws XMLStreamException {
      file.element(
          "attributes",
          () -> {
            for (Column<T> column : columns) {
              String type = column.type() == Column.Type.INT ? "integer" : column.type().toString();
              file.empty("attribute", "id", column.name(), "title", column.name(), "type", type);
            }
          },
          "class",
          of,
          "mode",
          "static");
    }

    private <T> void values(T one, List<Column<T>> columns) throws XMLStreamException {
      file.element(
          "attvalues",
          () -> {
            for (Column<T> column : columns) {
              Object value = column.of(one);
              if (value != null) {
                file.empty("attvalue", "for", column.name(), "value", value.toString());
              }
            }
          });
    }

    private void node(NetworkNode node) throws XMLStreamException {
      file.element(
          "node",
          () -> {
            values(node, columns.nodes());
            int rgb = Integer.parseInt(node.kind().colour().substring(1), 16);
            file.empty(
                "viz:color",
                "r",
                Integer.toString(rgb >> 16),
                "g",
                Integer.toString(rgb >> 8 & 0xff),
                "b",
                Integer.toString(rgb & 0xff));
            file.empty(
                "viz:position",
                "x",
                Double.toString(node.spot().x()),
                "y",
                Double.toString(node.spot().y()),
                "z",
                "0.0");
            file.empty("viz:size", "value", Double.toString(size(node)));
          },
          "id",
          node.iri(),
          "label",
          node.label(language));
    }

    /** Larger with more edges, as area. */
    private static double size(NetworkNode node) {
      return LEAST * Math.sqrt(Math.max(1, node.measures().degree()));
    }

    private void edge(NetworkEdge edge) throws XMLStreamException {
      List<String> attributes =
          new ArrayList<>(
              List.of(
                  "id",
                  edge.id(),
                  "source",
                  edge.source(),
                  "target",
                  edge.target(),
                  "label",
                  edge.label(language),
                  "kind",
                  edge.label("en"),
                  "weight",
                  Integer.toString(edge.weight())));
      edge.from().ifPresent(day -> attributes.addAll(List.of("start", day.toString())));
      edge.until().ifPresent(day -> attributes.addAll(List.of("end", day.toString())));
      file.element("edge", () -> values(edge, columns.edges()), attributes.toArray(String[]::new));
    }
  }
}
