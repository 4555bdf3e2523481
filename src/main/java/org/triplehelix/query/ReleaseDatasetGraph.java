package org.triplehelix.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.NamedGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.triplehelix.store.Store;

/**
 * An immutable dataset in memory, made for thousands of small named graphs: a triple is looked up
 * once in the union of all of them and leads to the graphs that hold it. Any number of threads may
 * read it; nothing can write it. The layers of a store on disk are further named graphs of it.
 */
final class ReleaseDatasetGraph extends DatasetGraphBaseFind {
  private final GraphMem2 defaultGraph;
  private final GraphMem2 union;
  private final Map<Node, Graph> named;
  private final Map<Triple, List<Node>> graphsOf;
  private final Transactional transactional;
  private final PrefixMap prefixes;
  private final Optional<Store> store;
  private final Set<Node> layers;
  private final Reaches reaches;
  private volatile SubstringIndex texts;
  private volatile Statistics statistics;

  /** A graph that knows its name: full-text search then finds what is in it and nothing else. */
  private static final class MemoryGraph extends GraphMem2Fast implements NamedGraph {
    private final Node name;

    MemoryGraph(Node name) {
      this.name = name;
    }

    @Override
    public Node getGraphName() {
      return name;
    }
  }

  ReleaseDatasetGraph(Collection<Quad> quads, PrefixMap prefixes, Optional<Store> store) {
    this.defaultGraph = new MemoryGraph(Quad.defaultGraphIRI);
    this.union = new MemoryGraph(Quad.unionGraph);
    this.named = new HashMap<>();
    this.graphsOf = new HashMap<>();
    this.transactional = TransactionalNull.create();
    this.prefixes = prefixes;
    this.reaches = new Reaches();
    CompletableFuture<Void> filled = CompletableFuture.runAsync(() -> fillDefaultGraph(quads));
    Map<Node, List<Triple>> triples = new HashMap<>();
    quads.stream().filter(quad -> !quad.isDefaultGraph()).forEach(quad -> put(quad, triples));
    triples.forEach((name, all) -> named.put(name, graph(name, all)));
    this.layers =
        store.map(Store::layers).orElse(Set.of()).stream()
            .filter(layer -> !named.containsKey(layer))
            .collect(Collectors.toUnmodifiableSet());
    this.store = store.filter(given -> !layers.isEmpty());
    filled.join();
  }

  private ReleaseDatasetGraph(ReleaseDatasetGraph whole, Set<Node> layers) {
    this.defaultGraph = whole.defaultGraph;
    this.union = whole.union;
    this.named = whole.named;
    this.graphsOf = whole.graphsOf;
    this.transactional = whole.transactional;
    this.prefixes = whole.prefixes;
    this.store = layers.isEmpty() ? Optional.empty() : whole.store;
    this.layers = layers;
    this.reaches = whole.reaches;
    this.texts = whole.texts;
    this.statistics = whole.statistics;
  }

