package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * Takes the graph of one passage apart into claims: lifts annotations and given names out of RDF
 * 1.2, gathers nodes, hands speaker and modality down, leaves denials unasserted.
 */
final class PassageReader {
  private static final Node TYPE = RDF.Nodes.type;
  private static final Set<Node> CURATORS_WORDS = Set.of(TH.gloss, TH.note);

  private final Node passage;
  private final String key;
  private final Reading reading;
  private final List<InputProblem> problems;

  private final Map<Node, Triple> reified = new LinkedHashMap<>();
  private final Map<Triple, Node> reifiers = new HashMap<>();
  private final Map<Triple, Position> asserted = new LinkedHashMap<>();
  private final Map<Node, List<Triple>> annotations = new HashMap<>();
  private final Map<Node, List<Triple>> nodes = new LinkedHashMap<>();
  private final Map<Node, Position> positions = new HashMap<>();
  private final List<Triple> aboutPassage = new ArrayList<>();
  private Attribution attribution;

  /**
   * A reader of one passage.
   *
   * @param passage its IRI
   * @param key how its nodes and claims are named: {@code lb-s027}
   * @param reading takes what is found
   * @param problems takes what is wrong
   */
  PassageReader(Node passage, String key, Reading reading, List<InputProblem> problems) {
    this.passage = passage;
    this.key = key;
    this.reading = reading;
    this.problems = problems;
  }

  /** Reads all statements of the passage's graph. */
  void read(List<Statement> statements) {
    statements.forEach(this::reifier);
    statements.forEach(this::sort);
    List<Triple> all = statements.stream().map(Statement::triple).toList();
    attribution = new Attribution(passage, aboutPassage, all, problems);
    attribution.checkPassage(positions.getOrDefault(passage, statements.get(0).position()));
    nodes.forEach(this::nodeClaim);
    asserted.forEach(this::assertedClaim);
    reified.forEach(this::unassertedClaim);
    for (Triple triple : aboutPassage) {
      (CURATORS_WORDS.contains(triple.getPredicate())
              ? reading.curation()
              : reading.aboutPassages())
          .add(triple);
    }
  }

  private void reifier(Statement statement) {
    Triple triple = statement.triple();
    if (!triple.getPredicate().equals(ParsedFile.REIFIES) || !triple.getObject().isTripleTerm()) {
      return; // no triple term: reported with the faults of single statements
    }
    Node name = triple.getSubject();
    Triple claimed = triple.getObject().getTriple();
    positions.putIfAbsent(name, statement.position());
    if (name.isURI() && !name.getURI().startsWith(Family.CLAIM.namespace() + key + "-")) {
      report(
          statement.position(),
          "the name of a claim of this passage must start with claim:" + key + "-",
          "name it claim:" + key + "-<what>");
    }
    if (isNode(claimed.getSubject())) {
      report(
          statement.position(),
          "a node is one claim as a whole and none of its triples is annotated",
          "put status, modality and note on the node itself");
    }
    if (reified.put(name, claimed) != null || reifiers.put(claimed, name) != null) {
      report(
          statement.position(),
          "one name for two triples, or two names for one triple, in the same passage",
          "give each triple one name and one {| |}");
    }
  }

  private void sort(Statement statement) {
    Triple triple = statement.triple();
    Node subject = triple.getSubject();
    positions.putIfAbsent(subject, statement.position());
    if (triple.getPredicate().equals(ParsedFile.REIFIES)) {
      return;
    }
    if (reified.containsKey(subject)) {
      annotations.computeIfAbsent(subject, s -> new ArrayList<>()).add(triple);
    } else if (subject.equals(passage)) {
      aboutPassage.add(triple);
    } else if (isNode(subject)) {
      nodes.computeIfAbsent(subject, s -> new ArrayList<>()).add(triple);
    } else if (subject.isBlank()) {
      report(
          statement.position(),
          "a blank node stands in a reading",
          "give it a name: fact:" + key + "-<what>");
    } else if (isMark(triple.getPredicate()) || CURATORS_WORDS.contains(triple.getPredicate())) {
      report(
          statement.position(),
          "th:" + triple.getPredicate().getLocalName() + " stands on a thing, not on a claim",
          "put it into {| … |} behind the triple it is about");
    } else if (subject.getURI().startsWith(Family.CLAIM.namespace())) {
      report(
          statement.position(),
          "nothing in this passage is named " + subject.getURI(),
          "name the triple where it stands: s p o ~ claim:" + key + "-<what> {| … |}");
    } else {
      asserted.putIfAbsent(triple, statement.position());
    }
  }

  private static boolean isNode(Node name) {
    return name.isURI() && Family.of(name.getURI()).filter(Family::ofNodes).isPresent();
  }

  private void nodeClaim(Node node, List<Triple> triples) {
    Position position = positions.get(node);
    String local =
        node.getURI().substring(Family.of(node.getURI()).orElseThrow().namespace().length());
    if (!local.startsWith(key + "-")) {
      report(
          position,
          "a node of this passage must be named " + key + "-<what>, not " + local,
          "rename it, or move it to its own passage");
    }
    if (triples.stream().noneMatch(t -> t.getPredicate().equals(TYPE))) {
      report(position, "a node without type: " + local, "say what it is: a th:Figure, …");
    }
    List<Triple> own = new ArrayList<>();
    for (Triple triple : triples) {
      (CURATORS_WORDS.contains(triple.getPredicate()) ? reading.curation() : own).add(triple);
    }
    List<Triple> marks = own.stream().filter(t -> isMark(t.getPredicate())).toList();
    own.removeAll(marks);
    reading
        .claims()
        .add(
            new Claim(
                node,
                true,
                passage,
                own,
                attribution.complete(node, marks, own, position),
                position));
  }

  /** What is said of a claim rather than by it. */
  private static boolean isMark(Node predicate) {
    return predicate.equals(TH.status)
        || predicate.equals(TH.modality)
        || predicate.equals(TH.saidBy)
        || predicate.equals(TH.inCapacity);
  }

  private void assertedClaim(Triple triple, Position position) {
    Node name = reifiers.get(triple);
    Claim claim = plainClaim(name, triple, position);
    if (claim.modality().equals(TH.Denied)) {
      report(
          position,
          "what is denied must not be asserted",
          "write << s p o ~ claim:" + key + "-<what> >> th:modality th:Denied");
    }
    reading.claims().add(claim);
  }

  private void unassertedClaim(Node name, Triple triple) {
    if (asserted.containsKey(triple) || isNode(triple.getSubject())) {
      return;
    }
    Position position = positions.get(name);
    Claim claim = plainClaim(name, triple, position);
    if (!claim.modality().equals(TH.Denied)) {
      report(
          position,
          "a claim that is not asserted must be denied",
          "write the triple itself with {| |}, or add th:modality th:Denied");
    }
    reading.claims().add(claim);
  }

  private Claim plainClaim(Node name, Triple triple, Position position) {
    Node iri = name != null && name.isURI() ? name : ClaimName.of(key, triple);
    List<Triple> marks = new ArrayList<>();
    for (Triple annotation : annotations.getOrDefault(name, List.of())) {
      Triple mark = Triple.create(iri, annotation.getPredicate(), annotation.getObject());
      (CURATORS_WORDS.contains(mark.getPredicate()) ? reading.curation() : marks).add(mark);
    }
    return new Claim(
        iri,
        false,
        passage,
        List.of(triple),
        attribution.complete(iri, marks, List.of(), position),
        position);
  }

  private void report(Position position, String what, String remedy) {
    problems.add(new InputProblem(position, what, remedy));
  }
}
