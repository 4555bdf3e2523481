package org.triplehelix.server.site;

/**
 * A thing as a page names it.
 *
 * @param text its name, or its value
 * @param language of the text; empty if it has none
 * @param href where it leads; empty if nowhere
 */
public record Ref(String text, String language, String href) {

  /** What stands for it in an address: the last part of its name. */
  public String slug() {
    return href.replaceFirst("[?].*", "").replaceFirst(".*/", "");
  }
}
