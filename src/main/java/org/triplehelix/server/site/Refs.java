package org.triplehelix.server.site;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.vocab.TH;

/** Names things for a page in its language, and links them. */
public final class Refs {
  private final Site site;
  private final String language;

  /** The names of a site in a language. */
  public Refs(Site site, String language) {
    this.site = site;
    this.language = language;
  }

  /** Some things or values. */
  public List<Ref> of(Collection<Node> nodes) {
    return nodes.stream().map(this::of).toList();
  }

  /** A thing or a value. */
  public Ref of(Node node) {
    if (node.isLiteral()) {
      return new Ref(node.getLiteralLexicalForm(), node.getLiteralLanguage(), "");
    }
    return site.names()
        .told(language, node)
        .map(name -> new Ref(name.text(), name.language(), href(node.getURI())))
        .orElseGet(() -> prefixed(node));
  }

  /** A passage by its number in the document, which is short and of no language. */
  public Ref passage(Node passage) {
    return prefixed(passage);
  }

  private Ref prefixed(Node node) {
    return new Ref(site.release().prefixes().abbreviate(node.getURI()), "", href(node.getURI()));
  }

  /** Names of ours lead to their pages here, others to where they say. */
  private String href(String iri) {
    return Address.path(iri)
        .map(path -> site.address().href(isPage(iri) ? "/page" + path : path))
        .orElse(iri);
  }

  private static boolean isPage(String iri) {
    return !iri.startsWith(TH.ONTOLOGY.getURI()) && Address.path(iri).get().length() > 1;
  }
}
