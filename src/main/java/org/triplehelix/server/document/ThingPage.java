package org.triplehelix.server.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Description;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/**
 * What the page of a thing shows.
 *
 * @param frame around the page
 * @param iri its name
 * @param title what it is called in the page's language
 * @param names all of its names
 * @param kinds what it is
 * @param definition in the page's language; empty if it has none
 * @param statements about it
 * @param inverse statements of other things that lead to it
 * @param said what a passage or claim says of others
 * @param unasserted what is said and not stated, or not stood by
 * @param downloads in the formats of RDF
 */
public record ThingPage(
    Frame frame,
    String iri,
    String title,
    List<Ref> names,
    List<Ref> kinds,
    String definition,
    List<Row> statements,
    List<Row> inverse,
    List<Row> said,
    List<Row> unasserted,
    List<Ref> downloads) {

  /**
   * The values of a property.
   *
   * @param property what is said
   * @param values of which
   */
  public record Row(Ref property, List<Value> values) {}

  /**
   * One value.
   *
   * @param of what it is said of, where that is not plain
   * @param value a thing or a text
   * @param evidence the passages that say so, by their glosses
   * @param marks that it is planned, doubted, inferred …
   */
  public record Value(List<Ref> of, Ref value, List<Ref> evidence, List<Ref> marks) {}

  static ThingPage of(Description description, Links links, Site site, String language) {
    return new Facts(description, site, language).page(links);
  }

  /** What a description says, in the order of a page. */
  private static final class Facts {
    /** Shown at the top of the page. */
    private static final Set<Node> AT_TOP =
        Set.of(
            RDF.Nodes.type,
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            SKOS.definition.asNode());

    /** What goes without saying. */
    private static final Set<Node> PLAIN = Set.of(TH.Accepted, TH.Stated);

    private final Node thing;
    private final Site site;
    private final String language;
    private final Refs refs;
    private final Set<Triple> asserted = new LinkedHashSet<>();
    private final Set<Triple> inferred;
    private final Map<Node, Map<Node, Node>> claims = new LinkedHashMap<>();
    private final Map<Triple, List<Node>> claimsOf = new LinkedHashMap<>();

    Facts(Description description, Site site, String language) {
      this.thing = description.thing();
      this.site = site;
      this.language = language;
      this.refs = new Refs(site, language);
      description.in(Quad.defaultGraphIRI).forEach(asserted::add);
      inferred = description.in(Graphs.INFERRED).collect(Collectors.toSet());
      description
          .in(Graphs.CLAIMS)
          .forEach(
              t ->
                  claims
                      .computeIfAbsent(t.getSubject(), c -> new LinkedHashMap<>())
                      .putIfAbsent(t.getPredicate(), t.getObject()));
      claims.forEach(this::take);
    }

    private void take(Node claim, Map<Node, Node> parts) {
      if (parts.containsKey(RDF.subject.asNode())) {
        Triple triple =
            Triple.create(
                parts.get(RDF.subject.asNode()),
                parts.get(RDF.predicate.asNode()),
                parts.get(RDF.object.asNode()));
        claimsOf.computeIfAbsent(triple, t -> new ArrayList<>()).add(claim);
      }
    }

    ThingPage page(Links links) {
      Predicate<Triple> own = t -> t.getSubject().equals(thing);
      Predicate<Triple> shown = t -> !AT_TOP.contains(t.getPredicate());
      Predicate<Triple> leadsHere = t -> t.getObject().equals(thing);
      return new ThingPage(
          site.frame(language, "/page" + links.path()),
          links.iri(),
          site.names().in(language, thing).orElse(links.iri()),
          refs.of(values(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())),
          refs.of(values(RDF.Nodes.type)),
          definition(),
          rows(asserted.stream().filter(own.and(shown)), t -> value(t, List.of(), t.getObject())),
          rows(asserted.stream().filter(leadsHere), t -> value(t, List.of(), t.getSubject())),
          claimed(own.or(leadsHere).negate().and(this::stands)),
          claimed(t -> !stands(t)),
          links.downloads());
    }

    private List<Node> values(Node... properties) {
      return Stream.of(properties)
          .flatMap(
              p ->
                  asserted.stream()
                      .filter(t -> t.getSubject().equals(thing) && t.getPredicate().equals(p))
                      .map(Triple::getObject))
          .toList();
    }

    private String definition() {
      return values(SKOS.definition.asNode(), TH.gloss).stream()
          .sorted(Comparator.comparing(d -> !d.getLiteralLanguage().equals(language)))
          .map(Node::getLiteralLexicalForm)
          .findFirst()
          .orElse("");
    }

    private boolean stands(Triple triple) {
      return site.dataset().contains(Quad.create(Quad.defaultGraphIRI, triple));
    }

    private List<Row> claimed(Predicate<Triple> which) {
      return rows(
          claimsOf.keySet().stream().filter(which),
          t ->
              value(
                  t,
                  t.getSubject().equals(thing) ? List.of() : List.of(refs.of(t.getSubject())),
                  t.getObject()));
    }

    private List<Row> rows(Stream<Triple> triples, Function<Triple, Value> value) {
      Map<Node, List<Value>> rows = new LinkedHashMap<>();
      triples.forEach(
          t -> rows.computeIfAbsent(t.getPredicate(), p -> new ArrayList<>()).add(value.apply(t)));
      return rows.entrySet().stream()
          .map(row -> new Row(refs.of(row.getKey()), row.getValue()))
          .toList();
    }

    private Value value(Triple triple, List<Ref> of, Node end) {
      List<Ref> evidence = new ArrayList<>();
      Set<Ref> marks = new LinkedHashSet<>();
      for (Node claim : claimsOf.getOrDefault(triple, nodes(triple))) {
        Map<Node, Node> parts = claims.getOrDefault(claim, Map.of());
        Optional.ofNullable(parts.get(TH.statedIn)).map(refs::of).ifPresent(evidence::add);
        Stream.of(TH.status, TH.modality)
            .map(parts::get)
            .filter(mark -> mark != null && !PLAIN.contains(mark))
            .forEach(mark -> marks.add(refs.of(mark)));
      }
      if (evidence.isEmpty() && inferred.contains(triple)) {
        marks.add(refs.of(TH.Inference));
      }
      return new Value(of, refs.of(end), evidence, List.copyOf(marks));
    }

    /** A node is one claim with all its statements. */
    private List<Node> nodes(Triple triple) {
      return claims.containsKey(triple.getSubject()) ? List.of(triple.getSubject()) : List.of();
    }
  }
}
