package org.triplehelix.server.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * Figures by facets, for people.
 *
 * @param frame around the page
 * @param facets by which figures are chosen
 * @param charts of one indicator, one for each scale
 * @param figures of this part of the list
 * @param total how many figures there are
 * @param first the number of the first that is shown
 * @param previous the part before this; empty if there is none
 * @param next the part after this; empty if there is none
 * @param downloads the same as data
 * @param query the workbench with the query behind the list
 */
public record FiguresPage(
    Frame frame,
    List<Facet> facets,
    List<Chart> charts,
    List<FigureText> figures,
    int total,
    int first,
    String previous,
    String next,
    List<Ref> downloads,
    String query) {

  /**
   * One property by which figures are chosen.
   *
   * @param name of the parameter
   */
  public record Facet(String name, String label, List<ComparePage.Choice> choices) {}

  /** Figures on one scale. */
  public record Chart(String title, BarChart bars) {}

  /** How the page is called: with what was chosen. */
  public String title() {
    return Stream.concat(
            Stream.of(frame.text("figures.title")),
            facets.stream()
                .flatMap(facet -> facet.choices.stream())
                .filter(ComparePage.Choice::isChosen)
                .map(ComparePage.Choice::label))
        .collect(Collectors.joining(" · "));
  }

  /** The number of the last that is shown. */
  public int last() {
    return first + figures.size() - 1;
  }
}
