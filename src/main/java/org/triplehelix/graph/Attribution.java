package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.TH;

/** Who says the claims of a passage, how surely, and whether the curators stand by them. */
final class Attribution {
  private static final Set<Node> STATUSES = Set.of(TH.Accepted, TH.Doubted, TH.Rejected);
  private static final Set<Node> MODALITIES =
      Set.of(TH.Stated, TH.Planned, TH.Recommended, TH.Forecast, TH.Opinion, TH.Denied);

  private final Node passage;
  private final List<Triple> aboutPassage;
  private final List<InputProblem> problems;
  private final Set<Node> named = new HashSet<>();

  /**
   * The attribution of one passage.
   *
   * @param aboutPassage what its graph says of the passage itself
   * @param all everything that stands in its graph, annotations included
   * @param problems takes what is wrong
   */
  Attribution(
      Node passage, List<Triple> aboutPassage, List<Triple> all, List<InputProblem> problems) {
    this.passage = passage;
    this.aboutPassage = aboutPassage;
    this.problems = problems;
    for (Triple triple : all) {
      if (Set.of(TH.speaker, TH.saidBy, TH.inCapacity, TH.accordingTo)
          .contains(triple.getPredicate())) {
        named.add(triple.getObject());
      }
    }
  }

  /** Faults of what the passage hands down to its claims. */
  void checkPassage(Position position) {
    value(aboutPassage, TH.modality, MODALITIES, position);
    if (!values(aboutPassage, TH.status).isEmpty()) {
      problems.add(
          new InputProblem(
              position,
              "a passage has no th:status",
              "put it on the nodes and triples that are doubted or rejected"));
    }
  }

  /**
   * What is said of a claim: the marks written, and what follows from the passage.
   *
   * @param iri the claim
   * @param marks what is written of it
   * @param own the other triples of a node; empty for a plain triple
   */
  List<Triple> complete(Node iri, List<Triple> marks, List<Triple> own, Position position) {
    List<Triple> all = new ArrayList<>(marks);
    all.add(Triple.create(iri, TH.statedIn, passage));
    boolean authors = named.contains(iri);
    Node inherited =
        authors
            ? TH.Stated
            : values(aboutPassage, TH.modality).stream().findFirst().orElse(TH.Stated);
    if (value(marks, TH.status, STATUSES, position).isEmpty()) {
      all.add(Triple.create(iri, TH.status, TH.Accepted));
    }
    if (value(marks, TH.modality, MODALITIES, position).isEmpty()) {
      all.add(Triple.create(iri, TH.modality, inherited));
    }
    if (!authors) {
      inherit(all, iri, own);
    }
    return all;
  }

  /** The author, not the speaker, says who the speaker is and in which post. */
  private void inherit(List<Triple> all, Node iri, List<Triple> own) {
    Set<Node> said = new HashSet<>();
    all.forEach(t -> said.add(t.getPredicate()));
    own.forEach(t -> said.add(t.getPredicate()));
    if (!said.contains(TH.saidBy)) {
      hand(all, iri, TH.speaker, TH.saidBy);
      if (!said.contains(TH.inCapacity)) {
        hand(all, iri, TH.inCapacity, TH.inCapacity);
      }
    }
    if (!said.contains(TH.accordingTo)) {
      hand(all, iri, TH.accordingTo, TH.accordingTo);
    }
  }

  private void hand(List<Triple> all, Node iri, Node ofPassage, Node ofClaim) {
    values(aboutPassage, ofPassage).forEach(v -> all.add(Triple.create(iri, ofClaim, v)));
  }

  private static List<Node> values(List<Triple> triples, Node predicate) {
    return triples.stream()
        .filter(t -> t.getPredicate().equals(predicate))
        .map(Triple::getObject)
        .toList();
  }

  private Optional<Node> value(
      List<Triple> triples, Node predicate, Set<Node> allowed, Position position) {
    List<Node> values = values(triples, predicate);
    if (values.size() > 1 || !allowed.containsAll(values)) {
      Set<String> names = new TreeSet<>();
      allowed.forEach(node -> names.add("th:" + node.getLocalName()));
      problems.add(
          new InputProblem(
              position,
              "th:" + predicate.getLocalName() + " has no value that can be used",
              "give it one of " + String.join(", ", names)));
    }
    return values.stream().findFirst();
  }
}
