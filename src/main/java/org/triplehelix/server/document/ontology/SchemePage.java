package org.triplehelix.server.document.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;

/**
 * A scheme of concepts as a tree.
 *
 * @param frame around the page
 * @param title of the scheme
 * @param definition of the scheme
 * @param concepts from the top downwards, each after the one above it
 * @param downloads of the scheme
 */
public record SchemePage(
    Frame frame, String title, String definition, List<Concept> concepts, List<Ref> downloads) {

  /**
   * A concept in its place in the tree.
   *
   * @param name its local name
   * @param label in the language of the page
   * @param other label in the other language
   * @param definition in the language of the page
   * @param depth below the top
   * @param uses how many statements have it as a value
   * @param below how many statements have one below it as a value
   */
  public record Concept(
      String name, Ref label, String other, String definition, int depth, int uses, int below) {}

  /** The page of a scheme. */
  public static SchemePage of(
      Node scheme, Usage usage, Frame frame, Site site, List<Ref> downloads) {
    return new SchemePage(
        frame,
        new Refs(site, frame.language()).of(scheme).text(),
        definition(scheme, site, frame.language()),
        new Tree(frame, site, usage, concepts(scheme, site)).concepts(),
        downloads);
  }

  /** The concepts of a scheme. */
  static List<Node> concepts(Node scheme, Site site) {
    List<Node> concepts = new ArrayList<>();
    site.dataset()
        .find(Graphs.SCHEMES, Node.ANY, SKOS.inScheme.asNode(), scheme)
        .forEachRemaining(quad -> concepts.add(quad.getSubject()));
    return concepts;
  }

  /** What a scheme or concept is, in a language; empty if that is not said. */
  static String definition(Node thing, Site site, String language) {
    Iterator<Quad> found =
        site.dataset().find(Graphs.SCHEMES, thing, SKOS.definition.asNode(), Node.ANY);
    while (found.hasNext()) {
      Node definition = found.next().getObject();
      if (definition.getLiteralLanguage().equals(language)) {
        return definition.getLiteralLexicalForm();
      }
    }
    return "";
  }

  private static final class Tree {
    private static final List<Node> STRUCTURE =
        List.of(
            SKOS.broader.asNode(),
            SKOS.narrower.asNode(),
            SKOS.related.asNode(),
            SKOS.hasTopConcept.asNode(),
            SKOS.member.asNode());

    private final Frame frame;
    private final Site site;
    private final Refs refs;
    private final Map<Node, Integer> uses;
    private final Map<Node, List<Node>> below = new HashMap<>();
    private final List<Node> top = new ArrayList<>();
    private final List<Concept> told = new ArrayList<>();

    Tree(Frame frame, Site site, Usage usage, List<Node> concepts) {
      this.frame = frame;
      this.site = site;
      this.refs = new Refs(site, frame.language());
      this.uses = usage.asValue(STRUCTURE);
      Comparator<Node> byName = Comparator.comparing(concept -> refs.of(concept).text());
      for (Node concept : concepts.stream().sorted(byName).toList()) {
        above(concept)
            .filter(concepts::contains)
            .ifPresentOrElse(
                parent -> below.computeIfAbsent(parent, p -> new ArrayList<>()).add(concept),
                () -> top.add(concept));
      }
    }

    /** The first of the broader concepts: each is shown once. */
    private Optional<Node> above(Node concept) {
      List<Node> broader = new ArrayList<>();
      site.dataset()
          .find(Graphs.SCHEMES, concept, SKOS.broader.asNode(), Node.ANY)
          .forEachRemaining(quad -> broader.add(quad.getObject()));
      return broader.stream().min(Comparator.comparing(Node::getURI));
    }

    List<Concept> concepts() {
      top.forEach(concept -> tell(concept, 0));
      return told;
    }

    private void tell(Node concept, int depth) {
      told.add(
          new Concept(
              concept.getURI().substring(concept.getURI().lastIndexOf('/') + 1),
              refs.of(concept),
              site.names().in(frame.otherLanguage(), concept).orElse(""),
              definition(concept, site, frame.language()),
              depth,
              uses.getOrDefault(concept, 0),
              usesBelow(concept)));
      below.getOrDefault(concept, List.of()).forEach(next -> tell(next, depth + 1));
    }

    private int usesBelow(Node concept) {
      return below.getOrDefault(concept, List.of()).stream()
          .mapToInt(next -> uses.getOrDefault(next, 0) + usesBelow(next))
          .sum();
    }
  }
}
