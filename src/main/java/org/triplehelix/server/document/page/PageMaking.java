package org.triplehelix.server.document.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Citations;
import org.triplehelix.entity.Description;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.site.Cited;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** Puts what is said of a thing in the order of a page. */
final class PageMaking {
  private static final Node FIGURE = Known.uri(TH.NS + "Figure");
  private static final Node PLACE = Known.uri(TH.NS + "Place");
  private static final Node RANKING = Known.uri(TH.NS + "Ranking");
  private static final Node EDITION = Known.uri(TH.NS + "RankingEdition");
  private static final Node POSITION = Known.uri(TH.NS + "RankingPosition");
  private static final Node NODE = Known.uri(TH.NS + "Node");
  private static final Node INCIDENTAL = Known.uri(TH.NS + "incidental");
  private static final Node LATITUDE = Known.uri("https://schema.org/latitude");
  private static final Node LONGITUDE = Known.uri("https://schema.org/longitude");
  private static final Node CONFIDENCE = Known.uri(TH.NS + "matchConfidence");
  private static final Node IDENTIFIER = Known.uri("https://schema.org/identifier");

  /** Graphs that tell nothing new of where a triple is written. */
  static final Set<Node> DERIVED =
      Set.of(Quad.defaultGraphIRI, Quad.defaultGraphNodeGenerated, Graphs.CLAIMS, Graphs.INFERRED);

  /** A row of more than these is cut. */
  private static final int MOST = 200;

  private static final int MOST_INFERRED = 30;

  private final Node thing;
  private final Known known;
  private final Proofs proofs;
  private final FigureRows figureRows;
  private final Arrangement arrangement;
  private final Set<Triple> asserted = new LinkedHashSet<>();
  private final Set<Triple> written = new HashSet<>();
  private final Map<Triple, List<Node>> claims = new LinkedHashMap<>();
  private final Set<Triple> doubtfulInferences = new HashSet<>();

  PageMaking(Description description, Site site, String language) {
    thing = description.thing();
    known = new Known(site, language);
    proofs = new Proofs(known);
    figureRows = new FigureRows(known);
    arrangement = known.arrangement();
    description.in(Quad.defaultGraphIRI).forEach(asserted::add);
    description.quads().stream()
        .filter(quad -> !DERIVED.contains(quad.getGraph()))
        .forEach(quad -> written.add(quad.asTriple()));
    triples(description.in(Graphs.CLAIMS))
        .forEach(
            (claim, triple) -> claims.computeIfAbsent(triple, t -> new ArrayList<>()).add(claim));
    doubtfulInferences.addAll(triples(description.in(Graphs.INFERRED)).values());
  }

  /** The triples that reifications tell of. */
  private static Map<Node, Triple> triples(Stream<Triple> told) {
    Map<Node, Map<Node, Node>> parts = new TreeMap<>(Comparator.comparing(Node::toString));
    told.forEach(
        t ->
            parts
                .computeIfAbsent(t.getSubject(), s -> new LinkedHashMap<>())
                .put(t.getPredicate(), t.getObject()));
    Map<Node, Triple> triples = new LinkedHashMap<>();
    parts.forEach(
        (claim, of) -> {
          if (of.containsKey(RDF.Nodes.subject)) {
            triples.put(
                claim,
                Triple.create(
                    of.get(RDF.Nodes.subject),
                    of.get(RDF.Nodes.predicate),
                    of.get(RDF.Nodes.object)));
          }
        });
    return triples;
  }

