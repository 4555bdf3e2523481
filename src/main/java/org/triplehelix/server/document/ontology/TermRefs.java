package org.triplehelix.server.document.ontology;

import org.apache.jena.graph.Node;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;

/** Names terms and things for the reference; terms of ours are on the same page. */
final class TermRefs {
  private static final int MOST = 80;

  private final Refs refs;
  private final Site site;
  private final String language;

  TermRefs(Site site, String language) {
    this.refs = new Refs(site, language);
    this.site = site;
    this.language = language;
  }

  /** A term, a thing or a value. */
  Ref of(Node node) {
    Ref ref = refs.of(node);
    if (Terms.isOwn(node)) {
      return new Ref(ref.text(), ref.language(), "#" + Terms.name(node));
    }
    String text = ref.text().length() > MOST ? ref.text().substring(0, MOST) + "…" : ref.text();
    boolean isNamed = node.isLiteral() || site.names().in(language, node).isPresent();
    return new Ref(text, isNamed ? spoken(text, ref.language()) : "", ref.href());
  }

  /** Words as printed are Chinese on every page. */
  private static String spoken(String text, String language) {
    boolean isChinese =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return isChinese ? "zh" : language.equals("zh") ? "en" : language;
  }
}
