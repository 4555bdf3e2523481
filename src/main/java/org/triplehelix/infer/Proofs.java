package org.triplehelix.infer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.triplehelix.vocab.TH;

/**
 * Finds proofs of conclusions, backwards over the rules. A proof is the same each time, is as low
 * as can be, and none of its premises can be left out.
 */
public final class Proofs {
  private final Inference inference;
  private final Graph graph = GraphFactory.createDefaultGraph();

  /** Proofs of what an inference concluded. */
  public Proofs(Inference inference) {
    this.inference = inference;
    inference.premises().all().forEach(graph::add);
    inference.conclusions().forEach(graph::add);
  }

  /** Why a triple stands; empty if it neither is a premise nor follows. */
  public Optional<Proof> of(Triple goal) {
    if (inference.premises().contain(goal)) {
      return Optional.of(Proof.premise(goal));
    }
    return graph.contains(goal) ? Optional.of(minimal(goal)) : Optional.empty();
  }

  private Proof minimal(Triple goal) {
    boolean ofUnstated = inference.ofUnstated().contains(goal);
    Set<Triple> allowed =
        ofUnstated
            ? inference.premises().all()
            : inference.premises().stated(inference.doubtful().contains(goal));
    Proof proof = new Search(inference.rules(), allowed, graph).lowest(goal);
    Set<Triple> needed = needed(goal, proof.premises(), ofUnstated);
    if (needed.size() == proof.premises().size()) {
      return proof;
    }
    Graph small = GraphFactory.createDefaultGraph();
    needed.forEach(small::add);
    closure(needed, ofUnstated).conclusions().forEach(small::add);
    return new Search(inference.rules(), needed, small).lowest(goal);
  }

  /** The premises without those that can be left out, tried one after the other. */
  private Set<Triple> needed(Triple goal, Set<Triple> premises, boolean ofUnstated) {
    Set<Triple> needed = new LinkedHashSet<>(premises);
    for (Triple premise : premises) {
      needed.remove(premise);
      if (!closure(needed, ofUnstated).contains(goal)) {
        needed.add(premise);
      }
    }
    return needed;
  }

  private Closure closure(Set<Triple> premises, boolean ofUnstated) {
    List<InferenceRule> rules =
        inference.rules().stream().filter(rule -> premises.containsAll(rule.axioms())).toList();
    return ofUnstated
        ? Closure.ofUnstated(rules, withModality(premises))
        : Closure.of(rules, premises);
  }

  /** That a claim is not stated is no premise of what it says. */
  private Collection<Triple> withModality(Set<Triple> premises) {
    List<Triple> all = new ArrayList<>(premises);
    for (Triple premise : premises) {
      graph.find(premise.getSubject(), TH.modality, Node.ANY).forEachRemaining(all::add);
    }
    return all;
  }

  /** The search for one goal. */
  private static final class Search {
    private final List<InferenceRule> rules;
    private final Set<Triple> premises;
    private final Graph graph;
    private final Map<Triple, Integer> failed = new HashMap<>();

    Search(List<InferenceRule> rules, Set<Triple> premises, Graph graph) {
      this.rules = rules;
      this.premises = premises;
      this.graph = graph;
    }

    Proof lowest(Triple goal) {
      for (int height = 1; height <= graph.size(); height++) {
        Optional<Proof> proof = prove(goal, height);
        if (proof.isPresent()) {
          return proof.get();
        }
      }
      throw new IllegalStateException("no proof of " + goal);
    }

    private Optional<Proof> prove(Triple goal, int height) {
      if (premises.contains(goal)) {
        return Optional.of(Proof.premise(goal));
      }
      if (height == 0 || failed.getOrDefault(goal, 0) >= height) {
        return Optional.empty();
      }
      for (InferenceRule rule : rules) {
        for (InferenceRule ground : applied(rule, goal)) {
          Optional<Proof> proof = prove(goal, ground, height - 1);
          if (proof.isPresent()) {
            return proof;
          }
        }
      }
      failed.put(goal, height);
      return Optional.empty();
    }

    private Optional<Proof> prove(Triple goal, InferenceRule ground, int height) {
      List<Proof> from = new ArrayList<>();
      for (Triple premise : ground.premises()) {
        Optional<Proof> proof = prove(premise, height);
        if (proof.isEmpty()) {
          return Optional.empty();
        }
        from.add(proof.get());
      }
      return Optional.of(new Proof(goal, Optional.of(ground), from));
    }

    /** The rule without variables, in each way in which it yields the goal; in a fixed order. */
    private List<InferenceRule> applied(InferenceRule rule, Triple goal) {
      Optional<Binding> unifier = unifier(rule.head(), goal);
      if (unifier.isEmpty()) {
        return List.of();
      }
      InferenceRule towards = rule.with(unifier.get());
      List<InferenceRule> ground = new ArrayList<>();
      BasicPattern pattern = BasicPattern.wrap(new ArrayList<>(towards.body()));
      QueryIterator rows = Algebra.exec(new OpBGP(pattern), graph);
      try {
        rows.forEachRemaining(row -> ground.add(towards.with(row)));
      } finally {
        rows.close();
      }
      ground.sort(null);
      return ground;
    }

    private static Optional<Binding> unifier(Triple head, Triple goal) {
      BindingBuilder binding = BindingFactory.builder();
      boolean unified =
          unify(head.getSubject(), goal.getSubject(), binding)
              && unify(head.getPredicate(), goal.getPredicate(), binding)
              && unify(head.getObject(), goal.getObject(), binding);
      return unified ? Optional.of(binding.build()) : Optional.empty();
    }

    private static boolean unify(Node pattern, Node value, BindingBuilder binding) {
      if (!Var.isVar(pattern)) {
        return pattern.equals(value);
      }
      Var variable = Var.alloc(pattern);
      if (binding.contains(variable)) {
        return binding.get(variable).equals(value);
      }
      binding.add(variable, value);
      return true;
    }
  }
}
