package org.triplehelix.server.network;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkEdge.Mention;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.vocab.TH;

/**
 * An edge with the passages that say so.
 *
 * @param from the thing from which it goes
 * @param relation of the two
 * @param to the thing to which it goes
 * @param period in which it holds, in years; empty if that is not said
 * @param passages the first of them
 * @param more how many others there are
 * @param marks what a reader must know: that it is doubted, planned …
 * @param look of the marks: doubt, plan or none
 */
public record Evidenced(
    Ref from,
    Ref relation,
    Ref to,
    String period,
    List<Ref> passages,
    int more,
    List<String> marks,
    String look) {
  private static final int SHOWN = 4;
  private static final Set<String> PLAIN = Set.of("", "accepted", "stated");
  private static final Set<String> DOUBTED = Set.of("doubted", "rejected", "denied");

  static Evidenced of(NetworkEdge edge, Refs refs) {
    List<String> passages = edge.passages();
    return new Evidenced(
        refs.of(node(edge.source())),
        refs.of(node(edge.relation())),
        refs.of(node(edge.target())),
        period(edge),
        passages.stream().limit(SHOWN).map(passage -> refs.passage(node(passage))).toList(),
        Math.max(0, passages.size() - SHOWN),
        edge.evidence().stream()
            .flatMap(Evidenced::words)
            .distinct()
            .map(word -> refs.of(term(word)).text())
            .toList(),
        look(edge));
  }

  private static String period(NetworkEdge edge) {
    if (edge.from().isEmpty() && edge.until().isEmpty()) {
      return "";
    }
    return Stream.of(edge.from(), edge.until())
        .map(day -> day.map(d -> String.valueOf(d.getYear())).orElse(""))
        .distinct()
        .collect(Collectors.joining("–"));
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }

  /** The term of a status or modality as files write it. */
  static Node term(String word) {
    return node(TH.NS + Character.toUpperCase(word.charAt(0)) + word.substring(1));
  }

  /** What is not plain of a mention. */
  private static Stream<String> words(Mention mention) {
    return Stream.of(mention.status(), mention.modality()).filter(word -> !PLAIN.contains(word));
  }

  /** How an edge is drawn: doubtful or planned only if no passage says it plainly. */
  static String look(NetworkEdge edge) {
    boolean isPlain =
        edge.evidence().isEmpty()
            || edge.evidence().stream().anyMatch(mention -> words(mention).findAny().isEmpty());
    if (isPlain) {
      return "";
    }
    return edge.evidence().stream().flatMap(Evidenced::words).anyMatch(DOUBTED::contains)
        ? "doubt"
        : "plan";
  }
}
