package org.triplehelix.network;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Which part of a network is wanted.
 *
 * @param focus the thing around which; empty for the whole
 * @param depth how many edges away from it
 * @param kinds of nodes; empty for all
 * @param relations of edges; empty for all
 * @param sources the names of the documents that may have said it; empty for all, and for the
 *     register
 * @param admits which claims make edges
 * @param from what ended before that day is left out
 * @param to what began after that day is left out
 */
public record Selection(
    Optional<Node> focus,
    int depth,
    Set<Kind> kinds,
    Set<Node> relations,
    Set<String> sources,
    Admission admits,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** All that a view shows. */
  public static Selection of(NetworkView view) {
    return new Selection(
        Optional.empty(),
        1,
        Set.of(),
        Set.of(),
        Set.of(),
        view.admits(),
        Optional.empty(),
        Optional.empty());
  }
}
