package org.triplehelix.export.network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.triplehelix.network.Network;

/** The files in which a network can be had, by how their names end. */
public enum NetworkFormat {
  GEXF("gexf", "application/gexf+xml", new GexfWriter()),
  GRAPHML("graphml", "application/graphml+xml", new GraphMlWriter()),
  CYTOSCAPE("cyjs", "application/json", new CytoscapeWriter()),
  NODE_LINK("json", "application/json", new NodeLinkWriter()),
  DOT("dot", "text/vnd.graphviz", new DotWriter()),
  NODES("nodes.csv", "text/csv", CsvWriter.NODES),
  EDGES("edges.csv", "text/csv", CsvWriter.EDGES),
  NEO4J_NODES("neo4j-nodes.csv", "text/csv", CsvWriter.NEO4J_NODES),
  NEO4J_EDGES("neo4j-relationships.csv", "text/csv", CsvWriter.NEO4J_EDGES);

  private final String extension;
  private final String mediaType;
  private final NetworkWriter writer;

  NetworkFormat(String extension, String mediaType, NetworkWriter writer) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /** How its files' names end, and its name on the command line. */
  public String extension() {
    return extension;
  }

  /** Its media type without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Writes a network in UTF-8.
   *
   * @param language of the labels that are shown: zh or en; the others are attributes
   */
  public void write(Network network, String language, OutputStream out) throws IOException {
    writer.write(network, language, out);
  }

  /** The format of a name. */
  public static Optional<NetworkFormat> named(String extension) {
    return Arrays.stream(values()).filter(f -> f.extension.equals(extension)).findFirst();
  }

  /** All names, for messages. */
  public static String extensions() {
    return Arrays.stream(values()).map(NetworkFormat::extension).collect(Collectors.joining(", "));
  }
}
