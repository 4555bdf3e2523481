package org.triplehelix.graph;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.triplehelix.source.Position;

/**
 * What stands in one RDF file, with the place of each statement and of each IRI.
 *
 * @param item the file
 * @param statements in the file's order
 * @param occurrences each IRI as often as it is written
 */
record ParsedFile(Content.Item item, List<Statement> statements, List<Occurrence> occurrences) {

  /**
   * One triple of a file.
   *
   * @param graph the named graph it stands in; null outside of one
   * @param position of its object
   */
  record Statement(Node graph, Triple triple, Position position) {}

  /** An IRI where it is written. */
  record Occurrence(Node iri, Position position) {}
}
