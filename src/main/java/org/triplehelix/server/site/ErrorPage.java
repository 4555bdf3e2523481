package org.triplehelix.server.site;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.triplehelix.server.pipeline.Problem;

/**
 * What the page of a problem shows.
 *
 * @param language {@code zh} or {@code en}
 * @param status the status code
 * @param title what kind of problem it is, in the language
 * @param advice what that kind means and what to do, in the language
 * @param detail what is wrong with this request, in English
 * @param remedy what to do about it, in English
 * @param more lines with what else is known: line and column, what there is
 * @param id the request's
 */
public record ErrorPage(
    String language,
    int status,
    String title,
    String advice,
    String detail,
    String remedy,
    List<String> more,
    String id) {

  static ErrorPage of(Problem problem, String language, String id) {
    ResourceBundle texts = texts(language);
    String label = problem.kind().label();
    return new ErrorPage(
        language,
        problem.kind().status(),
        texts.getString("problem." + label),
        texts.getString("problem." + label + ".advice"),
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

  private static ResourceBundle texts(String language) {
    return ResourceBundle.getBundle(
        "org.triplehelix.server.messages", Locale.forLanguageTag(language));
  }

  /** A text of the page in its language. */
  public String text(String key) {
    return texts(language).getString(key);
  }
}
