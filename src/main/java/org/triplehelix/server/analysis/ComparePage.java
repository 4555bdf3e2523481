package org.triplehelix.server.analysis;

import com.ibm.icu.text.ListFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * Places side by side, for people.
 *
 * @param frame around the page
 * @param isBrief whether it is for print, with footnotes and nothing to choose
 * @param form what can be chosen
 * @param places that are compared; none if nothing was chosen
 * @param themes figures by theme
 * @param sections what is said beside figures
 * @param footnotes the sentences by their paths, numbered in their order
 * @param downloads the same as data
 * @param query the workbench with the query behind the figures
 * @param brief the page for print
 */
public record ComparePage(
    Frame frame,
    boolean isBrief,
    Form form,
    List<Ref> places,
    List<Theme> themes,
    List<Section> sections,
    Map<String, Footnote> footnotes,
    List<Ref> downloads,
    String query,
    String brief) {

  /** What can be chosen. */
  public record Form(
      List<Choice> places, List<Choice> indicators, List<Choice> themes, List<Choice> views) {

    /** Themes by the names of their schemes. */
    public Map<String, List<Choice>> schemes() {
      return themes.stream()
          .collect(Collectors.groupingBy(Choice::scheme, LinkedHashMap::new, Collectors.toList()));
    }
  }

  /**
   * One thing that can be chosen.
   *
   * @param value in the address
   * @param scheme the name of its scheme; empty if it has none
   * @param count how much is said of it; 0 if that is not told
   */
  public record Choice(String value, String label, String scheme, long count, boolean isChosen) {}

  /** Indicators of one theme. */
  public record Theme(Ref name, List<Indicator> indicators) {

    /** The name of the chart of a row, within the page. */
    public String chart(Indicator indicator, Row row) {
      return String.join(
          "-", name.slug(), indicator.name.slug(), String.valueOf(indicator.rows.indexOf(row) + 1));
    }
  }

  /**
   * The rows of one indicator.
   *
   * @param isMixed whether several places have figures, but of different kinds
   */
  public record Indicator(Ref name, boolean isMixed, List<Row> rows) {}

  /**
   * Figures of one kind, side by side.
   *
   * @param categories of what kind
   * @param measure level, share …
   * @param cells the figures of each place; empty where none is stated
   * @param reasons why they are not like with like
   * @param chart where they stand on one scale
   */
  public record Row(
      List<Ref> categories,
      Ref measure,
      List<List<FigureText>> cells,
      List<String> reasons,
      Optional<BarChart> chart) {}

  /**
   * What is said of places beside figures.
   *
   * @param name within the page
   * @param cells what is said of each place
   */
  public record Section(String name, String title, List<List<Item>> cells) {
    public boolean isEmpty() {
      return cells.stream().allMatch(List::isEmpty);
    }
  }

  /**
   * One thing that is said.
   *
   * @param relation how it belongs to the place; its text may be empty
   * @param printed a place without a number as the document has it; empty for all else
   */
  public record Item(
      Ref thing, Ref relation, String printed, List<FigureText.Mark> marks, List<Ref> passages) {}

  /**
   * A sentence that says something.
   *
   * @param passage named by its gloss
   */
  public record Footnote(int number, Ref passage, Ref source, FigureText.Quote sentence) {}

  /** Whether only figures are asked for. */
  public boolean isOfIndicators() {
    return isComparison() && form.indicators.stream().anyMatch(Choice::isChosen);
  }

  /** The page with all that is said of these places. */
  public String all() {
    return frame.page(
        CompareChoice.PATH
            + "?places="
            + form.places.stream()
                .filter(Choice::isChosen)
                .map(Choice::value)
                .collect(Collectors.joining(",")));
  }

  /** Whether there is something to see beside the choices. */
  public boolean isComparison() {
    return !places.isEmpty();
  }

  /** The number of a sentence. */
  public int footnote(Ref passage) {
    return footnotes.get(passage.href()).number();
  }

  /** How the page is called: by the places and by what was chosen of them. */
  public String title() {
    return isComparison()
        ? Stream.concat(
                Stream.of(listed(places.stream().map(Ref::text))),
                Stream.of(form.indicators, form.themes, form.views)
                    .flatMap(List::stream)
                    .filter(Choice::isChosen)
                    .map(Choice::label))
            .collect(Collectors.joining(" · "))
        : frame.text("compare.title");
  }

  /** What it tells, in a sentence. */
  public String description() {
    return isComparison()
        ? frame.text("compare.describes", listed(themes.stream().map(t -> t.name.text())), title())
        : frame.text("compare.description");
  }

  private String listed(Stream<String> names) {
    return ListFormatter.getInstance(Locale.forLanguageTag(frame.language()))
        .format(names.toList());
  }
}
