package org.triplehelix.infer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.BuiltinRegistry;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Node_RuleVariable;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.triplehelix.vocab.TH;

/** All that follows from some triples by some rules; more triples can be added as it goes. */
final class Closure {
  private final InfGraph graph;

  private Closure(List<Rule> rules, Collection<Triple> premises) {
    Graph raw = GraphFactory.createDefaultGraph();
    premises.forEach(raw::add);
    GenericRuleReasoner reasoner = new GenericRuleReasoner(rules);
    reasoner.setMode(GenericRuleReasoner.FORWARD_RETE);
    graph = reasoner.bind(raw);
    graph.prepare();
  }

  /** The closure of the premises. */
  static Closure of(Collection<InferenceRule> rules, Collection<Triple> premises) {
    return new Closure(rules.stream().map(rule -> rule(rule, false)).toList(), premises);
  }

  /**
   * The closure in which only such things get new statements as are claims and not stated: plans,
   * opinions and the like.
   */
  static Closure ofUnstated(Collection<InferenceRule> rules, Collection<Triple> premises) {
    return new Closure(rules.stream().map(rule -> rule(rule, true)).toList(), premises);
  }

  /** Adds premises, and what follows. */
  void add(Collection<Triple> premises) {
    premises.forEach(graph::add);
  }

  /** What follows, premises left out. */
  Set<Triple> conclusions() {
    Graph premises = graph.getRawGraph();
    return graph.getDeductionsGraph().find().filterDrop(premises::contains).toSet();
  }

  /** Whether a triple stands or follows. */
  boolean contains(Triple triple) {
    return graph.getRawGraph().contains(triple) || graph.getDeductionsGraph().contains(triple);
  }

  private static Rule rule(InferenceRule rule, boolean ofUnstated) {
    Map<Node, Node> variables = new HashMap<>();
    List<ClauseEntry> body = new ArrayList<>();
    rule.body().forEach(t -> body.add(pattern(t, variables)));
    Triple head = rule.head();
    Node subject = term(head.getSubject(), variables);
    if (rule.subjectMayBeLiteral()) {
      body.add(test("notLiteral", subject));
    }
    if (ofUnstated) {
      Node modality = term(Var.alloc("modality"), variables);
      body.add(new TriplePattern(subject, TH.modality, modality));
      body.add(test("notEqual", modality, TH.Stated));
    }
    ClauseEntry[] conclusion = {pattern(head, variables)};
    Rule compiled = new Rule(rule.name(), conclusion, body.toArray(ClauseEntry[]::new));
    compiled.setNumVars(variables.size());
    return compiled;
  }

  private static Functor test(String builtin, Node... arguments) {
    return new Functor(builtin, arguments, BuiltinRegistry.theRegistry);
  }

  private static TriplePattern pattern(Triple triple, Map<Node, Node> variables) {
    return new TriplePattern(
        term(triple.getSubject(), variables),
        term(triple.getPredicate(), variables),
        term(triple.getObject(), variables));
  }

  private static Node term(Node node, Map<Node, Node> variables) {
    return node.isVariable()
        ? variables.computeIfAbsent(
            node, v -> new Node_RuleVariable("?" + v.getName(), variables.size()))
        : node;
  }
}
