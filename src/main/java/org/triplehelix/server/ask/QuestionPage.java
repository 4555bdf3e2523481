package org.triplehelix.server.ask;

import java.util.List;
import org.triplehelix.server.site.Cited;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * What the page of a question shows.
 *
 * @param frame around the page
 * @param question in the language of the page
 * @param otherQuestion in the other language
 * @param area it belongs to
 * @param action to which its form leads
 * @param fields of the form
 * @param table the answer, or a part of it
 * @param range which part
 * @param sparql the query with its values
 * @param workbench the way there
 * @param downloads the whole answer with evidence, in other formats
 * @param cited how the answer is cited
 */
public record QuestionPage(
    Frame frame,
    String question,
    String otherQuestion,
    Ref area,
    String action,
    List<Field> fields,
    AnswerTable table,
    Range range,
    String sparql,
    String workbench,
    List<Ref> downloads,
    Cited cited) {

  /** A value that can be given; one of the options, if there are any. */
  public record Field(
      String name,
      String label,
      String value,
      String meaning,
      boolean isNumber,
      List<Option> options) {}

  /** A value that a field may have. */
  public record Option(String value, String label, boolean isChosen) {}

  /** Which rows are shown, and ways to the others; empty if there are none. */
  public record Range(int total, int offset, int shown, String previous, String next) {}
}
