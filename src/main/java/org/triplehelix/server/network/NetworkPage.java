package org.triplehelix.server.network;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkEdge;
import org.triplehelix.network.NetworkNode;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.NetworkFiles;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;

/**
 * A network, or a part of one, for people.
 *
 * @param frame around the page
 * @param title of the network, and of the part
 * @param lead what is a node and what an edge
 * @param nodes how many there are
 * @param drawing of them
 * @param focus around which; empty for the whole
 * @param depth how many edges away from it
 * @param years from and to
 * @param filters by which the rest is chosen
 * @param files of the part for graph tools
 * @param edges those that most passages tell
 * @param all how many edges there are
 * @param central those with most edges
 * @param behind the query behind it
 */
public record NetworkPage(
    Frame frame,
    String name,
    String title,
    String lead,
    int nodes,
    Drawing drawing,
    String focus,
    String depth,
    List<String> years,
    List<Filter> filters,
    List<Ref> files,
    List<Evidenced> edges,
    int all,
    List<Central> central,
    Behind behind) {
  private static final int SHOWN = 100;
  private static final int FIRST = 10;

  /** A thing with the number of its edges. */
  public record Central(Ref thing, int degree) {}

  static NetworkPage of(
      Wanted wanted, Network network, Network whole, Knowledge knowledge, String language) {
    Frame frame = knowledge.site().frame(language, wanted.path(""));
    Refs refs = new Refs(knowledge.site(), language);
    return new NetworkPage(
        frame,
        wanted.view().name(),
        title(wanted, refs, language),
        wanted.view().description(language),
        network.nodes().size(),
        Drawing.large(network, refs, language),
        wanted.values().getOrDefault("focus", ""),
        String.valueOf(wanted.selection().depth()),
        List.of(wanted.values().getOrDefault("from", ""), wanted.values().getOrDefault("to", "")),
        Filter.all(wanted, whole, knowledge, frame),
        NetworkFiles.links(extension -> frame.page(wanted.path(extension))),
        network.edges().stream()
            .sorted(Comparator.comparing((NetworkEdge edge) -> -edge.passages().size()))
            .limit(SHOWN)
            .map(edge -> Evidenced.of(edge, refs))
            .toList(),
        network.edges().size(),
        central(network, refs),
        behind(wanted, frame));
  }

  private static String title(Wanted wanted, Refs refs, String language) {
    String title = wanted.view().title(language);
    return wanted
        .selection()
        .focus()
        .map(focus -> title + " · " + refs.of(focus).text())
        .orElse(title);
  }

  private static List<Central> central(Network network, Refs refs) {
    return network.nodes().stream()
        .sorted(Comparator.comparing((NetworkNode node) -> -node.measures().degree()))
        .limit(FIRST)
        .map(
            node ->
                new Central(refs.of(NodeFactory.createURI(node.iri())), node.measures().degree()))
        .toList();
  }

  static Behind behind(Wanted wanted, Frame frame) {
    String title = wanted.view().title(frame.language());
    return Behind.of(
        frame, frame.text("network.question", title), wanted.view().query().toString().strip());
  }

  /** What opens a file. */
  public String opens(Ref file) {
    return frame.text("network.opens." + file.text());
  }

  /** What the page is about. */
  public String description() {
    return title
        + frame.text("thing.colon")
        + frame.text("network.counts", nodes, all)
        + " "
        + lead;
  }

  /** All edges. */
  public String list() {
    return files.stream()
        .filter(file -> file.text().equals(NetworkFormat.EDGES.extension()))
        .findFirst()
        .orElseThrow()
        .href();
  }
}
