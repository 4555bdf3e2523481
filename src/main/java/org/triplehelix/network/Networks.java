package org.triplehelix.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.entity.Evidence;
import org.triplehelix.entity.Names;
import org.triplehelix.graph.Release;
import org.triplehelix.network.NetworkNode.Place;
import org.triplehelix.network.NetworkNode.Spot;

/**
 * The networks of a release.
 *
 * @param views that have names
 * @param reader of their rows
 * @param figures of its things
 * @param release its hash
 */
public record Networks(NetworkViews views, NetworkReader reader, Figures figures, String release) {
  private static final String SCHEMA = "https://schema.org/";

  /** The networks of a release. */
  public static Networks of(
      NetworkViews views, Release release, DatasetGraph dataset, Names names, Evidence evidence) {
    Kinds kinds = views.kinds().called(names);
    NetworkReader reader = new NetworkReader(dataset, names, evidence, kinds, release.prefixes());
    return new Networks(views, reader, Figures.in(dataset, names), release.hash());
  }

  /** What the query of a view gives, asked without limits. */
  public List<Binding> rows(NetworkView view) {
    List<Binding> rows = new ArrayList<>();
    try (QueryExec asked = QueryExec.dataset(reader.dataset()).query(view.query()).build()) {
      asked.select().forEachRemaining(rows::add);
    }
    return rows;
  }

  /**
   * What a view shows.
   *
   * @param rows that its query gives
   * @param selection of which part is wanted; what is measured is that part
   */
  public Network network(NetworkView view, Collection<Binding> rows, Selection selection) {
    List<NetworkEdge> edges = selected(reader.edges(view, rows, selection), selection);
    Map<String, Measures> measures = new Measuring(edges).measures();
    Function<String, Spot> spots = Spots.of(view, reader.prefixes()).among(edges);
    List<NetworkNode> nodes =
        new TreeSet<>(measures.keySet())
            .stream().map(iri -> node(iri, spots.apply(iri), measures.get(iri))).toList();
    return new Network(view, release, nodes, edges);
  }

  private List<NetworkEdge> selected(List<NetworkEdge> edges, Selection selection) {
    List<NetworkEdge> ofKinds =
        selection.kinds().isEmpty()
            ? edges
            : edges.stream().filter(edge -> isOf(edge, selection.kinds())).toList();
    return selection
        .focus()
        .map(focus -> around(focus, selection.depth(), ofKinds))
        .orElse(ofKinds);
  }

  private boolean isOf(NetworkEdge edge, Set<Kind> kinds) {
    return Stream.of(edge.source(), edge.target()).map(this::kind).allMatch(kinds::contains);
  }

  private Kind kind(String iri) {
    return reader.kinds().of(NodeFactory.createURI(iri), reader.dataset());
  }

  /** Those among the things that are that near. */
  private static List<NetworkEdge> around(Node focus, int depth, List<NetworkEdge> edges) {
    Set<String> near = new HashSet<>(Set.of(focus.getURI()));
    for (int i = 0; i < depth; i++) {
      Set<String> next =
          edges.stream()
              .filter(edge -> near.contains(edge.source()) || near.contains(edge.target()))
              .flatMap(edge -> Stream.of(edge.source(), edge.target()))
              .collect(Collectors.toSet());
      near.addAll(next);
    }
    return edges.stream()
        .filter(edge -> near.contains(edge.source()) && near.contains(edge.target()))
        .toList();
  }

  private NetworkNode node(String iri, Spot spot, Measures measures) {
    Node node = NodeFactory.createURI(iri);
    return new NetworkNode(
        iri,
        kind(iri),
        reader.name(node, "zh"),
        reader.name(node, "en"),
        place(node),
        spot,
        figures.of().getOrDefault(node, List.of()),
        measures);
  }

  private Optional<Place> place(Node node) {
    Optional<Double> latitude = number(node, "latitude");
    Optional<Double> longitude = number(node, "longitude");
    return latitude.flatMap(north -> longitude.map(east -> new Place(north, east)));
  }

  private Optional<Double> number(Node node, String property) {
    List<Double> found = new ArrayList<>();
    reader
        .dataset()
        .find(Quad.defaultGraphIRI, node, NodeFactory.createURI(SCHEMA + property), Node.ANY)
        .forEachRemaining(
            quad -> found.add(Double.valueOf(quad.getObject().getLiteralLexicalForm())));
    return found.stream().findFirst();
  }
}
