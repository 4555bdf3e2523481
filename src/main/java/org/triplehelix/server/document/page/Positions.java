package org.triplehelix.server.document.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.triplehelix.server.site.Frame;
import org.triplehelix.vocab.TH;

/**
 * The places in a ranking, or in one edition of it.
 *
 * @param known of the release
 * @param proofs of what is said
 */
record Positions(Known known, Proofs proofs) {
  private static final Node IN_EDITION = Known.uri(TH.NS + "inEdition");
  private static final Node IN_RANKING = Known.uri(TH.NS + "inRanking");
  private static final Node RANK = Known.uri(TH.NS + "rank");

  /** All of them, the first places first. */
  List<Position> in(Node ranking) {
    Set<Node> nodes = new LinkedHashSet<>(known.subjects(IN_RANKING, ranking));
    nodes.addAll(known.subjects(IN_EDITION, ranking));
    return nodes.stream()
        .sorted(
            Comparator.comparingInt(
                node ->
                    known
                        .value(node, RANK)
                        .map(rank -> Integer.valueOf(rank.getLiteralLexicalForm()))
                        .orElse(Integer.MAX_VALUE)))
        .map(node -> position(node, ranking))
        .toList();
  }

  private Position position(Node node, Node ranking) {
    return new Position(
        known.refs(known.values(node, IN_EDITION)),
        known.refs(known.values(node, Known.uri(TH.NS + "subject"))),
        rank(node),
        Stream.of("rankedWithin", "rankedBy")
            .flatMap(property -> known.values(node, Known.uri(TH.NS + property)).stream())
            .map(known::ref)
            .toList(),
        proofs.statement(known.ref(node), List.of(), List.of(node), ranking));
  }

  private String rank(Node node) {
    Frame texts = known.texts();
    List<String> words = new ArrayList<>();
    for (String property : List.of("rank", "rankAtMost", "band", "tied", "runOfYears")) {
      known.values(node, Known.uri(TH.NS + property)).stream()
          .map(Node::getLiteralLexicalForm)
          .filter(value -> !value.equals("false"))
          .forEach(value -> words.add(texts.text("thing.position." + property, value)));
    }
    return String.join(texts.text("thing.comma"), words);
  }
}
