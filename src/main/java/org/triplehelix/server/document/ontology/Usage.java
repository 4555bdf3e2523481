package org.triplehelix.server.document.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;

/**
 * How a release uses terms: how often, and in which statements; what is written and what follows.
 */
public final class Usage {
  private final Set<Triple> following = new HashSet<>();
  private final Map<Node, List<Node>> things = new HashMap<>();
  private final Map<Node, List<Node>> thingsThatFollow = new HashMap<>();
  private final Map<Node, List<Triple>> statements = new HashMap<>();
  private final Map<Node, Integer> statementsThatFollow = new HashMap<>();
  private final Map<Node, Set<Node>> passages = new HashMap<>();
  private final Map<Node, Map<Node, Integer>> propertiesOf = new HashMap<>();
  private final Map<Node, Map<Node, Integer>> classesWith = new HashMap<>();

  /**
   * How often a term is used.
   *
   * @param written in the files
   * @param following from them, by the ontology
   */
  record Count(int written, int following) {
    int total() {
      return written + following;
    }
  }

  /** The use of terms in the default graph of a release. */
  public Usage(Release release) {
    for (Quad quad : release.quads()) {
      if (quad.getGraph().equals(Graphs.INFERRED)) {
        following.add(quad.asTriple());
      } else if (quad.getGraph().getURI().startsWith(Family.SOURCE.namespace())) {
        mark(quad.getSubject(), quad.getGraph());
        mark(quad.getObject(), quad.getGraph());
      }
    }
    release.quads().stream().filter(Quad::isDefaultGraph).map(Quad::asTriple).forEach(this::take);
    join();
  }

  private void mark(Node node, Node passage) {
    if (node.isURI()) {
      passages.computeIfAbsent(node, n -> new HashSet<>()).add(passage);
    }
  }

  private void take(Triple triple) {
    Node property = triple.getPredicate();
    boolean follows = following.contains(triple);
    if (follows) {
      statementsThatFollow.merge(property, 1, Integer::sum);
    } else {
      statements.computeIfAbsent(property, p -> new ArrayList<>()).add(triple);
    }
    if (property.equals(RDF.Nodes.type)) {
      (follows ? thingsThatFollow : things)
          .computeIfAbsent(triple.getObject(), t -> new ArrayList<>())
          .add(triple.getSubject());
    }
  }

  /** Which properties stand beside which classes, as written. */
  private void join() {
    Map<Node, List<Node>> typesOf = new HashMap<>();
    things.forEach(
        (type, members) ->
            members.forEach(m -> typesOf.computeIfAbsent(m, n -> new ArrayList<>()).add(type)));
    statements.forEach(
        (property, triples) ->
            triples.forEach(
                triple ->
                    typesOf
                        .getOrDefault(triple.getSubject(), List.of())
                        .forEach(
                            type -> {
                              count(propertiesOf, type, property);
                              count(classesWith, property, type);
                            })));
  }

  private static void count(Map<Node, Map<Node, Integer>> counts, Node of, Node with) {
    counts.computeIfAbsent(of, n -> new HashMap<>()).merge(with, 1, Integer::sum);
  }

  /** The things of a class. */
  Count ofClass(Node type) {
    return new Count(
        things.getOrDefault(type, List.of()).size(),
        thingsThatFollow.getOrDefault(type, List.of()).size());
  }

  /** The statements with a property. */
  Count ofProperty(Node property) {
    return new Count(
        statements.getOrDefault(property, List.of()).size(),
        statementsThatFollow.getOrDefault(property, 0));
  }

  /** The properties and classes in use. */
  Set<Node> terms() {
    Set<Node> terms = new HashSet<>(statements.keySet());
    terms.addAll(things.keySet());
    return terms;
  }

  /** How often something is the value of a statement that is written. */
  Map<Node, Integer> asValue(Collection<Node> without) {
    Map<Node, Integer> counts = new HashMap<>();
    statements.forEach(
        (property, triples) -> {
          if (!without.contains(property)) {
            triples.forEach(triple -> counts.merge(triple.getObject(), 1, Integer::sum));
          }
        });
    return counts;
  }

  /** Some things of a class: first the curators' example, then those of most passages. */
  List<Node> things(Node type, Collection<Node> examples, int most) {
    List<Node> written = things.getOrDefault(type, List.of());
    return (written.isEmpty() ? thingsThatFollow.getOrDefault(type, List.of()) : written)
        .stream()
            .sorted(
                Comparator.<Node>comparingInt(thing -> examples.contains(thing) ? 0 : 1)
                    .thenComparing(this::passages, Comparator.reverseOrder())
                    .thenComparing(thing -> thing.toString()))
            .limit(most)
            .toList();
  }

  /** Some statements with a property, each of other things; chosen as things are. */
  List<Triple> statements(Node property, Collection<Node> examples, int most) {
    List<Triple> chosen = new ArrayList<>();
    Set<Node> told = new HashSet<>();
    statements.getOrDefault(property, List.of()).stream()
        .sorted(
            Comparator.<Triple>comparingInt(t -> examples.contains(t.getObject()) ? 0 : 1)
                .thenComparing(
                    t -> passages(t.getSubject()) + passages(t.getObject()),
                    Comparator.reverseOrder())
                .thenComparing(triple -> triple.toString()))
        .filter(t -> told.add(t.getSubject()) && told.add(t.getObject()))
        .limit(most)
        .forEach(chosen::add);
    return chosen;
  }

  /** The properties that things of a class have, the most frequent first. */
  List<Map.Entry<Node, Integer>> properties(Node type) {
    return mostFrequent(propertiesOf.getOrDefault(type, Map.of()));
  }

  /** The classes of the things that have a property, the most frequent first. */
  List<Map.Entry<Node, Integer>> classes(Node property) {
    return mostFrequent(classesWith.getOrDefault(property, Map.of()));
  }

  private static List<Map.Entry<Node, Integer>> mostFrequent(Map<Node, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Node, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().getURI()))
        .toList();
  }

  private int passages(Node node) {
    return passages.getOrDefault(node, Set.of()).size();
  }
}
