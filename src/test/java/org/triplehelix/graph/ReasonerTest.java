package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.triplehelix.infer.Premises;
import org.triplehelix.vocab.Genid;
import org.triplehelix.vocab.TH;

/**
 * Ontology, register and what is accepted of the readings before an independent reasoner: they do
 * not contradict each other, what we infer is right, and nothing is missed.
 */
class ReasonerTest {
  private static Built built;
  private static DescriptionLogic stated;
  private static Set<Triple> found;

  @BeforeAll
  static void reason() {
    built = ReleaseBuilder.buildWithPositions(Content.at(Path.of("")));
    stated = new DescriptionLogic(stated());
    found = stated.assertions();
  }

  private static Set<Triple> stated() {
    Premises premises = built.inference().premises();
    Set<Triple> stated = new HashSet<>(premises.accepted());
    stated.addAll(premises.doubted());
    return stated;
  }

  @Test
  void nothingContradicts() {
    assertTrue(stated.isConsistent());
    assertEquals(Set.of(), stated.unsatisfiable());
  }

  @Test
  void aThingOfDisjointKindsContradicts() {
    Set<Triple> broken = new HashSet<>(stated());
    Node london = NodeFactory.createURI("https://w3id.org/triplehelix/id/london");
    Node person = NodeFactory.createURI(TH.NS + "Person");
    broken.add(Triple.create(london, RDF.Nodes.type, person));
    assertFalse(new DescriptionLogic(broken).isConsistent());
  }

  /**
   * Years, months, days, durations and EDTF are no datatypes of OWL 2; nothing else is outside of
   * it.
   */
  @Test
  void ofOwl2DlOnlyTheDatatypesOfTimeAreMissed() {
    Set<String> beyond =
        stated.violations().stream()
            .filter(v -> !v.matches("(DefinedDatatypeInLiteral|UndeclaredDatatype) .*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), beyond);
    Set<String> datatypes =
        stated.violations().stream()
            .map(v -> v.replaceFirst(".*[#/:](\\w+)>?$", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("EDTF", "date", "duration", "gYear", "gYearMonth"), datatypes);
  }

  /** Conclusions of the form that the reasoner tells: types, and links between things. */
  private static Set<Triple> ofItsForm(Set<Triple> conclusions) {
    return conclusions.stream()
        .filter(t -> !t.getObject().isLiteral())
        .filter(t -> !t.getPredicate().getNameSpace().equals(RDFS.getURI()))
        .collect(Collectors.toSet());
  }

  @Test
  void whatWeInferIsEntailed() {
    Set<Triple> ours = ofItsForm(built.inference().sure());
    ours.addAll(ofItsForm(built.inference().doubtful()));
    assertTrue(ours.size() > 1_000, "only " + ours.size());
    ours.removeAll(found);
    assertEquals(Set.of(), ours);
  }

  @Test
  void whatWeInferOfPlansAndOpinionsIsEntailedIfTheyAreTakenForTrue() {
    Set<Triple> all = new HashSet<>(built.inference().premises().all());
    Set<Triple> ours = ofItsForm(built.inference().ofUnstated());
    assertTrue(ours.size() > 100, "only " + ours.size());
    ours.removeAll(new DescriptionLogic(all).assertions());
    assertEquals(Set.of(), ours);
  }

  @Test
  void theHierarchyOfClassesIsThatOfTheReasoner() {
    Set<Triple> ours =
        Stream.concat(stated().stream(), built.inference().sure().stream())
            .filter(t -> t.getPredicate().equals(RDFS.Nodes.subClassOf))
            .filter(t -> !Genid.isNameless(t.getSubject()) && !Genid.isNameless(t.getObject()))
            .collect(Collectors.toSet());
    assertEquals(stated.hierarchy(), ours);
  }

  @Test
  void nothingThatIsEntailedIsMissed() {
    Set<Triple> missed = new HashSet<>(found);
    missed.removeAll(stated());
    missed.removeAll(built.inference().sure());
    missed.removeAll(built.inference().doubtful());
    assertEquals(Set.of(), missed);
  }
}