  ThingPage page(String path, List<Ref> downloads) {
    boolean isClaim = !known.ofClaim(thing, TH.statedIn).isEmpty();
    boolean isFigure = !known.values(thing, Known.INDICATOR).isEmpty();
    boolean isPassage = known.is(thing, TH.Passage);
    String title = known.title(thing);
    List<Node> nodes = nodes();
    Site site = known.site();
    Frame frame = site.frame(known.language(), "/page" + path);
    return new ThingPage(
        frame,
        thing.getURI(),
        new Ref(title, known.languageOf(title), ""),
        names(title),
        known.refs(kinds()),
        definition(title),
        known.site().names().claimed(thing).map(known::refs).orElse(List.of()),
        isClaim ? proofs.statement(known.ref(thing), List.of(), List.of(thing), null) : null,
        isFigure ? figureRows.of(thing) : null,
        isPassage ? PassageView.of(thing, known, proofs) : null,
        compare(frame),
        positions(),
        figures(nodes),
        arrangement.nodes().get(0).title(known.language()),
        groups(nodes),
        unasserted(),
        inferred(),
        identities(),
        locator(),
        neighbourhood(title),
        downloads,
        Cited.of(
            frame,
            new Citations(site.release(), site.dataset(), site.names()).of(thing),
            "/cite" + path),
        "DESCRIBE <" + thing.getURI() + ">");
  }

  /** Where a place, a theme or a sector of industry is put beside others. */
  private String compare(Frame frame) {
    Optional<Family> family = Family.of(thing.getURI());
    if (family.isPresent() && family.get() == Family.ID && known.is(thing, PLACE)) {
      return frame.page("/compare?places=" + Slugs.of(thing));
    }
    if (family.isPresent() && family.get() == Family.THEME) {
      return frame.page("/compare?theme=" + Slugs.of(thing));
    }
    return family.isPresent() && family.get() == Family.SECTOR ? frame.page("/compare") : "";
  }

  private boolean isRanking() {
    return known.is(thing, RANKING) || known.is(thing, EDITION);
  }

  private List<Position> positions() {
    return isRanking() ? new Positions(known, proofs).in(thing) : List.of();
  }

