package org.triplehelix.server.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCAT;
import org.triplehelix.vocab.Family;

/**
 * A description, read by property and language.
 *
 * @param graph that holds it
 */
record Described(Graph graph) {
  /** What is described. */
  static final Node DATASET = NodeFactory.createURI(Family.BASE);

  static final Property VERSION = ResourceFactory.createProperty(DCAT.NS, "version");
  static final Property DERIVED_FROM =
      ResourceFactory.createProperty("http://www.w3.org/ns/prov#", "wasDerivedFrom");
  static final Property NAME = ResourceFactory.createProperty("http://xmlns.com/foaf/0.1/", "name");

  /** The values of a property, in the order of their texts. */
  List<Node> all(Node subject, Property property) {
    Stream<Node> values =
        graph.stream(subject, property.asNode(), Node.ANY).map(t -> t.getObject());
    return values.sorted(Comparator.comparing(Described::text)).toList();
  }

  /** A value of a property. */
  Optional<Node> one(Node subject, Property property) {
    return all(subject, property).stream().findFirst();
  }

  /** A value's text, in a language where there is one of it; empty if there is no value. */
  String text(Node subject, Property property, String language) {
    List<Node> values = all(subject, property);
    return values.stream()
        .filter(v -> v.isLiteral() && v.getLiteralLanguage().equals(language))
        .findFirst()
        .or(() -> values.stream().findFirst())
        .map(Described::text)
        .orElse("");
  }

  /** What a term reads as. */
  static String text(Node node) {
    return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
  }
}
