package org.triplehelix.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;

/** Proofs of a small world with several ways, and of what follows in the real release. */
class ProofsTest {
  private static final Node IN = name("in");
  private static final int ENOUGH = 40;

  private static Node name(String local) {
    return NodeFactory.createURI("https://example.org/" + local);
  }

  private static Triple in(String from, String to) {
    return Triple.create(name(from), IN, name(to));
  }

  private static Inference world(Set<Triple> doubted, Triple... accepted) {
    Node x = Var.alloc("x");
    Node y = Var.alloc("y");
    Node z = Var.alloc("z");
    InferenceRule transitive =
        new InferenceRule(
            "transitive",
            "carries on",
            List.of(),
            List.of(Triple.create(x, IN, y), Triple.create(y, IN, z)),
            Triple.create(x, IN, z));
    Premises premises = new Premises();
    premises.accepted().addAll(List.of(accepted));
    premises.doubted().addAll(doubted);
    return Inference.of(List.of(transitive), premises);
  }

  @Test
  void premiseIsItsOwnProofAndWhatDoesNotFollowHasNone() {
    Proofs proofs = new Proofs(world(Set.of(), in("a", "b")));
    assertEquals(Set.of(in("a", "b")), proofs.of(in("a", "b")).orElseThrow().premises());
    assertTrue(proofs.of(in("a", "b")).orElseThrow().rule().isEmpty());
    assertTrue(proofs.of(in("b", "a")).isEmpty());
  }

  @Test
  void circlesEnd() {
    Proofs proofs = new Proofs(world(Set.of(), in("a", "b"), in("b", "c"), in("c", "a")));
    assertEquals(
        Set.of(in("a", "b"), in("b", "c")), proofs.of(in("a", "c")).orElseThrow().premises());
    assertEquals(3, proofs.of(in("a", "a")).orElseThrow().premises().size());
  }

  @Test
  void lowProofOfManyPremisesGivesWayToWhatNeedsFewer() {
    Proofs proofs =
        new Proofs(
            world(Set.of(), in("a", "b"), in("b", "c"), in("c", "d"), in("a", "c"), in("b", "d")));
    Proof proof = proofs.of(in("a", "d")).orElseThrow();
    assertEquals(2, proof.premises().size());
    assertEquals(proof, proofs.of(in("a", "d")).orElseThrow());
  }

  @Test
  void doubtIsAvoidedWhereItCanBe() {
    Proofs proofs =
        new Proofs(
            world(Set.of(in("a", "x"), in("x", "d")), in("a", "b"), in("b", "c"), in("c", "d")));
    assertEquals(
        Set.of(in("a", "b"), in("b", "c"), in("c", "d")),
        proofs.of(in("a", "d")).orElseThrow().premises());
  }

  @Test
  void conclusionsOfTheRealReleaseHaveSoundAndMinimalProofs() {
    Inference inference = ReleaseBuilder.buildWithPositions(Content.at(Path.of(""))).inference();
    Proofs proofs = new Proofs(inference);
    Map<String, Integer> seen = new HashMap<>();
    for (Triple conclusion : inShuffledOrder(inference.conclusions())) {
      Proof proof = proofs.of(conclusion).orElseThrow();
      if (seen.merge(proof.rule().orElseThrow().name(), 1, Integer::sum) <= ENOUGH) {
        assertSound(proof, inference);
        assertMinimal(proof, inference);
      }
    }
    assertTrue(seen.keySet().containsAll(Set.of("cax-sco", "prp-spo2", "prp-trp", "bounds")));
  }

  /** The same each time, but not all of one kind together. */
  private static List<Triple> inShuffledOrder(Set<Triple> conclusions) {
    List<Triple> order = new ArrayList<>(conclusions);
    order.sort(Comparator.comparing(Triple::toString));
    Collections.shuffle(order, new Random(7));
    return order.subList(0, order.size() / 8);
  }

  private static void assertSound(Proof proof, Inference inference) {
    if (proof.rule().isEmpty()) {
      assertTrue(inference.premises().contain(proof.conclusion()), proof.toString());
      return;
    }
    InferenceRule rule = proof.rule().get();
    assertEquals(proof.conclusion(), rule.head());
    assertEquals(rule.premises(), proof.from().stream().map(Proof::conclusion).toList());
    assertTrue(inference.rules().stream().anyMatch(general -> yields(general, rule)));
    proof.from().forEach(p -> assertSound(p, inference));
  }

  /** Whether a rule with variables becomes the one without when they are replaced alike. */
  private static boolean yields(InferenceRule general, InferenceRule ground) {
    if (!general.name().equals(ground.name())
        || !general.axioms().equals(ground.axioms())
        || general.body().size() != ground.body().size()) {
      return false;
    }
    Map<Node, Node> values = new HashMap<>();
    boolean fits = fits(general.head(), ground.head(), values);
    for (int i = 0; i < general.body().size(); i++) {
      fits = fits && fits(general.body().get(i), ground.body().get(i), values);
    }
    return fits;
  }

  private static boolean fits(Triple pattern, Triple triple, Map<Node, Node> values) {
    return fits(pattern.getSubject(), triple.getSubject(), values)
        && fits(pattern.getPredicate(), triple.getPredicate(), values)
        && fits(pattern.getObject(), triple.getObject(), values);
  }

  private static boolean fits(Node pattern, Node value, Map<Node, Node> values) {
    if (!pattern.isVariable()) {
      return pattern.equals(value);
    }
    Node before = values.putIfAbsent(pattern, value);
    return before == null || before.equals(value);
  }

  private static void assertMinimal(Proof proof, Inference inference) {
    for (Triple left : proof.premises()) {
      Set<Triple> fewer = new LinkedHashSet<>(proof.premises());
      fewer.remove(left);
      assertFalse(inference.fromOnly(fewer).stands(proof.conclusion()), proof + " without " + left);
    }
  }
}
