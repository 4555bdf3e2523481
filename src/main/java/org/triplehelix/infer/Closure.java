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
import org.apache.jena.reasoner.rulesys.Builtin;
import org.apache.jena.reasoner.rulesys.BuiltinRegistry;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Node_RuleVariable;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.reasoner.rulesys.RuleContext;
import org.apache.jena.reasoner.rulesys.builtins.BaseBuiltin;
import org.apache.jena.sparql.graph.GraphFactory;

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
    return new Closure(rules.stream().map(rule -> rule(rule, null)).toList(), premises);
  }

  /** The closure in which only the given things get new statements. */
  static Closure about(
      Set<Node> things, Collection<InferenceRule> rules, Collection<Triple> premises) {
    Builtin guard = new OneOf(things);
    return new Closure(rules.stream().map(rule -> rule(rule, guard)).toList(), premises);
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

  private static Rule rule(InferenceRule rule, Builtin guardOfSubject) {
    Map<Node, Node> variables = new HashMap<>();
    List<ClauseEntry> body = new ArrayList<>();
    rule.body().forEach(t -> body.add(pattern(t, variables)));
    Triple head = rule.head();
    Node subject = term(head.getSubject(), variables);
    if (rule.subjectMayBeLiteral()) {
      body.add(new Functor("notLiteral", new Node[] {subject}, BuiltinRegistry.theRegistry));
    }
    if (guardOfSubject != null) {
      Functor guard = new Functor(guardOfSubject.getName(), new Node[] {subject});
      guard.setImplementor(guardOfSubject);
      body.add(guard);
    }
    ClauseEntry[] conclusion = {pattern(head, variables)};
    Rule compiled = new Rule(rule.name(), conclusion, body.toArray(ClauseEntry[]::new));
    compiled.setNumVars(variables.size());
    return compiled;
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

  /** Holds of the things of a set. */
  private static final class OneOf extends BaseBuiltin {
    private final Set<Node> things;

    OneOf(Set<Node> things) {
      this.things = things;
    }

    @Override
    public String getName() {
      return "oneOf";
    }

    @Override
    public int getArgLength() {
      return 1;
    }

    @Override
    public boolean bodyCall(Node[] arguments, int length, RuleContext context) {
      return things.contains(getArg(0, arguments, context));
    }
  }
}
