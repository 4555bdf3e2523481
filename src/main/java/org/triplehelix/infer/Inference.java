package org.triplehelix.infer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.vocab.Genid;

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
  /** These hold between each thing, class or property and itself. */
  private static final Set<Node> TRUE_OF_ALL =
      Set.of(OWL2.sameAs.asNode(), RDFS.Nodes.subClassOf, RDFS.Nodes.subPropertyOf);

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
    ofUnstated.removeIf(Inference::saysNothing);
    return new Inference(
        List.copyOf(new TreeSet<>(rules)),
        premises,
        without(sure, premises),
        without(doubtful, premises),
        ofUnstated);
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

  /** All conclusions. */
  public Set<Triple> conclusions() {
    Set<Triple> all = new LinkedHashSet<>(sure);
    all.addAll(doubtful);
    all.addAll(ofUnstated);
    return all;
  }
}
