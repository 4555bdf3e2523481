package org.triplehelix.server.site;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    Optional<String> name = site.names().in(language, node);
    String text = name.orElseGet(() -> site.release().prefixes().abbreviate(node.getURI()));
    return new Ref(text, name.isPresent() ? language : "", href(node.getURI()));
  }

  /** A passage by its number in the document, which is short and of no language. */
  public Ref passage(Node passage) {
    String number = site.release().prefixes().abbreviate(passage.getURI());
    return new Ref(number, "", href(passage.getURI()));
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
