package org.triplehelix.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.ParsedFile.Occurrence;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.source.Position;

/** Where the subjects and statements of a release stand in the hand-written files. */
public final class Positions {
  private final Map<Node, Position> definitions = new HashMap<>();
  private final Map<Node, Position> subjects = new HashMap<>();
  private final Map<Quad, Position> statements = new HashMap<>();
  private final Map<Triple, Position> anywhere = new HashMap<>();

  private Positions() {}

  /** The positions of all that the files and their reading say. */
  static Positions in(Collection<ParsedFile> files, Reading reading, Map<Role, Node> graphOf) {
    Positions positions = new Positions();
    files.forEach(file -> positions.take(file, graphOf.get(file.item().role())));
    reading.claims().forEach(c -> positions.subjects.putIfAbsent(c.iri(), c.position()));
    return positions;
  }

  /** Where a subject is given its type, or else the first place where it stands as a subject. */
  public Optional<Position> of(Node subject) {
    return Optional.ofNullable(definitions.getOrDefault(subject, subjects.get(subject)));
  }

  /**
   * Where a triple of a graph is written: its object. What stands in that graph but was written
   * otherwise, as an annotation is, has the place of its subject; the default graph is every file.
   */
  public Optional<Position> of(Node graph, Triple triple) {
    Position exact =
        Quad.isDefaultGraph(graph)
            ? anywhere.get(triple)
            : statements.get(Quad.create(graph, triple));
    return exact == null ? of(triple.getSubject()) : Optional.of(exact);
  }

  private void take(ParsedFile file, Node graphOfFile) {
    Map<Node, Position> seen = new HashMap<>();
    Iterator<Occurrence> occurrences = file.occurrences().iterator();
    Occurrence next = occurrences.hasNext() ? occurrences.next() : null;
    for (Statement statement : file.statements()) {
      while (next != null && next.position().compareTo(statement.position()) < 0) {
        seen.put(next.iri(), next.position());
        next = occurrences.hasNext() ? occurrences.next() : null;
      }
      Node subject = statement.triple().getSubject();
      take(statement, graphOfFile, seen.getOrDefault(subject, statement.position()));
    }
  }

  private void take(Statement statement, Node graphOfFile, Position ofSubject) {
    Triple triple = Skolem.named(statement.triple());
    Node graph = statement.graph() == null ? graphOfFile : statement.graph();
    if (graph != null) {
      statements.putIfAbsent(Quad.create(graph, triple), statement.position());
    }
    anywhere.putIfAbsent(triple, statement.position());
    subjects.putIfAbsent(triple.getSubject(), ofSubject);
    if (triple.getPredicate().equals(RDF.Nodes.type)) {
      definitions.putIfAbsent(triple.getSubject(), ofSubject);
    }
  }
}
