package org.triplehelix.server.site;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.triplehelix.server.pipeline.Problem;

/**
 * What the page of a problem shows.
 *
 * @param frame around the page
 * @param status the status code
 * @param title what kind of problem it is, in the language
 * @param advice what that kind means and what to do, in the language
 * @param detail what is wrong with this request, in English
 * @param remedy what to do about it, in English
 * @param more lines with what else is known: line and column, what there is
 * @param id the request's
 */
public record ErrorPage(
    Frame frame,
    int status,
    String title,
    String advice,
    String detail,
    String remedy,
    List<String> more,
    String id) {

  static ErrorPage of(Problem problem, Frame frame, String id) {
    String label = problem.kind().label();
    return new ErrorPage(
        frame,
        problem.kind().status(),
        frame.text("problem." + label),
        frame.text("problem." + label + ".advice"),
        problem.getMessage(),
        problem.remedy(),
        new TreeMap<>(problem.more())
            .entrySet().stream().map(e -> e.getKey() + ": " + text(e.getValue())).toList(),
        id);
  }

  private static String text(Object value) {
    return value instanceof Collection<?> values
        ? String.join(", ", values.stream().map(Object::toString).toList())
        : value.toString();
  }
}
