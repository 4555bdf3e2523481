package org.triplehelix.server.document;

import java.util.Locale;
import java.util.ResourceBundle;
import org.triplehelix.server.site.Site;

/**
 * The texts of a page in its language.
 *
 * @param site it is a page of
 * @param language {@code zh} or {@code en}
 * @param path of the page
 */
public record PageTexts(Site site, String language, String path) {

  /** A text by its key. */
  public String text(String key) {
    return ResourceBundle.getBundle(
            "org.triplehelix.server.messages", Locale.forLanguageTag(language))
        .getString(key);
  }

  /** The other language. */
  public String otherLanguage() {
    return language.equals("zh") ? "en" : "zh";
  }

  /** The same page in the other language. */
  public String inOtherLanguage() {
    return href(path) + "?lang=" + otherLanguage();
  }

  /** A path of the server. */
  public String href(String to) {
    return site.address().href(to);
  }

  /** The first digits of the release's hash. */
  public String release() {
    return site.release().shortHash();
  }
}
