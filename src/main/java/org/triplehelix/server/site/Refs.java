package org.triplehelix.server.site;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.entity.Names;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** Names things for a page in its language, and links them. */
public final class Refs {
  /** Where records of the Research Organization Registry have their pages. */
  public static final String RECORDS = "/records/ror/";

  /** The layer that these come from. */
  public static final Node LAYER = NodeFactory.createURI(Family.GRAPH.namespace() + "ror");

  private static final String ROR = "https://ror.org/";

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
        .or(() -> kind(node))
        .map(name -> new Ref(name.text(), name.language(), href(node.getURI())))
        .orElseGet(() -> prefixed(node));
  }

  /** A statement that has no words of its own is called by what it is. */
  private Optional<Names.Name> kind(Node node) {
    if (Family.of(node.getURI()).filter(Family::ofNodes).isEmpty()) {
      return Optional.empty();
    }
    return site.dataset().stream(Quad.defaultGraphIRI, node, RDF.Nodes.type, Node.ANY)
        .map(Quad::getObject)
        .filter(type -> type.isURI() && type.getURI().startsWith(TH.NS))
        .filter(type -> !type.getURI().equals(TH.NS + "Node"))
        .flatMap(type -> site.names().told(language, type).stream())
        .findFirst();
  }

  /** A passage by its number in the document, which is short and of no language. */
  public Ref passage(Node passage) {
    return prefixed(passage);
  }

  /** With its prefix, else the address as it is: on a page the brackets of Turtle say nothing. */
  private Ref prefixed(Node node) {
    String name = site.release().prefixes().abbreviate(node.getURI());
    return new Ref(name.startsWith("<") ? node.getURI() : name, "", href(node.getURI()));
  }

  /** Names of ours lead to their pages here, others to where they say, if that is on the web. */
  private String href(String iri) {
    return Address.path(iri)
        .map(path -> site.address().href(isPage(iri) ? "/page" + path : path))
        .orElseGet(() -> elsewhere(iri));
  }

  /** A record that is loaded has a page here; the other addresses are where they say. */
  private String elsewhere(String iri) {
    if (site.dataset().containsGraph(LAYER) && iri.matches(ROR + "0\\w{8}")) {
      return site.address().href(RECORDS + iri.substring(ROR.length()));
    }
    return iri.matches("https?:.*") ? iri : "";
  }

  private static boolean isPage(String iri) {
    return !iri.startsWith(TH.ONTOLOGY.getURI()) && Address.path(iri).get().length() > 1;
  }
}
