package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.When;
import org.triplehelix.vocab.TH;

/** Finds what has a time: founded, opened, published, in force, counted, aimed at … */
final class Events {
  private static final Set<Node> PLANS = Set.of(TH.Planned, TH.Forecast, TH.Recommended);

  /** What kind of event a property tells of. */
  private static final Map<String, String> KINDS =
      Map.of(
          "founded", "founded",
          "foundedBy", "founded",
          "establishes", "founded",
          "builds", "founded",
          "opened", "opened",
          "opens", "opened",
          "issued", "published",
          "publisher", "published",
          "creator", "published",
          "publishes", "published");

  private final Facts facts;
  private final Frame frame;
  private final Claims claims;
  private final Set<Node> places;

  Events(Facts facts, Frame frame) {
    this.facts = facts;
    this.frame = frame;
    this.claims = new Claims(facts, frame);
    this.places = Set.copyOf(facts.all(th("Place")));
  }

  /** What has a year. */
  List<Event> dated() {
    Set<Quad> times = new LinkedHashSet<>();
    facts
        .site()
        .dataset()
        .find(Node.ANY, Node.ANY, TH.during, Node.ANY)
        .forEachRemaining(quad -> add(times, quad.getSubject(), quad.getObject()));
    facts
        .site()
        .dataset()
        .find(Graphs.CLAIMS, Node.ANY, RDF.object.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              if (isDate(quad.getObject())) {
                add(times, quad.getSubject(), quad.getObject());
              }
            });
    return times.stream()
        .map(quad -> event(quad.getSubject(), quad.getObject()))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing(Event::order).thenComparing(event -> event.claim().place().href()))
        .toList();
  }

  /** What has a time only in relation to another. */
  List<Event> relative() {
    Set<Quad> times = new LinkedHashSet<>();
    facts
        .site()
        .dataset()
        .find(Node.ANY, Node.ANY, TH.relativeTime, Node.ANY)
        .forEachRemaining(quad -> add(times, quad.getSubject(), quad.getObject()));
    return times.stream()
        .filter(quad -> facts.ofClaim(quad.getSubject(), TH.during).isEmpty())
        .map(
            quad ->
                made(
                    quad.getSubject(),
                    "",
                    null,
                    false,
                    new Ref(quad.getObject().getLiteralLexicalForm(), "zh", "")))
        .sorted(Comparator.comparing(event -> event.claim().place().href()))
        .toList();
  }

  private void add(Set<Quad> times, Node claim, Node time) {
    if (facts.passage(claim).isPresent()) {
      times.add(Quad.create(Quad.defaultGraphIRI, claim, TH.during, time));
    }
  }

  private static boolean isDate(Node node) {
    return node.isLiteral()
        && node.getLiteralDatatypeURI().matches(".*(#date|#gYear|#gYearMonth|/EDTF)");
  }

  private Optional<Event> event(Node claim, Node time) {
    When when = new When(time.getLiteralLexicalForm());
    return when.year()
        .map(
            year ->
                made(
                    claim,
                    when.order(),
                    year,
                    when.isDecade(),
                    new Ref(when.text(frame), frame.language(), "")));
  }

  private Event made(Node claim, String order, Integer year, boolean isDecade, Ref time) {
    boolean isPlan = facts.ofClaim(claim, TH.modality).stream().anyMatch(PLANS::contains);
    String kind = kind(claim, isPlan);
    Claim said = claims.of(claim);
    return new Event(
        order,
        year,
        isDecade,
        time,
        new Ref(frame.text("timeline.kind." + kind), frame.language(), kind),
        isPlan,
        claims.things(placesOf(claim)),
        parts(claim, said.parts()),
        said);
  }

  /** What is said without the time, which stands before it. */
  private List<Ref> parts(Node claim, List<Ref> parts) {
    if (facts.ofClaim(claim, RDF.predicate.asNode()).contains(TH.during)) {
      return parts.subList(0, 1);
    }
    boolean isOfTime = facts.ofClaim(claim, RDF.object.asNode()).stream().anyMatch(Events::isDate);
    return isOfTime ? parts.subList(0, 2) : parts;
  }

  private String kind(Node claim, boolean isPlan) {
    if (isPlan) {
      return "plan";
    }
    Optional<List<Node>> triple = facts.site().names().claimed(claim);
    if (triple.isPresent()) {
      String property = triple.get().get(1).getURI().replaceFirst(".*[#/]", "");
      return KINDS.getOrDefault(property, "other");
    }
    Set<Node> types = facts.ofClaim(claim, RDF.Nodes.type);
    return types.contains(th("Figure"))
        ? "figure"
        : types.contains(th("RankingPosition"))
            ? "ranking"
            : types.contains(th("Measure")) ? "measure" : "other";
  }

  private Collection<Node> placesOf(Node claim) {
    Set<Node> found = new LinkedHashSet<>();
    for (Node thing : things(claim)) {
      List<Node> near = new ArrayList<>(List.of(thing));
      near.addAll(facts.values(thing, th("within")));
      near.addAll(facts.values(thing, th("basedIn")));
      near.stream().filter(places::contains).forEach(found::add);
    }
    return found;
  }

  private Collection<Node> things(Node claim) {
    return facts
        .site()
        .names()
        .claimed(claim)
        .orElseGet(() -> facts.values(claim, Node.ANY).stream().filter(Node::isURI).toList());
  }
}
