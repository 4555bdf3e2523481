package org.triplehelix.server.ask;

import java.util.List;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * What the builder of questions shows.
 *
 * @param frame around the page
 * @param kind what is looked for; empty if that is still to be chosen
 * @param kinds from which it is chosen, by what they are kinds of
 * @param examples questions to begin with
 * @param parts of the question so far
 * @param ways on, from the things and from what the parts lead to
 * @param table the answer, or its beginning; null if there is no question yet
 * @param total rows of the answer
 * @param sparql the query
 * @param workbench the way there
 * @param sheets the answer for spreadsheets, with names
 * @param downloads the answer in other formats, with IRIs
 */
public record BuilderPage(
    Frame frame,
    String kind,
    List<Kinds> kinds,
    List<Ref> examples,
    List<Part> parts,
    List<Ways> ways,
    AnswerTable table,
    int total,
    String sparql,
    String workbench,
    List<Ref> sheets,
    List<Ref> downloads) {

  /**
   * Kinds that belong together.
   *
   * @param name things, statements or records
   */
  public record Kinds(String name, List<Choice> choices) {}

  /** A way on, with the number of things to which it leads. */
  public record Choice(String label, int count, String href) {}

  /**
   * Relations by which the question can go on.
   *
   * @param from from what
   * @param isFirst whether from the things themselves
   * @param relations that those have
   * @param inverse that others have to them
   */
  public record Ways(String from, boolean isFirst, List<Choice> relations, List<Choice> inverse) {}

  /**
   * A relation that the things must have.
   *
   * @param number its place, counted from 1
   * @param from of what it is told; empty for the things themselves
   * @param relation its name
   * @param value to which it leads; empty for any
   * @param isOptional whether things without it are wanted too
   * @param optional the way to the question where that is otherwise; empty for one value
   * @param without the way to the question without it
   * @param values to which it may be narrowed
   * @param range between which its values lie; null if they are no numbers or years, or few
   * @param unlike the way to choose a unit, where numbers have several; empty elsewhere
   */
  public record Part(
      int number,
      String from,
      String relation,
      String value,
      boolean isOptional,
      String optional,
      String without,
      List<Choice> values,
      Range range,
      String unlike) {}

  /**
   * Between which values lie.
   *
   * @param least of all
   * @param most of all
   * @param isYears whether they are years
   * @param kind as the form has to send it
   * @param steps as the form has to send them
   */
  public record Range(
      String least, String most, boolean isYears, String kind, List<String> steps) {}
}
