package org.triplehelix.server.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * The edges among things.
 *
 * @param dataset in which they are
 */
record Surroundings(DatasetGraph dataset) {
  /** More cannot be looked at. */
  static final int MOST = 120;

  private static final List<String> VOCABULARIES =
      List.of(TH.NS, "http://www.w3.org/ns/org#", "http://purl.org/dc/terms/");

  /** What is said of claims and records, and ties nothing; and what follows from all that act. */
  private static final Set<String> OF_RECORDS =
      Set.of(
          TH.NS + "actsOn",
          TH.NS + "recordOf",
          TH.NS + "mentions",
          TH.NS + "example",
          "http://purl.org/dc/terms/isPartOf");

  /** The edges from a thing and to it, those among things of the register first. */
  List<Triple> around(Node thing) {
    return edges(thing)
        .sorted((a, b) -> Boolean.compare(isThing(other(b, thing)), isThing(other(a, thing))))
        .limit(MOST)
        .toList();
  }

  /**
   * A shortest way between two things, over things of the register alone; empty if there is none.
   */
  List<Triple> path(Node from, Node to) {
    Map<Node, Triple> reached = new HashMap<>();
    Deque<Node> waiting = new ArrayDeque<>(List.of(from));
    reached.put(from, null);
    while (!waiting.isEmpty() && !reached.containsKey(to)) {
      Node here = waiting.poll();
      for (Triple edge : edges(here).toList()) {
        Node there = other(edge, here);
        if (isThing(there) && !reached.containsKey(there)) {
          reached.put(there, edge);
          waiting.add(there);
        }
      }
    }
    return reached.containsKey(to) ? back(from, to, reached) : List.of();
  }

  private static List<Triple> back(Node from, Node to, Map<Node, Triple> reached) {
    List<Triple> path = new ArrayList<>();
    for (Node here = to; !here.equals(from); here = other(reached.get(here), here)) {
      path.add(reached.get(here));
    }
    Collections.reverse(path);
    return path;
  }

  private Stream<Triple> edges(Node thing) {
    Set<Triple> edges = new LinkedHashSet<>();
    dataset
        .find(Quad.defaultGraphIRI, thing, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> edges.add(quad.asTriple()));
    dataset
        .find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, thing)
        .forEachRemaining(quad -> edges.add(quad.asTriple()));
    return edges.stream()
        .filter(Surroundings::isTie)
        .sorted((a, b) -> a.toString().compareTo(b.toString()));
  }

  private static boolean isTie(Triple triple) {
    String relation = triple.getPredicate().getURI();
    return VOCABULARIES.stream().anyMatch(relation::startsWith)
        && !OF_RECORDS.contains(relation)
        && isShown(triple.getSubject())
        && isShown(triple.getObject())
        && !triple.getSubject().equals(triple.getObject());
  }

  private static boolean isShown(Node node) {
    return node.isURI()
        && Family.of(node.getURI())
            .filter(f -> f == Family.ID || f == Family.FACT || f == Family.LESSON || f.ofConcepts())
            .isPresent();
  }

  private static boolean isThing(Node node) {
    return node.getURI().startsWith(Family.ID.namespace());
  }

  private static Node other(Triple edge, Node thing) {
    return edge.getSubject().equals(thing) ? edge.getObject() : edge.getSubject();
  }
}
