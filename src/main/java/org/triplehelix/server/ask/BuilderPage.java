package org.triplehelix.server.ask;

import java.util.List;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * What the builder of questions shows.
 *
 * @param frame around the page
 * @param kind what is looked for; empty if that is still to be chosen
 * @param kinds from which it is chosen
 * @param parts of the question so far
 * @param relations that the things have
 * @param inverse that other things have to them
 * @param table the answer, or its beginning; null if there is no question yet
 * @param total rows of the answer
 * @param sparql the query
 * @param workbench the way there
 * @param downloads the answer in other formats
 */
public record BuilderPage(
    Frame frame,
    String kind,
    List<Choice> kinds,
    List<Part> parts,
    List<Choice> relations,
    List<Choice> inverse,
    AnswerTable table,
    int total,
    String sparql,
    String workbench,
    List<Ref> downloads) {

  /** A way on, with the number of things to which it leads. */
  public record Choice(String label, int count, String href) {}

  /**
   * A relation that the things must have.
   *
   * @param relation its name
   * @param value to which it leads; empty for any
   * @param without the way to the question without it
   * @param values to which it may be narrowed
   */
  public record Part(String relation, String value, String without, List<Choice> values) {}
}
