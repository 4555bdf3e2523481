package org.triplehelix.server.dump;

import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.StoredFile;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.vocab.Family;

/** Releases and their files in DCAT, with checksums as SPDX has them; no blank nodes. */
final class DumpCatalogue {
  /** In which it can be had, beside the page. */
  static final List<Format> FORMATS =
      List.of(
          Format.HTML,
          ResultFormats.TURTLE,
          ResultFormats.JSONLD,
          ResultFormats.NTRIPLES,
          ResultFormats.RDFXML);

  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

  private final Address address;
  private final Graph graph = GraphFactory.createDefaultGraph();

  DumpCatalogue(Address address) {
    this.address = address;
    graph.getPrefixMapping().setNsPrefix("dcat", DCAT.NS);
    graph.getPrefixMapping().setNsPrefix("dcterms", DCTerms.NS);
    graph.getPrefixMapping().setNsPrefix("spdx", SPDX);
  }

  Graph graph() {
    return graph;
  }

  /** The list of all releases. */
  void releases(List<String> hashes) {
    Node catalogue = NodeFactory.createURI(address.absolute("/dump/"));
    type(catalogue, DCAT.Catalog);
    hashes.forEach(hash -> add(catalogue, DCAT.dataset, release(hash)));
  }

  /** One release. */
  Node release(String hash) {
    Node release = NodeFactory.createURI(Release.NAMESPACE + hash);
    type(release, DCAT.Dataset);
    add(release, DCTerms.isVersionOf, NodeFactory.createURI(Family.BASE));
    add(release, DCTerms.identifier, text(hash));
    add(release, DCAT.landingPage, NodeFactory.createURI(address.absolute("/dump/" + hash + "/")));
    return release;
  }

  /** One file of a release. */
  void file(String hash, DumpFile file, StoredFile stored) {
    String url = address.absolute("/dump/" + hash + "/" + file.name());
    Node distribution = NodeFactory.createURI(url);
    add(release(hash), DCAT.distribution, distribution);
    type(distribution, DCAT.Distribution);
    add(distribution, DCTerms.title, text(file.name()));
    add(distribution, DCAT.downloadURL, distribution);
    add(distribution, DCAT.mediaType, mediaType(file.form()));
    if (file.compressed()) {
      add(distribution, DCAT.compressFormat, mediaType(file.type()));
    }
    add(
        distribution,
        DCAT.byteSize,
        value(Long.toString(stored.size()), XSDDatatype.XSDnonNegativeInteger));
    Node checksum = NodeFactory.createURI(url + "#checksum");
    add(distribution, spdx("checksum"), checksum);
    graph.add(checksum, RDF.Nodes.type, spdx("Checksum"));
    add(checksum, spdx("algorithm"), spdx("checksumAlgorithm_sha256"));
    add(checksum, spdx("checksumValue"), value(stored.sha256(), XSDDatatype.XSDhexBinary));
  }

  private static Node mediaType(Format format) {
    return NodeFactory.createURI(MEDIA_TYPES + format.mediaType());
  }

  private static Node spdx(String local) {
    return NodeFactory.createURI(SPDX + local);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node value(String text, RDFDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  private void type(Node subject, Resource type) {
    graph.add(subject, RDF.Nodes.type, type.asNode());
  }

  private void add(Node subject, Property property, Node object) {
    add(subject, property.asNode(), object);
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }
}
