package org.triplehelix.server.document;

import java.util.List;

/**
 * A thing as a page names it.
 *
 * @param text its name, or its value
 * @param language of the text; empty if it has none
 * @param href where it leads; empty if nowhere
 */
public record Ref(String text, String language, String href) {

  /** Where a thing can be had in the formats of documents. */
  static List<Ref> downloads(Links links) {
    return DocumentFormats.OF_DOCUMENTS.stream()
        .map(f -> new Ref(f.label(), "", links.address().href(links.to(f))))
        .toList();
  }
}
