package org.triplehelix.server.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.network.Measures;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkNode;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;

/**
 * The most central things of a network, for people.
 *
 * @param frame around the page
 * @param title of the network
 * @param networks all of them, to go to
 * @param rankings by each measure
 * @param partitions into groups
 * @param list all things with all measures
 * @param back the network itself
 * @param behind the query behind it
 */
public record CentralPage(
    Frame frame,
    String title,
    List<Choice> networks,
    List<Ranking> rankings,
    List<Partition> partitions,
    String list,
    String back,
    Behind behind) {
  private static final int FIRST = 15;
  private static final int GROUPS = 8;
  private static final int MEMBERS = 6;

  /** A network to go to. */
  public record Choice(Ref network, boolean isHere) {}

  /**
   * The first by a measure; things with the same value have the same rank.
   *
   * @param name of the measure in files
   */
  public record Ranking(String name, String title, String meaning, List<Row> rows) {}

  /** A thing with its value. */
  public record Row(int rank, Ref thing, String kind, String value) {}

  /**
   * The largest groups.
   *
   * @param name of the column in files
   * @param count how many groups there are
   */
  public record Partition(
      String name, String title, String meaning, int count, List<Group> groups) {}

  /**
   * A group.
   *
   * @param first its things with most edges
   */
  public record Group(int number, int size, List<Ref> first) {}

  static CentralPage of(Network network, Atlas atlas, String language) {
    Frame frame = atlas.knowledge().site().frame(language, CentralRoute.path(network.view()));
    String path = NetworkRoutes.PATH + "/" + network.view().name();
    Making making = new Making(network, frame, new Refs(atlas.knowledge().site(), language));
    return new CentralPage(
        frame,
        network.view().title(language),
        atlas.views().list().stream()
            .map(
                view ->
                    new Choice(
                        new Ref(view.title(language), "", frame.page(CentralRoute.path(view))),
                        view.equals(network.view())))
            .toList(),
        List.of(
            making.ranking("degree", Measures::degree, "%.0f"),
            making.ranking("weighted_degree", Measures::weightedDegree, "%.0f"),
            making.ranking("betweenness", Measures::betweenness, "%.4f"),
            making.ranking("pagerank", Measures::pageRank, "%.4f")),
        List.of(
            making.partition("community", Measures::community),
            making.partition("component", Measures::component)),
        frame.page(path + "." + NetworkFormat.NODES.extension()),
        frame.page(path),
        Behind.of(
            frame,
            frame.text("network.question", network.view().title(language)),
            network.view().query().toString().strip()));
  }

  /** The same for programs. */
  public List<Ref> alternates() {
    return List.of(new Ref("CSV", "", list));
  }

  private record Making(Network network, Frame frame, Refs refs) {

    Ranking ranking(String name, ToDoubleFunction<Measures> measure, String form) {
      List<NetworkNode> first =
          network.nodes().stream()
              .sorted(Comparator.comparing(node -> -measure.applyAsDouble(node.measures())))
              .limit(FIRST)
              .toList();
      List<Row> rows = new ArrayList<>();
      for (NetworkNode node : first) {
        String value = form.formatted(measure.applyAsDouble(node.measures()));
        boolean isSame = !rows.isEmpty() && rows.get(rows.size() - 1).value().equals(value);
        rows.add(
            new Row(
                isSame ? rows.get(rows.size() - 1).rank() : rows.size() + 1,
                ref(node),
                node.kind().label(frame.language()),
                value));
      }
      return new Ranking(name, title(name), meaning(name), rows);
    }

    Partition partition(String name, ToIntFunction<Measures> number) {
      Map<Integer, List<NetworkNode>> groups =
          network.nodes().stream()
              .collect(
                  Collectors.groupingBy(
                      node -> number.applyAsInt(node.measures()),
                      TreeMap::new,
                      Collectors.toList()));
      return new Partition(
          name,
          title(name),
          meaning(name),
          groups.size(),
          groups.entrySet().stream()
              .limit(GROUPS)
              .map(
                  group ->
                      new Group(
                          group.getKey(),
                          group.getValue().size(),
                          group.getValue().stream()
                              .sorted(Comparator.comparing(node -> -node.measures().degree()))
                              .limit(MEMBERS)
                              .map(this::ref)
                              .toList()))
              .toList());
    }

    private String title(String name) {
      return frame.text("central." + name);
    }

    private String meaning(String name) {
      return frame.text("central." + name + ".meaning");
    }

    private Ref ref(NetworkNode node) {
      return refs.of(NodeFactory.createURI(node.iri()));
    }
  }
}
