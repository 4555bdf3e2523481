package org.triplehelix.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;

/**
 * Which share of the shortest ways between two others leads over a thing, by the algorithm of
 * Brandes (2001) over arrays: JGraphT's own gives half of it where ways have no direction, and
 * takes thirty times as long.
 */
final class Betweenness<V> {
  private final List<V> nodes;
  private final int[][] neighbours;
  private final double[] scores;

  Betweenness(Graph<V, ?> graph) {
    nodes = new ArrayList<>(graph.vertexSet());
    Map<V, Integer> numbers = new HashMap<>();
    nodes.forEach(node -> numbers.put(node, numbers.size()));
    neighbours =
        nodes.stream()
            .map(
                node ->
                    Graphs.neighborSetOf(graph, node).stream()
                        .mapToInt(numbers::get)
                        .sorted()
                        .toArray())
            .toArray(int[][]::new);
    scores = new double[nodes.size()];
  }

  /** The share of each, 0 to 1. */
  Map<V, Double> scores() {
    Arrays.fill(scores, 0);
    for (int start = 0; start < nodes.size(); start++) {
      from(start);
    }
    double pairs = Math.max(1, (nodes.size() - 1.0) * (nodes.size() - 2.0));
    Map<V, Double> shares = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      shares.put(nodes.get(i), scores[i] / pairs);
    }
    return shares;
  }

  /** Goes out from one node, nearest first, and gives back from the farthest what leads there. */
  private void from(int start) {
    int[] distances = new int[nodes.size()];
    double[] ways = new double[nodes.size()];
    int[] reached = new int[nodes.size()];
    Arrays.fill(distances, -1);
    distances[start] = 0;
    ways[start] = 1;
    reached[0] = start;
    int last = 1;
    for (int i = 0; i < last; i++) {
      int node = reached[i];
      for (int next : neighbours[node]) {
        if (distances[next] < 0) {
          distances[next] = distances[node] + 1;
          reached[last++] = next;
        }
        if (distances[next] == distances[node] + 1) {
          ways[next] += ways[node];
        }
      }
    }
    back(reached, last, distances, ways);
  }

  private void back(int[] reached, int last, int[] distances, double[] ways) {
    double[] dependencies = new double[nodes.size()];
    for (int i = last - 1; i > 0; i--) {
      int node = reached[i];
      for (int before : neighbours[node]) {
        if (distances[before] == distances[node] - 1) {
          dependencies[before] += ways[before] / ways[node] * (1 + dependencies[node]);
        }
      }
      scores[node] += dependencies[node];
    }
  }
}
