package org.triplehelix.server.search;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How the site is searched.
 *
 * @param address of the site, without a slash at its end
 * @param language {@code zh} or {@code en}
 */
public record OpenSearchPage(String address, String language) {

  /** A text in its language. */
  public String text(String key) {
    return ResourceBundle.getBundle(
            "org.triplehelix.server.messages", Locale.forLanguageTag(language))
        .getString(key);
  }
}
