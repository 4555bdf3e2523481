package org.triplehelix.server.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * Tells edges to people and to the script that draws them.
 *
 * @param knowledge of the release
 * @param language of the answer
 */
record Picture(Knowledge knowledge, String language) {
  /** Kinds that are told apart, by the class that all of a kind have. */
  private static final Map<String, String> KINDS = kinds();

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("https://schema.org/Place", "place");
    kinds.put(TH.NS + "Place", "place");
    kinds.put("http://www.w3.org/ns/org#Organization", "organisation");
    kinds.put(TH.NS + "Person", "person");
    kinds.put(TH.NS + "Initiative", "initiative");
    return kinds;
  }

  /** Nodes and edges. */
  Map<String, Object> json(List<Triple> edges) {
    Set<Node> nodes = new LinkedHashSet<>();
    edges.forEach(edge -> nodes.addAll(List.of(edge.getSubject(), edge.getObject())));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("release", knowledge.site().release().hash());
    json.put("nodes", nodes.stream().map(this::node).toList());
    json.put("edges", edges.stream().map(this::edge).toList());
    return json;
  }

  private Map<String, Object> node(Node node) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", node.getURI());
    json.put("focus", focus(node));
    json.put("zh", knowledge.name(node, "zh"));
    json.put("en", knowledge.name(node, "en"));
    json.put("kind", kind(node));
    json.put("href", refs().of(node).href());
    return json;
  }

  private Map<String, Object> edge(Triple edge) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", edge.getSubject().getURI());
    json.put("target", edge.getObject().getURI());
    json.put("relation", edge.getPredicate().getURI());
    json.put("zh", knowledge.name(edge.getPredicate(), "zh"));
    json.put("en", knowledge.name(edge.getPredicate(), "en"));
    json.put("evidence", knowledge.attestations().of(edge).stream().map(this::evidence).toList());
    return json;
  }

  private Map<String, Object> evidence(Attestation one) {
    Map<String, Object> json = new LinkedHashMap<>(one.toJson());
    if (!one.passage().isEmpty()) {
      Ref passage = refs().passage(NodeFactory.createURI(one.passage()));
      json.put("name", passage.text());
      json.put("href", passage.href());
      sentence(one).ifPresent(sentence -> json.put("sentence", sentence));
    }
    mark(one)
        .ifPresent(
            mark -> {
              json.put("mark", mark.text());
              json.put("look", mark.look());
            });
    return json;
  }

  private Optional<String> sentence(Attestation one) {
    return knowledge.site().sentences().get().of(NodeFactory.createURI(one.passage()));
  }

  /** A mark that a reader must see, and its look: infer, plan, doubt or none. */
  private record Mark(String text, String look) {}

  /** What a reader must know of it: that it follows, is planned, is doubted, is denied. */
  private Optional<Mark> mark(Attestation one) {
    Frame frame = knowledge.site().frame(language, "/");
    if (one.status().startsWith("Inferred")) {
      return Optional.of(new Mark(frame.text("evidence." + one.status()), "infer"));
    }
    return List.of(one.status(), one.modality()).stream()
        .filter(term -> !Set.of("", "Accepted", "Stated").contains(term))
        .findFirst()
        .map(term -> new Mark(refs().of(NodeFactory.createURI(TH.NS + term)).text(), look(term)));
  }

  private static String look(String term) {
    if (Set.of("Doubted", "Rejected", "Denied").contains(term)) {
      return "doubt";
    }
    return Set.of("Planned", "Forecast", "Recommended").contains(term) ? "plan" : "";
  }

  private static String focus(Node node) {
    return Address.path(node.getURI()).map(path -> path.substring(1)).orElse(node.getURI());
  }

  private String kind(Node node) {
    Optional<Family> family = Family.of(node.getURI());
    if (family.filter(Family::ofConcepts).isPresent()) {
      return "concept";
    }
    if (family.filter(Family::ofNodes).isPresent()) {
      return "statement";
    }
    return KINDS.entrySet().stream()
        .filter(
            e ->
                knowledge
                    .site()
                    .dataset()
                    .contains(
                        Quad.defaultGraphIRI,
                        node,
                        RDF.Nodes.type,
                        NodeFactory.createURI(e.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other");
  }

  private Refs refs() {
    return new Refs(knowledge.site(), language);
  }

  /** The page. */
  ExplorePage page(Map<String, Node> things, Optional<View> view, List<Triple> edges) {
    StringBuilder query = new StringBuilder();
    view.ifPresent(v -> query.append("?view=").append(v.name()));
    things.forEach(
        (name, thing) ->
            query
                .append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append("=")
                .append(focus(thing)));
    Frame frame = knowledge.site().frame(language, ExploreRoute.PAGE + query);
    boolean isPath = things.containsKey("from") && things.containsKey("to");
    return new ExplorePage(
        frame,
        title(frame, things, view),
        View.ALL.stream()
            .map(
                v ->
                    new Ref(
                        v.title(language), "", frame.page(ExploreRoute.PAGE + "?view=" + v.name())))
            .toList(),
        things.getOrDefault("focus", things.get("from")) == null
            ? ""
            : focus(things.getOrDefault("focus", things.get("from"))),
        things.containsKey("to") ? focus(things.get("to")) : "",
        isPath && edges.isEmpty(),
        rows(edges),
        query.isEmpty() ? "" : frame.page(ExploreRoute.DATA + query),
        view.map(View::query).orElseGet(() -> things.isEmpty() ? "" : query(things, edges)),
        edges.size() == Network.MOST,
        settings(frame));
  }

  private static String query(Map<String, Node> things, List<Triple> edges) {
    boolean isPath = things.containsKey("from") && things.containsKey("to");
    return isPath ? View.path(edges) : View.around(things.values().iterator().next());
  }

  /** The edges as a table: IRIs, names, passages, marks. */
  Sheet sheet(List<Triple> edges) {
    List<List<Node>> rows = new ArrayList<>();
    for (Triple edge : edges) {
      List<Attestation> evidence = knowledge.attestations().of(edge);
      rows.add(
          List.of(
              edge.getSubject(),
              name(edge.getSubject()),
              edge.getPredicate(),
              name(edge.getPredicate()),
              edge.getObject(),
              name(edge.getObject()),
              joined(evidence.stream().map(Attestation::passage)),
              joined(evidence.stream().flatMap(one -> mark(one).map(Mark::text).stream()))));
    }
    return new Sheet(
        List.of(
            "source",
            "source_name",
            "relation",
            "relation_name",
            "target",
            "target_name",
            "passages",
            "marks"),
        rows);
  }

  private Node name(Node node) {
    return NodeFactory.createLiteralString(refs().of(node).text());
  }

  private static Node joined(Stream<String> parts) {
    return NodeFactory.createLiteralString(
        parts.filter(part -> !part.isEmpty()).distinct().collect(Collectors.joining(" | ")));
  }

  private String title(Frame frame, Map<String, Node> things, Optional<View> view) {
    if (view.isPresent()) {
      return view.get().title(language);
    }
    if (things.containsKey("from") && things.containsKey("to")) {
      return frame.text(
          "explore.between",
          refs().of(things.get("from")).text(),
          refs().of(things.get("to")).text());
    }
    return things.values().stream()
        .findFirst()
        .map(t -> refs().of(t).text())
        .orElse(frame.text("nav.explore"));
  }

  private List<ExplorePage.Edge> rows(List<Triple> edges) {
    List<ExplorePage.Edge> rows = new ArrayList<>();
    for (Triple edge : edges) {
      List<Attestation> evidence = knowledge.attestations().of(edge);
      rows.add(
          new ExplorePage.Edge(
              refs().of(edge.getSubject()),
              refs().of(edge.getPredicate()),
              refs().of(edge.getObject()),
              evidence.stream()
                  .filter(e -> !e.passage().isEmpty())
                  .map(e -> refs().passage(NodeFactory.createURI(e.passage())))
                  .distinct()
                  .toList(),
              evidence.stream()
                  .flatMap(e -> mark(e).map(Mark::text).stream())
                  .distinct()
                  .toList()));
    }
    return rows;
  }

  private String settings(Frame frame) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("data", frame.href(ExploreRoute.DATA));
    settings.put("cytoscape", frame.asset("cytoscape.js"));
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key :
        List.of(
            "expand",
            "open",
            "noEvidence",
            "png",
            "svg",
            "csv",
            "json",
            "keys",
            "planned",
            "doubted",
            "inferred",
            "kinds",
            "relations",
            "layout",
            "concentric",
            "breadthfirst",
            "cose",
            "place",
            "organisation",
            "person",
            "initiative",
            "concept",
            "statement",
            "other")) {
      texts.put(key, frame.text("explore." + key));
    }
    settings.put("texts", texts);
    return Json.line(settings);
  }
}
