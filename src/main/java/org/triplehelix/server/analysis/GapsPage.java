package org.triplehelix.server.analysis;

import java.util.List;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * What documents state of places and what they do not, for people.
 *
 * @param frame around the page
 * @param places in the order of the columns
 * @param sources the documents; cells tell them by their numbers
 * @param tables by indicator, by theme
 * @param downloads the same as data
 * @param query the workbench with the query behind it
 */
public record GapsPage(
    Frame frame,
    List<Ref> places,
    List<Ref> sources,
    List<Table> tables,
    List<Ref> downloads,
    String query) {

  /** The number by which a document is told. */
  public int number(Ref source) {
    return sources.indexOf(source) + 1;
  }

  /**
   * Places by something.
   *
   * @param name within the page
   */
  public record Table(String name, String title, List<Row> rows) {}

  /** One indicator or theme. */
  public record Row(Ref name, List<Cell> cells) {}

  /**
   * What is stated of a place.
   *
   * @param count of figures; 0 where none is stated
   * @param href of these figures
   * @param sources the documents that give them
   */
  public record Cell(long count, String href, List<Ref> sources) {}
}
