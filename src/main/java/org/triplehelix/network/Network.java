package org.triplehelix.network;

import java.util.List;

/**
 * Nodes and the edges among them.
 *
 * @param view it shows
 * @param release the hash of the release it is taken from
 * @param nodes by IRI
 * @param edges by source, relation, target and claim; parallel ones stay apart
 */
public record Network(
    NetworkView view, String release, List<NetworkNode> nodes, List<NetworkEdge> edges) {
  public Network {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }
}
