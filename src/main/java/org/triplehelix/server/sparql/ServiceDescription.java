package org.triplehelix.server.sparql;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.vocab.Family;

/**
 * What a SPARQL service is and offers (SPARQL 1.2 Service Description), with names under its own
 * address and no blank nodes.
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> RESULTS =
      List.of(
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "N-Triples",
          "JSON-LD",
          "RDF_XML");

  /** Where programs find more. */
  private static final List<String> SEE_ALSO =
      List.of("/.well-known/sparql-examples", "/.well-known/void", "/catalog");

  private final Endpoint endpoint;
  private final Address address;
  private final Graph graph = GraphFactory.createDefaultGraph();

  private ServiceDescription(Endpoint endpoint, Address address) {
    this.endpoint = endpoint;
    this.address = address;
  }

  /** The description of a service. */
  static Graph of(Endpoint endpoint, Address address) {
    ServiceDescription description = new ServiceDescription(endpoint, address);
    Release release = endpoint.release().get();
    description.graph.getPrefixMapping().setNsPrefix("sd", SD);
    description.graph.getPrefixMapping().setNsPrefix("formats", FORMATS);
    description.graph.getPrefixMapping().setNsPrefix("void", VOID.getURI());
    description.graph.getPrefixMapping().setNsPrefix("sh", SHACL.NS);
    description.service();
    description.graphs(release);
    description.vocabulary(release);
    return description.graph;
  }

  private void service() {
    Node service = name("service");
    type(service, "Service");
    add(service, "endpoint", NodeFactory.createURI(address.absolute(endpoint.path())));
    add(service, "supportedLanguage", sd("SPARQL10Query"));
    add(service, "supportedLanguage", sd("SPARQL11Query"));
    RESULTS.forEach(f -> add(service, "resultFormat", NodeFactory.createURI(FORMATS + f)));
    if (!endpoint.engine().get().isElsewhere()) {
      ownFeatures(service);
    }
    add(service, "defaultDataset", name("dataset"));
    SEE_ALSO.stream()
        .map(path -> NodeFactory.createURI(address.absolute(path)))
        .forEach(more -> graph.add(service, RDFS.Nodes.seeAlso, more));
  }

  /** What no back end is asked for. */
  private void ownFeatures(Node service) {
    add(service, "supportedLanguage", sd("SPARQL12Query"));
    add(service, "propertyFeature", NodeFactory.createURI("http://jena.apache.org/text#query"));
  }

  private void graphs(Release release) {
    Node dataset = name("dataset");
    type(dataset, "Dataset");
    Node defaultGraph = name("default-graph");
    add(dataset, "defaultGraph", defaultGraph);
    content(defaultGraph, release.defaultGraphSize());
    Map<String, Long> sizes = new TreeMap<>();
    for (Quad quad : release.quads()) {
      if (!quad.isDefaultGraph()) {
        sizes.merge(quad.getGraph().getURI(), 1L, Long::sum);
      }
    }
    sizes.forEach((iri, size) -> named(dataset, iri, size));
  }

  /**
   * What editors ask for, as far as it is short: prefixes, and the classes of the default graph.
   * All partitions and the saved questions are in {@code graph:meta} and the default graph.
   */
  private void vocabulary(Release release) {
    List<Triple> meta =
        release.quads().stream()
            .filter(q -> q.getGraph().equals(Graphs.META))
            .map(Quad::asTriple)
            .toList();
    Set<Node> parts = new HashSet<>();
    for (Triple triple : meta) {
      if (triple.getSubject().getURI().equals(Family.BASE)) {
        if (triple.getPredicate().equals(VOID.classPartition.asNode())) {
          graph.add(
              Triple.create(name("default-graph"), triple.getPredicate(), triple.getObject()));
          parts.add(triple.getObject());
        } else if (triple.getPredicate().equals(SHACL.declare)) {
          graph.add(Triple.create(name("dataset"), triple.getPredicate(), triple.getObject()));
          parts.add(triple.getObject());
        }
      }
    }
    meta.stream()
        .filter(t -> parts.contains(t.getSubject()))
        .filter(t -> !t.getPredicate().equals(VOID.propertyPartition.asNode()))
        .forEach(graph::add);
    Node dataset = NodeFactory.createURI(Family.BASE);
    graph.add(Triple.create(name("dataset"), RDFS.Nodes.seeAlso, dataset));
  }

  private void named(Node dataset, String iri, long size) {
    String local = iri.startsWith(Family.BASE) ? iri.substring(Family.BASE.length()) : iri;
    Node entry = name("named/" + local);
    Node content = name("content/" + local);
    add(dataset, "namedGraph", entry);
    type(entry, "NamedGraph");
    add(entry, "name", NodeFactory.createURI(iri));
    add(entry, "graph", content);
    content(content, size);
  }

  private void content(Node subject, long triples) {
    type(subject, "Graph");
    Node number = NodeFactory.createLiteralDT(Long.toString(triples), XSDDatatype.XSDinteger);
    graph.add(Triple.create(subject, VOID.triples.asNode(), number));
  }

  private Node name(String fragment) {
    return NodeFactory.createURI(address.absolute(endpoint.path()) + "#" + fragment);
  }

  private static Node sd(String local) {
    return NodeFactory.createURI(SD + local);
  }

  private void type(Node subject, String type) {
    graph.add(Triple.create(subject, RDF.Nodes.type, sd(type)));
  }

  private void add(Node subject, String property, Node object) {
    graph.add(Triple.create(subject, sd(property), object));
  }
}
