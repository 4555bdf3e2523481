package org.triplehelix.infer;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What stands in the default graph, by how far it carries.
 *
 * @param accepted stated and accepted: everything follows from it that can
 * @param doubted stated and doubted: what follows from it is doubted too
 * @param unstated planned, recommended, forecast, opined, with such a claim as subject: of other
 *     things nothing follows from it
 */
public record Premises(Set<Triple> accepted, Set<Triple> doubted, Set<Triple> unstated) {
  /** None yet. */
  public Premises() {
    this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /** All of them. */
  public Set<Triple> all() {
    Set<Triple> all = new LinkedHashSet<>(accepted);
    all.addAll(doubted);
    all.addAll(unstated);
    return all;
  }

  /** Those of them that are in a set. */
  Premises only(Set<Triple> some) {
    Premises less = new Premises();
    for (Triple triple : some) {
      if (accepted.contains(triple)) {
        less.accepted.add(triple);
      } else if (doubted.contains(triple)) {
        less.doubted.add(triple);
      } else if (unstated.contains(triple)) {
        less.unstated.add(triple);
      }
    }
    return less;
  }

  /** Whether it stands at all. */
  public boolean contain(Triple triple) {
    return accepted.contains(triple) || doubted.contains(triple) || unstated.contains(triple);
  }

  /** The claims that are not stated. */
  Set<Node> unstatedClaims() {
    Set<Node> claims = new LinkedHashSet<>();
    unstated.forEach(t -> claims.add(t.getSubject()));
    return claims;
  }
}
