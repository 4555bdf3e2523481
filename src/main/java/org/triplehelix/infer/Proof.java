package org.triplehelix.infer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;

/**
 * Why a triple stands.
 *
 * @param conclusion the triple
 * @param rule by which it follows, without variables; empty for a premise
 * @param from what the rule was applied to, each with its own proof, the rule's axioms first
 */
public record Proof(Triple conclusion, Optional<InferenceRule> rule, List<Proof> from) {
  public Proof {
    from = List.copyOf(from);
  }

  /** A triple that needs no proof. */
  static Proof premise(Triple triple) {
    return new Proof(triple, Optional.empty(), List.of());
  }

  /** The premises that it rests on, in the order in which the proof names them. */
  public Set<Triple> premises() {
    Set<Triple> premises = new LinkedHashSet<>();
    collect(premises);
    return premises;
  }

  private void collect(Set<Triple> premises) {
    if (rule.isEmpty()) {
      premises.add(conclusion);
    }
    from.forEach(proof -> proof.collect(premises));
  }
}
