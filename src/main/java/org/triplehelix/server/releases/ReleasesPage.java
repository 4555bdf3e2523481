package org.triplehelix.server.releases;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Address;

/**
 * What the page and the feed of releases say.
 *
 * @param language {@code zh} or {@code en}
 * @param address of the server
 * @param steps the releases, the newest first
 */
public record ReleasesPage(String language, Address address, List<Step> steps) {

  /** A text in its language. */
  public String text(String key) {
    return ResourceBundle.getBundle(
            "org.triplehelix.server.messages", Locale.forLanguageTag(language))
        .getString(key);
  }

  /** The other language. */
  public String otherLanguage() {
    return language.equals("zh") ? "en" : "zh";
  }

  /** What a release is called. */
  public String title(Step step) {
    return format("releases.of", step.kept().hash().substring(0, Release.SHORT));
  }

  /** What changed to make it. */
  public String summary(Step step) {
    return step.changes()
        .map(
            c ->
                format(
                    "releases.changes",
                    c.changed(),
                    c.added(),
                    c.removed(),
                    c.newThings(),
                    c.goneThings()))
        .orElseGet(() -> text(step.before().isEmpty() ? "releases.first" : "releases.uncounted"));
  }

  private String format(String key, Object... values) {
    return new MessageFormat(text(key), Locale.forLanguageTag(language)).format(values);
  }

  /** The path of what changed; the list of releases for the oldest. */
  public String diff(Step step) {
    return step.before()
        .map(before -> DiffRoute.path(before.hash(), step.kept().hash()))
        .orElse("/releases");
  }
}
