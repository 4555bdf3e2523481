package org.triplehelix.server.ask;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;

/**
 * What the introduction for newcomers shows.
 *
 * @param frame around the page
 * @param steps one after the other
 * @param sheet a question's answer with its evidence, for a spreadsheet
 * @param question the page of that question
 */
public record LearnPage(Frame frame, List<Step> steps, String sheet, String question) {
  private static final String ASKED = "figures-of-a-thing?thing=united-kingdom";
  private static final int ROWS = 12;

  /**
   * A step.
   *
   * @param name of the step, by which its texts are found
   * @param number of the step
   * @param paragraphs that explain it
   * @param sparql its query
   * @param table the first rows of the answer
   * @param total how many rows the answer has
   * @param workbench where the query can be run
   * @param csv the whole answer
   * @param trial a change to try, as a text
   * @param changed where the changed query can be run
   */
  public record Step(
      String name,
      int number,
      List<List<Span>> paragraphs,
      String sparql,
      AnswerTable table,
      int total,
      String workbench,
      String csv,
      List<Span> trial,
      String changed) {}

  /** A piece of a text, which may be code. */
  public record Span(String text, boolean isCode) {

    /** A text in which code stands between backticks. */
    static List<Span> of(String text) {
      List<Span> spans = new ArrayList<>();
      String[] parts = text.split("`");
      for (int i = 0; i < parts.length; i++) {
        spans.add(new Span(parts[i], i % 2 == 1));
      }
      return spans;
    }
  }

  /** The page of some answers, one for each lesson. */
  static LearnPage of(
      Frame frame, List<List<String>> columns, List<List<Binding>> answers, Refs refs) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      steps.add(step(i, frame, columns.get(i), answers.get(i), refs));
    }
    return new LearnPage(
        frame,
        steps,
        frame.href("/api/questions/" + ASKED + "&evidence=true&format=csv&bom=true"),
        frame.page("/questions/" + ASKED));
  }

  private static Step step(
      int index, Frame frame, List<String> columns, List<Binding> rows, Refs refs) {
    Lesson lesson = Lesson.ALL.get(index);
    String key = "learn." + lesson.name();
    return new Step(
        lesson.name(),
        index + 1,
        frame.text(key + ".text").lines().map(Span::of).toList(),
        lesson.query(),
        AnswerTable.of(
            columns.stream().map(column -> Columns.name(column, frame.language())).toList(),
            columns,
            rows.stream().limit(ROWS).toList(),
            refs),
        rows.size(),
        frame.page(Links.toWorkbench(lesson.query())),
        frame.href(Links.with(Links.with("/sparql", "query", lesson.query()), "format", "csv")),
        Span.of(frame.text(key + ".try")),
        frame.page(Links.toWorkbench(lesson.changed())));
  }

  /** The answers of all steps, for programs. */
  public List<Ref> data() {
    return steps.stream().map(step -> new Ref("CSV " + step.number(), "", step.csv())).toList();
  }
}
