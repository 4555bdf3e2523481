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
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.triplehelix.network.Kind;
import org.triplehelix.network.Network;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.Networks;
import org.triplehelix.network.Selection;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.figure.Sheet;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Refs;
import org.triplehelix.vocab.TH;

/**
 * Tells edges to people and to the script that draws them.
 *
 * @param knowledge of the release
 * @param language of the answer
 */
record Picture(Knowledge knowledge, String language) {
  private static final Var CLAIM = Var.alloc(NetworkView.CLAIM);

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

  private Map<String, String> kind(Kind kind) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("name", kind.name());
    json.put("label", kind.label(language));
    json.put("colour", kind.colour());
    return json;
  }

  private String kind(Node node) {
    return networks().reader().kinds().of(node, knowledge.site().dataset()).name();
  }

  private Networks networks() {
    return knowledge.site().networks().get();
  }

  /** The same for graph tools, with the claims behind each edge. */
  Network network(Map<String, Node> things, Optional<View> view, List<Triple> edges) {
    NetworkView shown = shown(things, view, edges.size());
    List<Binding> rows = edges.stream().flatMap(this::rows).toList();
    return networks().network(shown, rows, Selection.of(shown));
  }

  private NetworkView shown(Map<String, Node> things, Optional<View> view, int edges) {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, String> descriptions = new LinkedHashMap<>();
    for (String one : List.of("en", "zh")) {
      Frame frame = knowledge.site().frame(one, ExploreRoute.PAGE);
      titles.put(one, new Picture(knowledge, one).title(frame, things, view));
      descriptions.put(one, frame.text("explore.describes", titles.get(one), edges));
    }
    return NetworkView.of(
        "graph",
        titles.get("en"),
        titles.get("zh"),
        descriptions.get("en"),
        descriptions.get("zh"));
  }

  /** One for each claim; one alone for what no claim says. */
  private Stream<Binding> rows(Triple edge) {
    List<Binding> rows =
        knowledge.attestations().of(edge).stream()
            .map(Attestation::claim)
            .filter(claim -> !claim.isEmpty())
            .map(claim -> row(edge).add(CLAIM, NodeFactory.createURI(claim)).build())
            .toList();
    return rows.isEmpty() ? Stream.of(row(edge).build()) : rows.stream();
  }

  private static BindingBuilder row(Triple edge) {
    return BindingFactory.builder()
        .add(Var.alloc(NetworkView.SOURCE), edge.getSubject())
        .add(Var.alloc(NetworkView.RELATION), edge.getPredicate())
        .add(Var.alloc(NetworkView.TARGET), edge.getObject());
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
        edges.size() == Surroundings.MOST,
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
            "files")) {
      texts.put(key, frame.text("explore." + key));
    }
    settings.put("texts", texts);
    settings.put("kinds", networks().reader().kinds().list().stream().map(this::kind).toList());
    settings.put("files", ExplorePage.FILES.stream().map(Format::label).toList());
    return Json.line(settings);
  }
}
