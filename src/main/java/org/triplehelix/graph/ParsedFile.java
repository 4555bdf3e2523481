package org.triplehelix.graph;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.source.Position;

/**
 * What stands in one RDF file, with the place of each statement and of each IRI.
 *
 * @param item the file
 * @param whole whether it could be read to its end
 * @param statements in the file's order
 * @param occurrences each IRI as often as it is written
 */
record ParsedFile(
    Content.Item item, boolean whole, List<Statement> statements, List<Occurrence> occurrences) {
  /** {@code rdf:reifies}, by which RDF 1.2 names a triple. */
  static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");

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
