package org.triplehelix.server;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.vocab.Family;

/**
 * What the SPARQL service is and offers (SPARQL 1.1 Service Description), with names relative to
 * its own address and no blank nodes.
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String SELF = Family.BASE + "sparql";

  private final Graph graph = GraphFactory.createDefaultGraph();

  ServiceDescription(Release release) {
    graph.getPrefixMapping().setNsPrefix("sd", SD);
    graph.getPrefixMapping().setNsPrefix("formats", FORMATS);
    graph.getPrefixMapping().setNsPrefix("void", VOID.getURI());
    Node service = name("");
    type(service, "Service");
    add(service, "endpoint", NodeFactory.createURI(SELF));
    Stream.of("SPARQL10Query", "SPARQL11Query")
        .forEach(language -> add(service, "supportedLanguage", sd(language)));
    Stream.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "JSON-LD",
            "RDF_XML")
        .forEach(f -> add(service, "resultFormat", NodeFactory.createURI(FORMATS + f)));
    add(service, "extensionFunction", NodeFactory.createURI("http://jena.apache.org/text#query"));
    graphs(service, release);
  }

  private void graphs(Node service, Release release) {
    Node dataset = name("dataset");
    Node defaultGraph = name("default-graph");
    add(service, "defaultDataset", dataset);
    type(dataset, "Dataset");
    add(dataset, "defaultGraph", defaultGraph);
    type(defaultGraph, "Graph");
    triples(defaultGraph, release.defaultGraphSize());
    release.quads().stream()
        .filter(quad -> !quad.isDefaultGraph())
        .collect(
            java.util.stream.Collectors.groupingBy(
                org.apache.jena.sparql.core.Quad::getGraph, java.util.stream.Collectors.counting()))
        .forEach((graphName, size) -> named(dataset, graphName, size));
  }

  private void named(Node dataset, Node graphName, long size) {
    String local = graphName.getURI().substring(Family.BASE.length());
    Node entry = name("graph/" + local);
    Node content = name("content/" + local);
    add(dataset, "namedGraph", entry);
    type(entry, "NamedGraph");
    add(entry, "name", graphName);
    add(entry, "graph", content);
    type(content, "Graph");
    triples(content, size);
  }

  private static Node name(String fragment) {
    return NodeFactory.createURI(SELF + (fragment.isEmpty() ? "#service" : "#" + fragment));
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

  private void triples(Node subject, long number) {
    graph.add(
        Triple.create(
            subject,
            VOID.triples.asNode(),
            NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger)));
  }

  /** The description as an answer. */
  Route.Prepared prepared() {
    return new Fixed(
        List.copyOf(ResultFormats.OF_GRAPHS),
        "service description",
        (format, out) ->
            RDFWriter.source(graph).format(ResultFormats.GRAPHS.get(format)).output(out));
  }
}
