package org.triplehelix.server.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.triplehelix.entity.Description;
import org.triplehelix.entity.Descriptions;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.vocab.TH;

/** The things that the release names, found by the paths of their names. */
final class Things {
  /** The path of the ontology's name. */
  static final String ONTOLOGY = "/ontology";

  private static final int NEAR = 3;
  private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

  private final DatasetGraph dataset;
  private final Descriptions descriptions;
  private final Supplier<NameIndex> names;

  Things(DatasetGraph dataset, Supplier<NameIndex> names) {
    this.dataset = dataset;
    this.names = names;
    this.descriptions = new Descriptions(dataset);
  }

  /**
   * What is said of a thing.
   *
   * @throws Problem if nothing is
   */
  Description described(Links links) {
    if (links.path().equals(ONTOLOGY)) {
      return ontology();
    }
    return descriptions.of(NodeFactory.createURI(links.iri())).orElseThrow(() -> missing(links));
  }

  /** The whole ontology. */
  Description ontology() {
    List<Quad> quads = new ArrayList<>();
    Iterator<Quad> found = dataset.find(Graphs.ONTOLOGY, Node.ANY, Node.ANY, Node.ANY);
    while (found.hasNext()) {
      Quad quad = found.next();
      quads.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
      quads.add(quad);
    }
    return new Description(TH.ONTOLOGY, quads);
  }

  /** The path of the name of the ontology's version. */
  Optional<String> ontologyVersion() {
    return path(TH.ONTOLOGY, OWL2.versionIRI.asNode());
  }

  private Optional<String> path(Node thing, Node property) {
    Iterator<Quad> found = dataset.find(Quad.defaultGraphIRI, thing, property, Node.ANY);
    return found.hasNext() ? Address.path(found.next().getObject().getURI()) : Optional.empty();
  }

  /**
   * A name that is in use.
   *
   * @throws Problem if it is not, or no longer
   */
  void demand(Links links) {
    Node thing = NodeFactory.createURI(links.iri());
    if (isRetired(thing) && replacement(links).isEmpty()) {
      throw new Problem(
          Problem.Kind.GONE,
          links.iri() + " is retired, and nothing took its place.",
          "An earlier release tells what it was.");
    }
    if (!dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY)
        && !dataset.contains(Node.ANY, Node.ANY, Node.ANY, thing)) {
      throw missing(links);
    }
  }

  private boolean isRetired(Node thing) {
    return dataset.contains(Quad.defaultGraphIRI, thing, OWL2.deprecated.asNode(), TRUE);
  }

  /** The path of what took a thing's place. */
  Optional<String> replacement(Links links) {
    return path(NodeFactory.createURI(links.iri()), DCTerms.isReplacedBy.asNode());
  }

  private Problem missing(Links links) {
    String name = links.path().substring(links.path().lastIndexOf('/') + 1);
    List<String> near =
        names.get().near(name.replace('-', ' '), NEAR).stream().map(Node::getURI).toList();
    return new Problem(
            Problem.Kind.NOT_FOUND,
            "This release says nothing of " + links.iri() + ".",
            near.isEmpty()
                ? "Look for it by name with /search?q=."
                : "Is it one of those near? Look for it by name with /search?q=.")
        .with("name", links.iri())
        .with("near", near);
  }
}
