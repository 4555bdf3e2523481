package org.triplehelix.server.explore;

import java.util.ArrayList;
import java.util.List;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.NetworkFiles;
import org.triplehelix.server.site.Ref;

/**
 * What a part of the graph shows.
 *
 * @param frame around the page
 * @param title of the part
 * @param views that are saved
 * @param from the thing in its middle, or where the path begins; empty if there is none
 * @param to where the path ends; empty if none is looked for
 * @param isUntied whether there is no path
 * @param edges of the part
 * @param data the same for programs; empty if nothing is shown
 * @param sparql the query behind it; empty if nothing is shown
 * @param isCut whether there are more edges than are shown
 * @param settings for the script: addresses and texts, as JSON
 */
public record ExplorePage(
    Frame frame,
    String title,
    List<Ref> views,
    String from,
    String to,
    boolean isUntied,
    List<Edge> edges,
    String data,
    String sparql,
    boolean isCut,
    String settings) {

  /** Files of graph tools; node-link JSON is left out, since JSON is what the script reads. */
  static final List<Format> FILES =
      NetworkFiles.FORMATS.stream()
          .filter(format -> !format.label().equals(Format.JSON.label()))
          .toList();

  /** An edge with the passages it rests on, and what is to be known of it. */
  public record Edge(Ref from, Ref relation, Ref to, List<Ref> passages, List<String> marks) {}

  /** The same for programs. */
  public List<Ref> alternates() {
    if (data.isEmpty()) {
      return List.of();
    }
    List<Ref> links = new ArrayList<>();
    links.add(new Ref("JSON", "", data + "&format=json"));
    links.add(new Ref("CSV", "", data + "&format=csv"));
    FILES.forEach(f -> links.add(new Ref(f.label(), "", data + "&format=" + f.label())));
    return links;
  }

  /** The query behind it; with nothing shown, the kinds of things that may be. */
  public Behind behind() {
    return sparql.isEmpty()
        ? Behind.ofQuery(frame, "ask/kinds.rq")
        : Behind.of(frame, frame.text("explore.question"), sparql);
  }
}
