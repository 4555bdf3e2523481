package org.triplehelix.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

/**
 * Finds proofs of conclusions, backwards over the rules. A proof is the same each time, is as low
 * as can be, and none of its premises can be left out.
 */
public final class Proofs {
  private final Inference inference;
  private final Search search;

  /** Proofs of what an inference concluded. */
  public Proofs(Inference inference) {
    this.inference = inference;
    this.search = new Search(inference);
  }

  /** Why a triple stands; empty if it neither is a premise nor follows. */
  public Optional<Proof> of(Triple goal) {
    return inference.stands(goal) ? Optional.of(minimal(goal)) : Optional.empty();
  }

  /** How many conclusions follow last by each rule, where the lowest proof is taken. */
  public Map<String, Long> countByRule() {
    Map<String, Long> counts = new TreeMap<>();
    for (Triple conclusion : inference.conclusions()) {
      String rule = search.lowest(conclusion).rule().orElseThrow().name();
      counts.merge(rule, 1L, Long::sum);
    }
    return counts;
  }

  private Proof minimal(Triple goal) {
    Proof proof = search.lowest(goal);
    Set<Triple> needed = needed(goal, proof.premises());
    return needed.size() == proof.premises().size()
        ? proof
        : new Search(inference.fromOnly(needed)).lowest(goal);
  }

  /** The premises without those that can be left out, tried one after the other. */
  private Set<Triple> needed(Triple goal, Set<Triple> premises) {
    Set<Triple> needed = new LinkedHashSet<>(premises);
    if (premises.size() > 1) {
      for (Triple premise : premises) {
        needed.remove(premise);
        if (!inference.fromOnly(needed).stands(goal)) {
          needed.add(premise);
        }
      }
    }
    return needed;
  }

  /** The search for proofs of what follows in one inference. */
  private static final class Search {
    private final Inference inference;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Map<Node, List<InferenceRule>> rules = new HashMap<>();
    private final Map<Triple, Integer> failed = new HashMap<>();

    Search(Inference inference) {
      this.inference = inference;
      inference.premises().all().forEach(graph::add);
      inference.conclusions().forEach(graph::add);
      for (InferenceRule rule : inference.rules()) {
        rules.computeIfAbsent(key(rule.head().getPredicate()), k -> new ArrayList<>()).add(rule);
      }
    }

    private static Node key(Node predicate) {
      return predicate.isVariable() ? Node.ANY : predicate;
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
      if (inference.premises().contain(goal)) {
        return Optional.of(Proof.premise(goal));
      }
      if (height == 0 || failed.getOrDefault(goal, 0) >= height) {
        return Optional.empty();
      }
      for (Node key : List.of(goal.getPredicate(), Node.ANY)) {
        for (InferenceRule rule : rules.getOrDefault(key, List.of())) {
          for (InferenceRule ground : applied(rule, goal)) {
            Optional<Proof> proof = prove(goal, ground, height - 1);
            if (proof.isPresent()) {
              return proof;
            }
          }
        }
      }
      failed.put(goal, height);
      return Optional.empty();
    }

    private Optional<Proof> prove(Triple goal, InferenceRule ground, int height) {
      List<Proof> from = new ArrayList<>();
      for (Triple premise : ground.premises()) {
        Optional<Proof> proof =
            inference.mayCarry(premise, goal) ? prove(premise, height) : Optional.empty();
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
      return InferenceRule.sorted(ground);
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
