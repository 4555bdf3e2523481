package org.triplehelix.server.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Description;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/**
 * What the page of the ontology shows.
 *
 * @param frame around the page
 * @param title of the ontology
 * @param groups of its terms
 * @param downloads of the whole
 */
public record OntologyPage(Frame frame, String title, List<Group> groups, List<Ref> downloads) {

  /**
   * Terms of a kind.
   *
   * @param key of its title
   * @param terms by name
   */
  public record Group(String key, List<Term> terms) {}

  /**
   * A term.
   *
   * @param name its local name, the fragment of its address
   * @param label in the page's language
   * @param definition in the page's language; empty if it has none
   * @param wider classes and properties above it
   * @param domain what has it
   * @param range what it leads to
   */
  public record Term(
      String name,
      String label,
      String definition,
      List<Ref> wider,
      List<Ref> domain,
      List<Ref> range) {}

  static OntologyPage of(Description ontology, Site site, String language) {
    return new Terms(ontology, site, language).page();
  }

  private static final class Terms {
    private final Map<Node, List<Triple>> about;
    private final Refs refs;
    private final Site site;
    private final String language;

    Terms(Description ontology, Site site, String language) {
      this.site = site;
      this.language = language;
      this.refs = new Refs(site, language);
      this.about =
          ontology.in(Quad.defaultGraphIRI).collect(Collectors.groupingBy(Triple::getSubject));
    }

    OntologyPage page() {
      Map<String, Map<String, Term>> groups = new TreeMap<>();
      for (Node term : about.keySet()) {
        if (term.getURI().startsWith(TH.NS)) {
          groups.computeIfAbsent(group(term), g -> new TreeMap<>()).put(term.getURI(), term(term));
        }
      }
      List<Group> all = new ArrayList<>();
      for (String key : List.of("classes", "properties", "individuals")) {
        all.add(new Group("ontology." + key, List.copyOf(groups.get(key).values())));
      }
      Links links = new Links(site.address(), Things.ONTOLOGY);
      return new OntologyPage(
          site.frame(language, Things.ONTOLOGY),
          site.names().in(language, TH.ONTOLOGY).orElseThrow(),
          all,
          links.downloads());
    }

    private String group(Node term) {
      List<Node> types = values(term, RDF.Nodes.type);
      if (types.contains(OWL2.Class.asNode())) {
        return "classes";
      }
      boolean property = types.stream().anyMatch(t -> t.getURI().endsWith("Property"));
      return property ? "properties" : "individuals";
    }

    private Term term(Node term) {
      List<Node> wider = new ArrayList<>(values(term, RDFS.subClassOf.asNode()));
      wider.addAll(values(term, RDFS.subPropertyOf.asNode()));
      return new Term(
          term.getURI().substring(TH.NS.length()),
          site.names().in(language, term).orElse(""),
          definition(term).orElse(""),
          refs.of(wider),
          refs.of(values(term, RDFS.domain.asNode())),
          refs.of(values(term, RDFS.range.asNode())));
    }

    private Optional<String> definition(Node term) {
      return values(term, SKOS.definition.asNode()).stream()
          .filter(d -> d.getLiteralLanguage().equals(language))
          .map(Node::getLiteralLexicalForm)
          .findFirst();
    }

    private List<Node> values(Node term, Node property) {
      return about.get(term).stream()
          .filter(t -> t.getPredicate().equals(property))
          .map(Triple::getObject)
          .toList();
    }
  }
}
