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
 * @param doubtfulOfUnstated the same, where something doubted has to be taken for true
 */
public record Inference(
    List<InferenceRule> rules,
    Premises premises,
    Set<Triple> sure,
    Set<Triple> doubtful,
    Set<Triple> ofUnstated,
    Set<Triple> doubtfulOfUnstated) {
  private static final int DOUBTED = 1;
  private static final int UNSTATED = 2;

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
    Set<Triple> known = new LinkedHashSet<>(premises.accepted());
    known.addAll(sure);
    known.addAll(premises.unstated());
    Closure ofClaims = Closure.about(unstated, rules, known);
    Set<Triple> ofUnstated = ofClaims.conclusions();
    ofClaims.add(premises.doubted());
    ofClaims.add(stated);
    Set<Triple> doubtfulOfUnstated = ofClaims.conclusions();
    doubtfulOfUnstated.removeAll(ofUnstated);
    doubtfulOfUnstated.removeAll(stated);
    stated.removeAll(sure);
    return new Inference(
        rules,
        premises,
        without(sure, premises),
        without(stated, premises),
        without(ofUnstated, premises),
        without(doubtfulOfUnstated, premises));
  }

  private static Set<Triple> without(Set<Triple> conclusions, Premises premises) {
    conclusions.removeIf(triple -> premises.contain(triple) || saysNothing(triple));
    return conclusions;
  }

  private static boolean saysNothing(Triple triple) {
    return Genid.isNameless(triple.getSubject())
        || Genid.isNameless(triple.getPredicate())
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
    all.addAll(doubtfulOfUnstated);
    return all;
  }

  /** Conclusions that rest on something doubted. */
  public Set<Triple> allDoubtful() {
    Set<Triple> all = new LinkedHashSet<>(doubtful);
    all.addAll(doubtfulOfUnstated);
    return all;
  }

  /** Whether a triple is a premise or a conclusion. */
  public boolean stands(Triple triple) {
    return premises.contain(triple) || concludes(triple);
  }

  private boolean concludes(Triple triple) {
    return sure.contains(triple)
        || doubtful.contains(triple)
        || ofUnstated.contains(triple)
        || doubtfulOfUnstated.contains(triple);
  }

  /** Whether one triple may be a premise of another: it is no more doubtful and no less stated. */
  boolean mayCarry(Triple premise, Triple conclusion) {
    return (reserve(premise) & ~reserve(conclusion)) == 0;
  }

  private int reserve(Triple triple) {
    if (premises.accepted().contains(triple) || sure.contains(triple)) {
      return 0;
    }
    if (premises.doubted().contains(triple) || doubtful.contains(triple)) {
      return DOUBTED;
    }
    return doubtfulOfUnstated.contains(triple) ? DOUBTED | UNSTATED : UNSTATED;
  }
}
