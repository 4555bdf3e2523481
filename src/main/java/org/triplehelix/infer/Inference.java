package org.triplehelix.infer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;

/**
 * What follows from premises by rules.
 *
 * @param rules by which
 * @param premises from what
 * @param sure what follows from what is stated and accepted alone
 * @param doubtful what follows only if something doubted is taken for true
 * @param ofUnstated what follows of plans, opinions and the like, as claims: their kinds, bounds …
 */
public record Inference(
    List<InferenceRule> rules,
    Premises premises,
    Set<Triple> sure,
    Set<Triple> doubtful,
    Set<Triple> ofUnstated) {

  /** Draws all conclusions. */
  public static Inference of(List<InferenceRule> rules, Premises premises) {
    Closure closure = Closure.of(rules, premises.accepted());
    Set<Triple> sure = closure.conclusions();
    closure.add(premises.doubted());
    Set<Triple> stated = closure.conclusions();
    Set<Triple> all = premises.all();
    Set<Triple> doubtful = new LinkedHashSet<>(stated);
    doubtful.removeAll(sure);
    all.addAll(stated);
    Set<Triple> ofUnstated = Closure.ofUnstated(rules, all).conclusions();
    return new Inference(
        List.copyOf(new TreeSet<>(rules)),
        premises,
        without(sure, premises),
        without(doubtful, premises),
        ofUnstated);
  }

  private static Set<Triple> without(Set<Triple> conclusions, Premises premises) {
    conclusions.removeIf(premises::contain);
    return conclusions;
  }

  /** All conclusions. */
  public Set<Triple> conclusions() {
    Set<Triple> all = new LinkedHashSet<>(sure);
    all.addAll(doubtful);
    all.addAll(ofUnstated);
    return all;
  }
}
