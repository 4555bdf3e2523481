package org.triplehelix.server.ask;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What the columns of answers and the parameters of questions are called. */
final class Columns {
  private static final ResourceBundle CHINESE =
      ResourceBundle.getBundle("org.triplehelix.server.ask.columns", Locale.CHINESE);

  private Columns() {}

  /** A column in a language; in English the words of its variable. */
  static String name(String variable, String language) {
    return language.equals("zh") ? inChinese(variable).orElse(variable) : words(variable);
  }

  /** A column's Chinese name, if it has one. */
  static Optional<String> inChinese(String variable) {
    return CHINESE.containsKey(variable)
        ? Optional.of(CHINESE.getString(variable))
        : Optional.empty();
  }

  /** The names that known columns have in a language. */
  static Map<String, String> known(String language) {
    return CHINESE.keySet().stream()
        .collect(Collectors.toMap(variable -> variable, variable -> name(variable, language)));
  }

  private static String words(String variable) {
    String words = variable.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
