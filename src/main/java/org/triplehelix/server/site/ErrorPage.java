package org.triplehelix.server.site;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.triplehelix.server.pipeline.Address;
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
 * @param more what else is known: line and column, what there is
 * @param id the request's
 */
public record ErrorPage(
    Frame frame,
    int status,
    String title,
    String advice,
    String detail,
    String remedy,
    List<Known> more,
    String id) {

  /** What else is known, by its name. */
  public record Known(String name, List<Ref> values) {}

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
            .entrySet().stream().map(e -> known(e.getKey(), e.getValue(), frame)).toList(),
        id);
  }

  /** Where several are named, each name of the project leads to its thing. */
  private static Known known(String name, Object value, Frame frame) {
    return value instanceof Collection<?> values
        ? new Known(name, values.stream().map(v -> linked(v.toString(), frame)).toList())
        : new Known(name, List.of(new Ref(value.toString(), "", "")));
  }

  private static Ref linked(String text, Frame frame) {
    return new Ref(text, "", Address.path(text).map(frame::href).orElse(""));
  }
}
