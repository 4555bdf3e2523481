package org.triplehelix.server.document;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.entity.Description;
import org.triplehelix.export.JsonLdContext;
import org.triplehelix.export.JsonLdTree;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Reifiers;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.ResultFormats;

/** Writes what is told of a thing in the formats of RDF, with the prefixes that it uses. */
final class DocumentWriter {
  /** Where the JSON-LD context lies. */
  static final String CONTEXT = "/context.jsonld";

  private final Address address;
  private final Map<String, String> prefixes = new HashMap<>();
  private final Lazy<JsonLdContext> context;

  DocumentWriter(Release release, Address address) {
    this.context = new Lazy<>(() -> new JsonLdContext(release));
    this.address = address;
    release.prefixes().map().forEach((prefix, namespace) -> prefixes.put(namespace, prefix));
  }

  /** The JSON-LD context; made when it is first asked for. */
  JsonLdContext context() {
    return context.get();
  }

  /** Writes a description in one of the formats of documents. */
  void write(Description description, Format format, OutputStream out) {
    if (format.equals(ResultFormats.JSONLD)) {
      JsonLdTree.write(
          description.thing(), description.triples(), context(), address.absolute(CONTEXT), out);
    } else if (ResultFormats.GRAPHS.containsKey(format)) {
      RDFWriter.source(dataset(triples(description, format)).getDefaultGraph())
          .format(ResultFormats.GRAPHS.get(format))
          .output(out);
    } else {
      RDFWriter.source(dataset(quads(description, format)))
          .format(ResultFormats.DATASETS.get(format))
          .output(out);
    }
  }

  private static Stream<Quad> triples(Description description, Format format) {
    return in(
        Quad.defaultGraphIRI,
        Stream.concat(description.triples().stream(), reifiers(description, format)));
  }

  /** In RDF 1.2 as its view has it: no passages, as they would assert what is rejected. */
  private static Stream<Quad> quads(Description description, Format format) {
    return format.version().isEmpty()
        ? description.quads().stream()
        : Stream.of(
                triples(description, format),
                in(Graphs.CLAIMS, description.in(Graphs.CLAIMS)),
                in(Graphs.REIFIERS, reifiers(description, format)))
            .flatMap(quads -> quads);
  }

  private static Stream<Quad> in(Node graph, Stream<Triple> triples) {
    return triples.map(triple -> Quad.create(graph, triple));
  }

  private static Stream<Triple> reifiers(Description description, Format format) {
    return format.version().isEmpty()
        ? Stream.empty()
        : Reifiers.of(description.in(Graphs.CLAIMS).toList());
  }

  private DatasetGraph dataset(Stream<Quad> quads) {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    quads.forEach(
        quad -> {
          dataset.add(quad);
          Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
              .flatMap(node -> namespace(node).stream())
              .filter(prefixes::containsKey)
              .forEach(namespace -> dataset.prefixes().add(prefixes.get(namespace), namespace));
        });
    return dataset;
  }

  private static Optional<String> namespace(Node node) {
    String iri =
        node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
    int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    return end == 0 ? Optional.empty() : Optional.of(iri.substring(0, end));
  }
}
