package org.triplehelix.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Sees one change where a value took the place of another: the same graph, subject and predicate,
 * and no doubt which value took the place of which. Names are paired within their language first.
 */
final class Pairing {
  private final List<Change> changes = new ArrayList<>();

  private Pairing() {}

  /** What comes together under one key. */
  private record Slot(List<Quad> removed, List<Quad> added) {}

  private record Key(Node graph, Node subject, Node predicate, String language) {}

  /** The changes in what was removed and added. */
  static List<Change> of(Collection<Quad> removed, Collection<Quad> added) {
    Pairing pairing = new Pairing();
    Slot rest = pairing.pair(new Slot(List.copyOf(removed), List.copyOf(added)), Pairing::narrow);
    Slot last = pairing.pair(rest, Pairing::wide);
    last.removed().forEach(quad -> pairing.changes.add(new Change(quad, null)));
    last.added().forEach(quad -> pairing.changes.add(new Change(null, quad)));
    return pairing.changes;
  }

  private static Key narrow(Quad quad) {
    Node object = quad.getObject();
    return key(quad, object.isLiteral() ? object.getLiteralLanguage() : "");
  }

  private static Key wide(Quad quad) {
    return key(quad, "");
  }

  private static Key key(Quad quad, String language) {
    return new Key(quad.getGraph(), quad.getSubject(), quad.getPredicate(), language);
  }

  private Slot pair(Slot all, Function<Quad, Key> keyOf) {
    Map<Key, Slot> slots = new LinkedHashMap<>();
    all.removed().forEach(quad -> slot(slots, keyOf.apply(quad)).removed().add(quad));
    all.added().forEach(quad -> slot(slots, keyOf.apply(quad)).added().add(quad));
    Slot rest = new Slot(new ArrayList<>(), new ArrayList<>());
    for (Slot slot : slots.values()) {
      if (slot.removed().size() == 1 && slot.added().size() == 1) {
        changes.add(new Change(slot.removed().get(0), slot.added().get(0)));
      } else {
        rest.removed().addAll(slot.removed());
        rest.added().addAll(slot.added());
      }
    }
    return rest;
  }

  private static Slot slot(Map<Key, Slot> slots, Key key) {
    return slots.computeIfAbsent(key, k -> new Slot(new ArrayList<>(), new ArrayList<>()));
  }
}
