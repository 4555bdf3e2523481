package org.triplehelix.entity.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.search.Name.Form;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** What a release calls by name: things, concepts, documents, terms, figures and lessons. */
public final class NamedThings {
  private static final List<Node> PREFERRED =
      List.of(SKOS.prefLabel.asNode(), RDFS.label.asNode(), DCTerms.title.asNode(), TH.gloss);

  private static final List<Node> OTHERS = List.of(SKOS.altLabel.asNode(), TH.asWritten);

  private final Map<Node, Draft> drafts = new HashMap<>();

  private NamedThings() {}

  /** All of a release. */
  public static List<Named> of(Release release) {
    NamedThings things = new NamedThings();
    release.quads().stream().filter(q -> kindOf(q.getSubject()).isPresent()).forEach(things::take);
    release.quads().stream().filter(Quad::isDefaultGraph).forEach(things::weigh);
    return things.drafts.entrySet().stream()
        .flatMap(e -> e.getValue().named(e.getKey()).stream())
        .toList();
  }

  /** By the name alone; what a document consists of is told by its type. */
  private static Optional<Kind> kindOf(Node node) {
    if (!node.isURI() || !node.getURI().startsWith(Family.BASE)) {
      return Optional.empty();
    }
    String iri = node.getURI();
    if (iri.startsWith(TH.NS)) {
      return Optional.of(Kind.TERM);
    }
    if (iri.startsWith(Family.BASE + "concept/")) {
      return Optional.of(Kind.CONCEPT);
    }
    return Family.of(iri)
        .map(
            family ->
                switch (family) {
                  case ID -> Kind.THING;
                  case FIGURE -> Kind.FIGURE;
                  case LESSON -> Kind.LESSON;
                  case SOURCE -> Kind.SOURCE;
                  default -> null;
                });
  }

  private void take(Quad quad) {
    Node predicate = quad.getPredicate();
    boolean isType = predicate.equals(RDF.Nodes.type);
    if (quad.getGraph().equals(Graphs.INFERRED) && isType) {
      draft(quad).inferred.add(quad.getObject());
    } else if (quad.isDefaultGraph() && isType) {
      draft(quad).types.add(quad.getObject());
    } else if (quad.isDefaultGraph() && quad.getObject().isLiteral()) {
      takeText(quad, predicate);
    }
  }

  private void takeText(Quad quad, Node predicate) {
    String text = quad.getObject().getLiteralLexicalForm();
    String language = quad.getObject().getLiteralLanguage();
    int rank = PREFERRED.indexOf(predicate);
    if (rank >= 0) {
      draft(quad).preferred.add(new Ranked(rank, text, language));
    } else if (OTHERS.contains(predicate)) {
      draft(quad).aliases.add(new Name(text, language, Form.ALIAS));
    } else if (predicate.equals(SKOS.definition.asNode())) {
      draft(quad).definitions.put(language, text);
    }
  }

  private Draft draft(Quad quad) {
    return drafts.computeIfAbsent(quad.getSubject(), node -> new Draft());
  }

  private void weigh(Quad quad) {
    for (Node end : List.of(quad.getSubject(), quad.getObject())) {
      Draft draft = drafts.get(end);
      if (draft != null) {
        draft.weight++;
      }
    }
  }

  private record Ranked(int rank, String text, String language) {}

  /** What is known of a thing so far. */
  private static final class Draft {
    private final List<Ranked> preferred = new ArrayList<>();
    private final List<Name> aliases = new ArrayList<>();
    private final Set<Node> types = new LinkedHashSet<>();
    private final Set<Node> inferred = new LinkedHashSet<>();
    private final Map<String, String> definitions = new HashMap<>();
    private int weight;

    Optional<Named> named(Node node) {
      Optional<Kind> kind = kindOf(node).flatMap(this::precise);
      List<Name> names = names(node);
      if (kind.isEmpty() || names.isEmpty()) {
        return Optional.empty();
      }
      List<Node> given = types.stream().filter(type -> !inferred.contains(type)).toList();
      return Optional.of(new Named(node, kind.get(), names, given, types, definitions, weight));
    }

    /** A passage has no name, and a section is no document. */
    private Optional<Kind> precise(Kind kind) {
      if (kind != Kind.SOURCE || types.contains(TH.Source)) {
        return Optional.of(kind);
      }
      return types.contains(TH.Section) ? Optional.of(Kind.SECTION) : Optional.empty();
    }

    private List<Name> names(Node node) {
      int best = preferred.stream().mapToInt(Ranked::rank).min().orElse(-1);
      List<Name> names = new ArrayList<>();
      preferred.stream()
          .filter(name -> name.rank() == best)
          .sorted(Comparator.comparing(Ranked::language).thenComparing(Ranked::text))
          .forEach(name -> names.add(new Name(name.text(), name.language(), Form.PREFERRED)));
      if (names.isEmpty()) {
        aliases.forEach(a -> names.add(new Name(a.text(), a.language(), Form.PREFERRED)));
      } else {
        names.addAll(aliases);
      }
      if (!names.isEmpty()) {
        names.add(new Name(lastPart(node.getURI()), "", Form.IDENTIFIER));
      }
      return names;
    }

    private static String lastPart(String iri) {
      return iri.substring(1 + Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')));
    }
  }
}
