package org.triplehelix.server.search;

import java.util.List;
import org.apache.commons.text.StringEscapeUtils;
import org.triplehelix.entity.search.Highlight;

/** A name as HTML, in which the parts that answer to what was asked are marked. */
final class Marked {
  private Marked() {}

  static String html(String name, List<Highlight> parts) {
    StringBuilder html = new StringBuilder();
    int end = 0;
    for (Highlight part : parts) {
      if (part.start() >= end) {
        html.append(escaped(name.substring(end, part.start())));
        html.append("<mark>").append(escaped(name.substring(part.start(), part.end())));
        html.append("</mark>");
        end = part.end();
      }
    }
    return html.append(escaped(name.substring(end))).toString();
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeXml10(text);
  }
}