  private List<Ref> names(String title) {
    return Stream.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())
        .flatMap(property -> known.values(thing, property).stream())
        .filter(name -> !name.getLiteralLexicalForm().equals(title))
        .map(known::ref)
        .distinct()
        .toList();
  }

  /** The narrowest types: those that are written, if any are. */
  private List<Node> kinds() {
    List<Node> all = known.types(thing).stream().filter(type -> !type.equals(NODE)).toList();
    List<Node> own =
        all.stream()
            .filter(type -> written.contains(Triple.create(thing, RDF.Nodes.type, type)))
            .toList();
    return narrowest(own.isEmpty() ? all : own);
  }

  /** Those of which no other is a kind. */
  private List<Node> narrowest(List<Node> types) {
    return types.stream()
        .filter(
            type ->
                types.stream()
                    .noneMatch(
                        other ->
                            isKind(other, type, new HashSet<>())
                                && !isKind(type, other, new HashSet<>())))
        .toList();
  }

  private boolean isKind(Node type, Node wider, Set<Node> seen) {
    List<Node> next = known.values(type, RDFS.subClassOf.asNode());
    return seen.add(type)
        && (next.contains(wider) || next.stream().anyMatch(n -> isKind(n, wider, seen)));
  }

  private String definition(String title) {
    String definition =
        known.texts(known.values(thing, SKOS.definition.asNode())).stream().findFirst().orElse("");
    return definition.equals(title) ? "" : definition;
  }

  private boolean isInferred(Triple triple) {
    return !written.contains(triple) && known.site().dataset().contains(quad(triple));
  }

  private static Quad quad(Triple triple) {
    return Quad.create(Graphs.INFERRED, triple);
  }

  private boolean isShown(Triple triple) {
    return !arrangement.hidden().contains(triple.getPredicate());
  }

  private boolean isOfOurs(Triple triple) {
    return triple.getSubject().isURI()
        && Family.of(triple.getSubject().getURI())
            .filter(f -> f != Family.GRAPH && f != Family.QUESTION && f != Family.CLAIM)
            .isPresent();
  }

  private Stream<Triple> own() {
    return asserted.stream().filter(t -> t.getSubject().equals(thing)).filter(this::isShown);
  }

  private Stream<Triple> leadingHere() {
    return asserted.stream()
        .filter(t -> t.getObject().equals(thing) && !t.getSubject().equals(thing))
        .filter(this::isShown)
        .filter(this::isOfOurs);
  }

  /** The many-sided facts that tell of it. */
  private List<Node> nodes() {
    return asserted.stream()
        .filter(t -> t.getObject().equals(thing) && known.isNode(t.getSubject()))
        .filter(t -> !isInferred(t) && !t.getPredicate().equals(TH.statedIn))
        .map(Triple::getSubject)
        .distinct()
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  private List<FigureRow> figures(List<Node> nodes) {
    return nodes.stream()
        .filter(node -> known.is(node, FIGURE))
        .sorted(Comparator.comparing(node -> known.value(node, INCIDENTAL).isPresent()))
        .map(figureRows::of)
        .toList();
  }

  private List<Group> groups(List<Node> nodes) {
    Map<Node, List<Triple>> own = byProperty(own().filter(t -> !isInferred(t)));
    Map<Node, List<Triple>> inverse =
        byProperty(
            leadingHere().filter(t -> !isInferred(t)).filter(t -> !known.isNode(t.getSubject())));
    List<Group> groups = new ArrayList<>();
    for (Arrangement.OfProperties group : arrangement.groups()) {
      List<Row> rows = new ArrayList<>(rows(take(own, group.own()), Triple::getObject));
      rows.addAll(inverseRows(take(inverse, group.inverse())));
      groups.add(new Group(group.name(), group.title(known.language()), rows, List.of()));
    }
    groups.addAll(ofNodes(nodes));
    List<Row> rest = new ArrayList<>(rows(own, Triple::getObject));
    rest.addAll(inverseRows(inverse));
    groups.add(new Group("more", arrangement.more().title(known.language()), rest, List.of()));
    return groups.stream().filter(group -> !group.isEmpty()).toList();
  }

  private static Map<Node, List<Triple>> byProperty(Stream<Triple> triples) {
    return triples.collect(
        Collectors.groupingBy(Triple::getPredicate, LinkedHashMap::new, Collectors.toList()));
  }

  private static Map<Node, List<Triple>> take(Map<Node, List<Triple>> all, List<Node> properties) {
    Map<Node, List<Triple>> taken = new LinkedHashMap<>();
    for (Node property : properties) {
      Optional.ofNullable(all.remove(property)).ifPresent(found -> taken.put(property, found));
    }
    return taken;
  }

  private List<Row> rows(Map<Node, List<Triple>> triples, Function<Triple, Node> end) {
    List<Row> rows = new ArrayList<>();
    triples.forEach((property, found) -> rows.add(row(known.property(property), found, end, MOST)));
    return rows;
  }

  private List<Row> inverseRows(Map<Node, List<Triple>> triples) {
    List<Row> rows = new ArrayList<>();
    triples.forEach(
        (property, found) -> rows.add(row(inverse(property), found, Triple::getSubject, MOST)));
    return rows;
  }

  private Ref inverse(Node property) {
    Ref named = known.property(property);
    String text = known.texts().text("thing.inverse", named.text(), known.title(thing));
    return new Ref(text, known.language(), named.href());
  }

  private Row row(Ref property, List<Triple> triples, Function<Triple, Node> end, int most) {
    List<Statement> statements =
        triples.stream()
            .map(triple -> statement(triple, end.apply(triple)))
            .sorted(Comparator.comparing((Statement s) -> s.value().text()))
            .toList();
    int shown = Math.min(most, statements.size());
    return new Row(property, statements.subList(0, shown), statements.size() - shown);
  }

  /** The triples of a fact have its proof, which its page shows once. */
  private Statement statement(Triple triple, Node end) {
    List<Node> said =
        triple.getSubject().equals(thing) && known.isNode(thing)
            ? List.of()
            : claims.getOrDefault(triple, List.of());
    return proofs.statement(valueOf(end), List.of(), said, end);
  }

  private Ref valueOf(Node end) {
    if (end.isURI() && known.is(end, TH.Passage)) {
      String text = known.shortName(end) + " " + proofs.gloss(end);
      return new Ref(text, "en", known.href(end));
    }
    return known.ref(end);
  }

  private List<Group> ofNodes(List<Node> nodes) {
    Map<Arrangement.OfNodes, List<Statement>> facts = new LinkedHashMap<>();
    arrangement.nodes().forEach(group -> facts.put(group, new ArrayList<>()));
    for (Node node : nodes) {
      List<Node> types = known.types(node);
      arrangement.nodes().stream()
          .filter(group -> group.classes().stream().anyMatch(types::contains))
          .findFirst()
          .filter(group -> !group.classes().contains(FIGURE))
          .filter(group -> !isRanking() || !group.classes().contains(POSITION))
          .ifPresent(group -> facts.get(group).add(fact(node, group)));
    }
    return facts.entrySet().stream()
        .map(
            e ->
                new Group(
                    e.getKey().name(), e.getKey().title(known.language()), List.of(), e.getValue()))
        .toList();
  }

  private Statement fact(Node node, Arrangement.OfNodes group) {
    List<Statement.Part> parts = new ArrayList<>();
    for (Node property : group.tells()) {
      List<Node> others =
          known.values(node, property).stream().filter(value -> !value.equals(thing)).toList();
      if (!others.isEmpty()) {
        parts.add(new Statement.Part(known.property(property).text(), known.refs(others)));
      }
    }
    return proofs.statement(known.ref(node), parts, List.of(node), thing);
  }

  private Group unasserted() {
    Set<Triple> triples = new LinkedHashSet<>(claims.keySet());
    triples.removeIf(t -> asserted.contains(t) || !t.getSubject().equals(thing));
    List<Row> rows = new ArrayList<>(rows(byProperty(triples.stream()), Triple::getObject));
    Set<Triple> leading = new LinkedHashSet<>(claims.keySet());
    leading.removeIf(t -> asserted.contains(t) || !t.getObject().equals(thing));
    rows.addAll(inverseRows(byProperty(leading.stream())));
    List<Statement> facts =
        written.stream()
            .filter(t -> t.getObject().equals(thing) && known.isNode(t.getSubject()))
            .map(Triple::getSubject)
            .distinct()
            .filter(node -> known.ofClaim(node, TH.status).contains(TH.Rejected))
            .sorted(Comparator.comparing(Node::getURI))
            .map(node -> proofs.statement(known.ref(node), List.of(), List.of(node), thing))
            .toList();
    return new Group("unasserted", known.texts().text("page.unasserted"), rows, facts);
  }

  private Group inferred() {
    List<Row> rows = new ArrayList<>();
    List<Triple> types =
        asserted.stream()
            .filter(t -> t.getSubject().equals(thing) && t.getPredicate().equals(RDF.Nodes.type))
            .filter(this::isInferred)
            .toList();
    if (!types.isEmpty()) {
      rows.add(inferredRow(known.property(RDF.Nodes.type), types, Triple::getObject));
    }
    byProperty(own().filter(this::isInferred))
        .forEach(
            (property, found) ->
                rows.add(inferredRow(known.property(property), found, Triple::getObject)));
    byProperty(leadingHere().filter(this::isInferred))
        .forEach(
            (property, found) ->
                rows.add(inferredRow(inverse(property), found, Triple::getSubject)));
    return new Group("inferred", known.texts().text("thing.inferred"), rows, List.of());
  }

  private Row inferredRow(Ref property, List<Triple> triples, Function<Triple, Node> end) {
    List<Statement> statements =
        triples.stream()
            .map(triple -> inferred(triple, end.apply(triple)))
            .sorted(Comparator.comparing((Statement s) -> s.value().text()))
            .toList();
    int shown = Math.min(MOST_INFERRED, statements.size());
    return new Row(property, statements.subList(0, shown), statements.size() - shown);
  }

  private Statement inferred(Triple triple, Node end) {
    List<Mark> marks =
        doubtfulInferences.contains(triple)
            ? List.of(new Mark(known.name(TH.Doubted), "doubt"))
            : List.of();
    return new Statement(known.ref(end), since(triple), marks, List.of(), List.of());
  }

  /** From which statement between the same two it follows, if from one. */
  private List<Statement.Part> since(Triple triple) {
    if (!triple.getObject().isURI()) {
      return List.of();
    }
    Set<Ref> from = new LinkedHashSet<>();
    for (Node property : between(triple.getSubject(), triple.getObject())) {
      if (isNarrower(property, triple.getPredicate(), new HashSet<>())) {
        from.add(known.property(property));
      }
    }
    for (Node property : between(triple.getObject(), triple.getSubject())) {
      if (isTurned(property, triple.getPredicate())) {
        from.add(inverseOf(triple, property));
      }
    }
    return from.isEmpty()
        ? List.of()
        : List.of(new Statement.Part(known.texts().text("thing.since"), List.copyOf(from)));
  }

  private Ref inverseOf(Triple triple, Node property) {
    return new Ref(
        known
            .texts()
            .text(
                "thing.turned",
                known.title(triple.getObject()),
                known.property(property).text(),
                known.title(triple.getSubject())),
        known.language(),
        "");
  }

  private List<Node> between(Node subject, Node object) {
    try (Stream<Quad> found =
        known.site().dataset().stream(Quad.defaultGraphIRI, subject, Node.ANY, object)) {
      return found.map(Quad::getPredicate).distinct().toList();
    }
  }

  private boolean isNarrower(Node property, Node wider, Set<Node> seen) {
    if (!seen.add(property)) {
      return false;
    }
    List<Node> next = known.values(property, RDFS.subPropertyOf.asNode());
    return next.contains(wider) || next.stream().anyMatch(n -> isNarrower(n, wider, seen));
  }

  private boolean isTurned(Node property, Node other) {
    return property.equals(other) && known.is(property, OWL2.SymmetricProperty.asNode())
        || known.values(property, OWL2.inverseOf.asNode()).contains(other)
        || known.values(other, OWL2.inverseOf.asNode()).contains(property);
  }

  private List<ThingPage.Identity> identities() {
    return known.subjects(TH.recordOf, thing).stream()
        .map(
            record ->
                new ThingPage.Identity(
                    first(known.values(record, TH.authority)),
                    first(known.values(record, IDENTIFIER)),
                    record.getURI(),
                    first(known.values(record, CONFIDENCE)),
                    String.join(" ", known.texts(known.values(record, TH.note)))))
        .sorted(Comparator.comparing(ThingPage.Identity::authority))
        .toList();
  }

  private String first(Collection<Node> nodes) {
    return nodes.stream().findFirst().map(known::name).orElse("");
  }

  private Locator locator() {
    List<Double> coordinates =
        Stream.of(LATITUDE, LONGITUDE)
            .flatMap(property -> known.value(thing, property).stream())
            .map(value -> Double.valueOf(value.getLiteralLexicalForm()))
            .toList();
    return coordinates.size() == 2 ? Locator.of(coordinates.get(0), coordinates.get(1)) : null;
  }

  /** Named things that it is linked with: of each relation one in turn. */
  private Neighbourhood neighbourhood(String title) {
    Map<String, Deque<Neighbourhood.Neighbour>> relations = new LinkedHashMap<>();
    Stream.concat(own(), leadingHere())
        .filter(t -> !isInferred(t) && !t.getPredicate().equals(TH.mentions))
        .forEach(
            t -> {
              boolean out = t.getSubject().equals(thing);
              Node other = out ? t.getObject() : t.getSubject();
              Ref property = out ? known.property(t.getPredicate()) : inverse(t.getPredicate());
              if (isNamed(other)) {
                relations
                    .computeIfAbsent(property.text(), relation -> new ArrayDeque<>())
                    .add(
                        new Neighbourhood.Neighbour(
                            known.title(other), known.href(other), property.text()));
              }
            });
    return Neighbourhood.of(title, relations.values());
  }

  private static boolean isNamed(Node node) {
    return node.isURI()
        && Family.of(node.getURI()).filter(f -> f == Family.ID || f.ofConcepts()).isPresent();
  }
}
