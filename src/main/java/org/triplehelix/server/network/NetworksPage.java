package org.triplehelix.server.network;

import java.util.List;
import org.triplehelix.network.Network;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.NetworkFiles;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;

/**
 * All networks, for people.
 *
 * @param frame around the page
 * @param networks by name
 * @param tools what opens the files
 * @param alternates the same for programs
 * @param behind how many relations of which sort there are
 */
public record NetworksPage(
    Frame frame, List<Entry> networks, List<Tool> tools, List<Ref> alternates, Behind behind) {

  /** A network with its files. */
  public record Entry(
      String name,
      String title,
      String lead,
      String href,
      int nodes,
      int edges,
      Drawing drawing,
      List<Ref> files) {}

  /** What opens a format. */
  public record Tool(String format, String opens) {}

  static NetworksPage of(List<Network> networks, Site site, String language) {
    Frame frame = site.frame(language, NetworkRoutes.PATH);
    return new NetworksPage(
        frame,
        networks.stream().map(network -> entry(network, frame)).toList(),
        NetworkFiles.FORMATS.stream()
            .map(f -> new Tool(f.label(), frame.text("network.opens." + f.label())))
            .toList(),
        List.of(new Ref("JSON", "", frame.href(NetworkRoutes.PATH + "?format=json"))),
        Behind.ofQuery(frame, "network/ties.rq"));
  }

  private static Entry entry(Network network, Frame frame) {
    String path = NetworkRoutes.PATH + "/" + network.view().name();
    return new Entry(
        network.view().name(),
        network.view().title(frame.language()),
        network.view().description(frame.language()),
        frame.page(path),
        network.nodes().size(),
        network.edges().size(),
        Drawing.small(network, frame.language()),
        NetworkFiles.links(extension -> frame.page(path + "." + extension)));
  }
}
