package org.triplehelix.server.record;

import java.util.List;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * The record of an organisation, for people.
 *
 * @param frame around the page
 * @param title the organisation's name
 * @param original the record in the register itself
 * @param loaded whether the register is loaded; else only what this graph knows of the record is
 *     told
 * @param rights whose data it is
 * @param version of the register; empty if unknown
 * @param rows what the register says
 * @param known what this graph knows of it
 * @param behind the query that finds all this
 * @param downloads the same in RDF
 */
public record RecordPage(
    Frame frame,
    String title,
    Ref original,
    boolean loaded,
    String rights,
    String version,
    List<Row> rows,
    List<Row> known,
    Behind behind,
    List<Ref> downloads) {

  /**
   * A property with its values.
   *
   * @param more how many values are not shown
   */
  public record Row(Ref property, List<Ref> values, int more) {}
}
