package org.triplehelix.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternElements;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformationSubstitution;
import org.apache.jena.sparql.sse.Item;

/**
 * How often each property and each of its frequent values occur in a graph; from this, how many
 * triples a pattern finds, and the order in which patterns are joined: what finds least goes first.
 */
final class Statistics extends ReorderTransformationSubstitution {
  /** Values that occur less often count as the average of their property. */
  private static final int FREQUENT = 16;

  private final Map<Node, Counts> counts = new HashMap<>();
  private final Counts all;
  private final double subjects;

  /**
   * How often a property occurs.
   *
   * @param frequent how often with each of its frequent values
   */
  private record Counts(double triples, double objects, Map<Node, Integer> frequent) {
    double with(Item object) {
      return isKnown(object) ? withObject(object) : triples;
    }

    private double withObject(Item object) {
      Integer often = object.isNode() ? frequent.get(object.getNode()) : null;
      return often == null ? triples / objects : often;
    }
  }

  /** Counts while triples come. */
  private static final class Counting {
    private final Map<Node, Integer> objects = new HashMap<>();
    private int triples;

    void count(Triple triple) {
      triples++;
      objects.merge(triple.getObject(), 1, Integer::sum);
    }

    Counts counted() {
      Map<Node, Integer> frequent = new HashMap<>();
      objects.forEach(
          (object, often) -> {
            if (often >= FREQUENT) {
              frequent.put(object, often);
            }
          });
      return new Counts(triples, objects.size(), Map.copyOf(frequent));
    }
  }

  /** Counts the triples of a graph. */
  Statistics(Iterator<Triple> triples) {
    Map<Node, Counting> counting = new HashMap<>();
    Counting any = new Counting();
    Set<Node> known = new HashSet<>();
    triples.forEachRemaining(
        triple -> {
          known.add(triple.getSubject());
          counting.computeIfAbsent(triple.getPredicate(), p -> new Counting()).count(triple);
          any.count(triple);
        });
    counting.forEach((property, counted) -> counts.put(property, counted.counted()));
    all = any.counted();
    subjects = known.size();
  }

  /** How many triples a pattern finds, about; of one subject, if that is known. */
  @Override
  protected double weight(PatternTriple pattern) {
    Item property = pattern.predicate;
    Counts found = isKnown(property) && property.isNode() ? counts.get(property.getNode()) : all;
    if (found == null) {
      return 0;
    }
    double many = found.with(pattern.object);
    return isKnown(pattern.subject) ? many / subjects : many;
  }

  private static boolean isKnown(Item term) {
    return PatternElements.TERM.equals(term) || term.isNode() && term.getNode().isConcrete();
  }
}
