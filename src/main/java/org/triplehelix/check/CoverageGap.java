package org.triplehelix.check;

import org.apache.jena.graph.Node;
import org.triplehelix.source.Position;

/**
 * Something of a passage that the reading leaves out.
 *
 * @param passage the passage
 * @param position where its seed stands
 * @param what is left out, a clause without full stop
 * @param remedy what to do, a clause without full stop
 */
public record CoverageGap(Node passage, Position position, String what, String remedy) {}
