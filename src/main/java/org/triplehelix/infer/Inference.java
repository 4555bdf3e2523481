package org.triplehelix.infer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.vocab.Genid;

/**
 * What follows from premises by rules.
 *
 * @param rules by which, in a fixed order
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
  /** These hold between each thing, class or property and itself. */
  private static final Set<Node> TRUE_OF_ALL =
      Set.of(OWL2.sameAs.asNode(), RDFS.Nodes.subClassOf, RDFS.Nodes.subPropertyOf);

  /** Draws all conclusions. */
  public static Inference of(List<InferenceRule> rules, Premises premises) {
    return of(InferenceRule.sorted(rules), premises, premises.unstatedClaims());
  }

  private static Inference of(List<InferenceRule> rules, Premises premises, Set<Node> unstated) {
    Closure closure = Closure.of(rules, premises.accepted());
    Set<Triple> sure = closure.conclusions();
    closure.add(premises.doubted());
    Set<Triple> stated = closure.conclusions();
    Set<Triple> all = premises.all();
    all.addAll(stated);
    Set<Triple> ofUnstated = Closure.about(unstated, rules, all).conclusions();
    stated.removeAll(sure);
    return new Inference(
        rules,
        premises,
        without(sure, premises),
        without(stated, premises),
        without(ofUnstated, premises));
  }

  private static Set<Triple> without(Set<Triple> conclusions, Premises premises) {
    conclusions.removeIf(triple -> premises.contain(triple) || saysNothing(triple));
    return conclusions;
  }

  private static boolean saysNothing(Triple triple) {
    return Genid.isNameless(triple.getSubject())
        || Genid.isNameless(triple.getObject())
        || triple.getObject().equals(OWL2.Thing.asNode())
        || triple.getSubject().equals(triple.getObject())
            && TRUE_OF_ALL.contains(triple.getPredicate());
  }

  /** What follows from some of the premises, their axioms among them. */
  Inference fromOnly(Set<Triple> some) {
    List<InferenceRule> usable =
        rules.stream().filter(rule -> some.containsAll(rule.axioms())).toList();
    return of(usable, premises.only(some), premises.unstatedClaims());
  }

  /** All conclusions. */
  public Set<Triple> conclusions() {
    Set<Triple> all = new LinkedHashSet<>(sure);
    all.addAll(doubtful);
    all.addAll(ofUnstated);
    return all;
  }

  /** Whether a triple is a premise or a conclusion. */
  public boolean stands(Triple triple) {
    return premises.contain(triple) || concludes(triple);
  }

  private boolean concludes(Triple triple) {
    return sure.contains(triple) || doubtful.contains(triple) || ofUnstated.contains(triple);
  }

  /** How far from certain a triple is that stands: 0 accepted, 1 doubted, 2 of what is unstated. */
  int distance(Triple triple) {
    if (premises.accepted().contains(triple) || sure.contains(triple)) {
      return 0;
    }
    return premises.doubted().contains(triple) || doubtful.contains(triple) ? 1 : 2;
  }
}
