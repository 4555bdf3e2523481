package org.triplehelix.server.releases;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** The releases as versions of the dataset, by DCAT 3. */
final class DcatVersions {
  private static final Node DATASET = NodeFactory.createURI(Family.BASE);

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Address address;

  private DcatVersions(Address address) {
    this.address = address;
    graph.getPrefixMapping().setNsPrefix("dcat", DCAT.NS);
    graph.getPrefixMapping().setNsPrefix("dcterms", DCTerms.NS);
    graph.getPrefixMapping().setNsPrefix("th", TH.NS);
  }

  /** The versions. */
  static Graph of(List<Step> steps, Address address) {
    DcatVersions versions = new DcatVersions(address);
    versions.add(DATASET, RDF.Nodes.type, DCAT.Dataset.asNode());
    steps.forEach(versions::add);
    steps.stream()
        .filter(Step::isServed)
        .forEach(s -> versions.add(DATASET, dcat("hasCurrentVersion"), name(s.kept().hash())));
    return versions.graph;
  }

  private void add(Step step) {
    Node release = name(step.kept().hash());
    add(release, RDF.Nodes.type, DCAT.Dataset.asNode());
    add(release, RDF.Nodes.type, TH.Release);
    add(release, TH.contentHash, NodeFactory.createLiteralString(step.kept().hash()));
    add(
        release,
        DCTerms.issued.asNode(),
        NodeFactory.createLiteralDT(step.kept().since().toString(), XSDDatatype.XSDdateTime));
    add(DATASET, dcat("hasVersion"), release);
    add(release, dcat("isVersionOf"), DATASET);
    step.before()
        .ifPresent(
            before -> {
              add(release, dcat("previousVersion"), name(before.hash()));
              add(
                  release,
                  DCTerms.relation.asNode(),
                  NodeFactory.createURI(
                      address.absolute(DiffRoute.path(before.hash(), step.kept().hash()))));
            });
  }

  private void add(Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }

  private static Node name(String hash) {
    return NodeFactory.createURI(Release.NAMESPACE + hash);
  }

  private static Node dcat(String local) {
    return NodeFactory.createURI(DCAT.NS + local);
  }
}
