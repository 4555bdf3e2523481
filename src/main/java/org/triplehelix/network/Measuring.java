package org.triplehelix.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.GreedyModularityAlgorithm;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.jgrapht.graph.SimpleWeightedGraph;

/** How the things of a network stand in it, mostly by JGraphT. */
final class Measuring {
  private static final int MOST_ITERATIONS = 500;
  private static final double TOLERANCE = 1e-10;

  private final Graph<String, DefaultWeightedEdge> directed =
      new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
  private final Graph<String, DefaultWeightedEdge> simple =
      new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
  private final Map<String, Integer> weights = new HashMap<>();

  Measuring(Collection<NetworkEdge> edges) {
    Set<String> nodes = new TreeSet<>();
    edges.forEach(edge -> nodes.addAll(List.of(edge.source(), edge.target())));
    nodes.forEach(directed::addVertex);
    nodes.forEach(simple::addVertex);
    edges.forEach(this::take);
  }

  private void take(NetworkEdge edge) {
    weights.merge(edge.source(), edge.weight(), Integer::sum);
    weights.merge(edge.target(), edge.weight(), Integer::sum);
    directed.setEdgeWeight(directed.addEdge(edge.source(), edge.target()), edge.weight());
    if (simple.containsEdge(edge.source(), edge.target())) {
      DefaultWeightedEdge known = simple.getEdge(edge.source(), edge.target());
      simple.setEdgeWeight(known, simple.getEdgeWeight(known) + edge.weight());
    } else {
      simple.setEdgeWeight(simple.addEdge(edge.source(), edge.target()), edge.weight());
    }
  }

  /** The measures of each thing that an edge has. */
  Map<String, Measures> measures() {
    Map<String, Double> betweenness = new Betweenness<>(simple).scores();
    Map<String, Double> ranks =
        new PageRank<>(directed, PageRank.DAMPING_FACTOR_DEFAULT, MOST_ITERATIONS, TOLERANCE)
            .getScores();
    Map<String, Integer> communities = numbers(communities());
    Map<String, Integer> components =
        numbers(new ConnectivityInspector<>(new AsUndirectedGraph<>(directed)).connectedSets());
    Map<String, Measures> measures = new HashMap<>();
    for (String node : directed.vertexSet()) {
      measures.put(
          node,
          new Measures(
              directed.degreeOf(node),
              weights.get(node),
              betweenness.get(node),
              ranks.get(node),
              communities.get(node),
              components.get(node)));
    }
    return measures;
  }

  /** JGraphT fails where every part ends as one group, since it then looks for a further pair. */
  private List<Set<String>> communities() {
    if (simple.edgeSet().isEmpty()) {
      return List.of();
    }
    try {
      return new GreedyModularityAlgorithm<>(simple).getClustering().getClusters();
    } catch (NoSuchElementException e) {
      return new ConnectivityInspector<>(simple).connectedSets();
    }
  }

  /** Numbers groups from 1, the largest first, and of the same size by their first names. */
  private static Map<String, Integer> numbers(List<Set<String>> groups) {
    List<TreeSet<String>> sorted =
        groups.stream()
            .map(TreeSet::new)
            .sorted(
                Comparator.comparing((TreeSet<String> group) -> -group.size())
                    .thenComparing(TreeSet::first))
            .toList();
    Map<String, Integer> numbers = new HashMap<>();
    sorted.forEach(group -> group.forEach(node -> numbers.put(node, 1 + sorted.indexOf(group))));
    return numbers;
  }
}