  /** The same without some of its layers. */
  ReleaseDatasetGraph without(Set<Node> aside) {
    return new ReleaseDatasetGraph(
        this,
        layers.stream()
            .filter(layer -> !aside.contains(layer))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private void fillDefaultGraph(Collection<Quad> quads) {
    for (Quad quad : quads) {
      if (quad.isDefaultGraph()) {
        defaultGraph.add(quad.asTriple());
      }
    }
  }

  private static Graph graph(Node name, List<Triple> triples) {
    if (triples.size() <= SmallGraph.MOST) {
      return new SmallGraph(name, triples);
    }
    Graph graph = new MemoryGraph(name);
    triples.forEach(graph::add);
    return graph;
  }

  private void put(Quad quad, Map<Node, List<Triple>> triples) {
    Triple triple = quad.asTriple();
    triples.computeIfAbsent(quad.getGraph(), name -> new ArrayList<>()).add(triple);
    union.add(triple);
    graphsOf.merge(
        triple,
        List.of(quad.getGraph()),
        (a, b) -> List.copyOf(Iter.toList(Iter.concat(a.iterator(), b.iterator()))));
  }

  /** Where further named graphs are; empty if there are none. */
  Optional<Store> store() {
    return store;
  }

  /** Whether a graph is one of a store. */
  boolean isLayer(Node graph) {
    return layers.contains(graph);
  }

  /** The further named graphs. */
  Set<Node> layers() {
    return layers;
  }

  private Iterator<Quad> stored(Node g, Node s, Node p, Node o) {
    if (g.isConcrete()) {
      return isLayer(g) ? store.orElseThrow().find(g, s, p, o) : Iter.nullIterator();
    }
    return Iter.flatMap(layers.iterator(), layer -> store.orElseThrow().find(layer, s, p, o));
  }

  /** What paths reach in the default graph. */
  Reaches reaches() {
    return reaches;
  }

  /** Counts what is in the default graph. */
  void count() {
    statistics = new Statistics(defaultGraph.find());
  }

  /** What was counted in the default graph; empty until it is. */
  Optional<Statistics> statistics() {
    return Optional.ofNullable(statistics);
  }

  /** Makes what finds texts by their parts. */
  void indexTexts(Collection<Node> properties) {
    Set<Node> values = new LinkedHashSet<>();
    for (Node property : properties) {
      for (Graph graph : List.of(defaultGraph, union)) {
        graph
            .find(Node.ANY, property, Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(value -> value.isLiteral() || value.isURI())
            .forEachRemaining(values::add);
      }
    }
    texts = new SubstringIndex(values);
  }

  /** Finds the values of the properties that were indexed; empty until they are. */
  Optional<SubstringIndex> texts() {
    return Optional.ofNullable(texts);
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return defaultGraph.find(s, p, o).mapWith(t -> Quad.create(Quad.defaultGraphIRI, t));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    Graph graph = named.get(g);
    return graph == null ? stored(g, s, p, o) : graph.find(s, p, o).mapWith(t -> Quad.create(g, t));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    Iterator<Quad> found = Iter.flatMap(union.find(s, p, o), this::quads);
    return store.isEmpty() ? found : Iter.concat(found, stored(Node.ANY, s, p, o));
  }

  private Iterator<Quad> quads(Triple triple) {
    return Iter.map(graphsOf.get(triple).iterator(), g -> Quad.create(g, triple));
  }

  @Override
  public Iterator<Quad> findQuadsInUnionGraph(Node s, Node p, Node o) {
    Iterator<Quad> found = union.find(s, p, o).mapWith(t -> Quad.create(Quad.unionGraph, t));
    return store.isEmpty() ? found : Iter.concat(found, onlyStored(s, p, o));
  }

  /** In the union each triple stands once. */
  private Iterator<Quad> onlyStored(Node s, Node p, Node o) {
    Iterator<Triple> triples =
        Iter.filter(
            Iter.map(stored(Node.ANY, s, p, o), Quad::asTriple), triple -> !union.contains(triple));
    Iterator<Triple> once = layers.size() == 1 ? triples : Iter.distinct(triples);
    return Iter.map(once, triple -> Quad.create(Quad.unionGraph, triple));
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return store.isEmpty()
        ? named.keySet().iterator()
        : Iter.concat(named.keySet().iterator(), layers.iterator());
  }

  @Override
  public boolean containsGraph(Node graph) {
    return Quad.isDefaultGraph(graph)
        || Quad.isUnionGraph(graph)
        || named.containsKey(graph)
        || isLayer(graph);
  }

  @Override
  public long size() {
    return named.size() + layers.size();
  }

  @Override
  public Graph getDefaultGraph() {
    return defaultGraph;
  }

  @Override
  public Graph getUnionGraph() {
    return store.isEmpty() ? union : GraphView.createUnionGraph(this);
  }

  @Override
  public Graph getGraph(Node graph) {
    if (Quad.isDefaultGraph(graph)) {
      return defaultGraph;
    }
    if (Quad.isUnionGraph(graph)) {
      return getUnionGraph();
    }
    Graph found = named.get(graph);
    return found == null ? GraphView.createNamedGraph(this, graph) : found;
  }

  @Override
  public PrefixMap prefixes() {
    return prefixes;
  }

  @Override
  public void add(Quad quad) {
    throw immutable();
  }

  @Override
  public void delete(Quad quad) {
    throw immutable();
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    throw immutable();
  }

  @Override
  public void removeGraph(Node name) {
    throw immutable();
  }

  @Override
  public void clear() {
    throw immutable();
  }

  private static UnsupportedOperationException immutable() {
    return new UnsupportedOperationException("a release is immutable");
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    transactional.begin(type);
    store.ifPresent(Store::begin);
  }

  @Override
  public boolean promote(Promote mode) {
    return transactional.promote(mode);
  }

  @Override
  public void commit() {
    transactional.commit();
    store.ifPresent(Store::end);
  }

  @Override
  public void abort() {
    transactional.abort();
    store.ifPresent(Store::end);
  }

  @Override
  public void end() {
    transactional.end();
    store.ifPresent(Store::end);
  }

  @Override
  public ReadWrite transactionMode() {
    return transactional.transactionMode();
  }

  @Override
  public TxnType transactionType() {
    return transactional.transactionType();
  }

  @Override
  public boolean isInTransaction() {
    return transactional.isInTransaction();
  }
}
