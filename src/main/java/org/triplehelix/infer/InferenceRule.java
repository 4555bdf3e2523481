package org.triplehelix.infer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * If all triples of the body stand, the head does. Variables are SPARQL's.
 *
 * @param name the rule's name: that of an OWL 2 RL rule (cax-sco, prp-spo2 …) or of a rule file
 * @param meaning what it says, in a few English words
 * @param axioms the triples of the ontology that it was made from; premises of what it concludes
 * @param body patterns of its other premises
 * @param head pattern of its conclusion; its variables occur in the body
 */
public record InferenceRule(
    String name, String meaning, List<Triple> axioms, List<Triple> body, Triple head) {
  public InferenceRule {
    axioms = List.copyOf(axioms);
    body = List.copyOf(body);
  }

  /** The same rule with its variables replaced where the binding has values. */
  public InferenceRule with(Binding binding) {
    return new InferenceRule(
        name,
        meaning,
        axioms,
        body.stream().map(t -> Substitute.substitute(t, binding)).toList(),
        Substitute.substitute(head, binding));
  }

  /** Everything that must stand for the conclusion: axioms first. */
  List<Triple> premises() {
    Set<Triple> premises = new LinkedHashSet<>(axioms);
    premises.addAll(body);
    return List.copyOf(premises);
  }

  /** Whether the head's subject could be a literal, as it comes from an object of the body. */
  boolean subjectMayBeLiteral() {
    return Var.isVar(head.getSubject())
        && body.stream().noneMatch(t -> t.getSubject().equals(head.getSubject()));
  }

  /** The variables and blank nodes of the head that no pattern of the body binds. */
  public Set<Node> unboundInHead() {
    Set<Node> unbound = new LinkedHashSet<>();
    terms(head).filter(n -> Var.isVar(n) || n.isBlank()).forEach(unbound::add);
    body.forEach(t -> terms(t).forEach(unbound::remove));
    return unbound;
  }

  private static Stream<Node> terms(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  /** In a fixed order, each once. */
  static List<InferenceRule> sorted(Collection<InferenceRule> rules) {
    Map<String, InferenceRule> byText = new TreeMap<>();
    rules.forEach(rule -> byText.put(rule.toString(), rule));
    return List.copyOf(byText.values());
  }
}
