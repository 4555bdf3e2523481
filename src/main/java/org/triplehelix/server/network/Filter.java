package org.triplehelix.server.network;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.network.Admission;
import org.triplehelix.network.Kind;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkNode;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Refs;
import org.triplehelix.vocab.Family;

/**
 * What can be chosen of a network that takes several values: nothing chosen is all, of status what
 * is usual.
 *
 * @param name of the parameter
 * @param label for people
 * @param options that there are
 */
public record Filter(String name, String label, List<Option> options) {

  /**
   * A value.
   *
   * @param count how many there are in the whole network; 0 where that is not told
   */
  public record Option(String value, String text, long count, boolean isChosen) {}

  /** Whether anything is chosen. */
  public boolean isUsed() {
    return options.stream().anyMatch(Option::isChosen);
  }

  /** All of them. */
  static List<Filter> all(Wanted wanted, Network whole, Knowledge knowledge, Frame frame) {
    Refs refs = new Refs(knowledge.site(), frame.language());
    Making making = new Making(wanted, frame);
    return List.of(
        making.filter(
            "kinds",
            whole.nodes().stream().map(NetworkNode::kind),
            Kind::name,
            kind -> kind.label(frame.language())),
        making.filter(
            "relations",
            whole.edges().stream().map(edge -> NodeFactory.createURI(edge.relation())),
            relation -> knowledge.site().release().prefixes().abbreviate(relation.getURI()),
            relation -> refs.of(relation).text()),
        making.filter(
            "source",
            whole.edges().stream().flatMap(edge -> edge.sources().stream()),
            source -> source,
            source -> refs.of(document(source)).text()),
        making.statuses(refs));
  }

  private static Node document(String source) {
    return NodeFactory.createURI(Family.SOURCE.namespace() + source);
  }

  private record Making(Wanted wanted, Frame frame) {

    <T> Filter filter(String name, Stream<T> values, Told<T> value, Told<T> text) {
      Map<T, Long> counts = new LinkedHashMap<>();
      values.forEach(one -> counts.merge(one, 1L, Long::sum));
      List<Option> options =
          counts.entrySet().stream()
              .map(
                  one ->
                      new Option(
                          value.of(one.getKey()),
                          text.of(one.getKey()),
                          one.getValue(),
                          wanted.given(name).contains(value.of(one.getKey()))))
              .sorted(Comparator.comparing(Option::count).reversed().thenComparing(Option::value))
              .toList();
      return new Filter(name, frame.text("network." + name), options);
    }

    Filter statuses(Refs refs) {
      List<Option> options =
          Admission.NAMES.stream()
              .map(
                  word ->
                      new Option(
                          word,
                          refs.of(Evidenced.term(word)).text(),
                          0,
                          wanted.given("status").contains(word)))
              .toList();
      return new Filter("status", frame.text("network.status"), options);
    }
  }

  private interface Told<T> {
    String of(T one);
  }
}
