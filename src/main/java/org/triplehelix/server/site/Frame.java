package org.triplehelix.server.site;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.commons.text.StringEscapeUtils;
import org.triplehelix.server.assets.Assets;
import org.triplehelix.server.pipeline.Address;

/**
 * What all pages have around them: language, texts, ways to other pages.
 *
 * @param address of the server
 * @param release the first digits of the hash of the release that is shown
 * @param language {@code zh} or {@code en}
 * @param path of the page with its parameters, without the language
 * @param takesReports whether readers can report errors
 */
public record Frame(
    Address address, String release, String language, String path, boolean takesReports) {
  /** The parts of the site, by their paths; each has a text {@code nav.} and its name. */
  private static final List<String> SECTIONS =
      List.of(
          "compare",
          "figures",
          "gaps",
          "lessons",
          "timeline",
          "map",
          "learn",
          "questions",
          "build",
          "query",
          "explore",
          "sources",
          "disagreements",
          "ontology",
          "about");

  /** A way to a part of the site. */
  public record Section(String href, String name, boolean isHere) {}

  /** A text in the language of the page. */
  public String text(String key) {
    return ResourceBundle.getBundle(
            "org.triplehelix.server.messages", Locale.forLanguageTag(language))
        .getString(key);
  }

  /** A text with values in it. */
  public String text(String key, Object... values) {
    return new MessageFormat(text(key), Locale.forLanguageTag(language)).format(values);
  }

  /** The other language. */
  public String otherLanguage() {
    return language.equals("zh") ? "en" : "zh";
  }

  /** The same page in the other language. */
  public String inOtherLanguage() {
    return href(in(otherLanguage(), path));
  }

  /** Another page, in the language of this. */
  public String page(String to) {
    return href(in(language, to));
  }

  private static String in(String wanted, String to) {
    return to + (to.indexOf('?') < 0 ? "?" : "&") + "lang=" + wanted;
  }

  /** A path of the server. */
  public String href(String to) {
    return address.href(to);
  }

  /**
   * Where an error in what a name of ours stands for is reported.
   *
   * @param name of ours, or the address of its page
   */
  public String report(String name) {
    return page(reportPath(name));
  }

  /** The same without the language. */
  public String reportPath(String name) {
    String about = Address.path(name).map(path -> path.substring(1)).orElse(name);
    return "/report?about=" + Address.encodedValue(about).replace("%2F", "/");
  }

  /** A file that pages need. */
  public String asset(String name) {
    return href(Assets.path(name));
  }

  /** A part of the page alone, for frames. */
  public String embed(String part) {
    return page(embedded(part));
  }

  /**
   * What other sites write to show a part of the page.
   *
   * @param title of the part
   */
  public String embedding(String part, String title) {
    return "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"480\" loading=\"lazy\"></iframe>"
        .formatted(
            StringEscapeUtils.escapeXml10(address.absolute(in(language, embedded(part)))),
            StringEscapeUtils.escapeXml10(title));
  }

  private String embedded(String part) {
    return "/embed" + path + (path.indexOf('?') < 0 ? "?" : "&") + "part=" + part;
  }

  /** How the page is cited, if it has nothing to cite but itself. */
  public Cited cited(String title) {
    return Cited.page(this, title);
  }

  /** The parts of the site. */
  public List<Section> sections() {
    return SECTIONS.stream()
        .map(
            name -> new Section(page("/" + name), text("nav." + name), path.startsWith("/" + name)))
        .toList();
  }
}
