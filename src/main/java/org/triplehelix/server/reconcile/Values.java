package org.triplehelix.server.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.vocab.TH;

/**
 * The values of an entity. A property is one of three: a property of the graph, which the entity or
 * its records elsewhere have; an authority, whose value is the identifier of the record there; an
 * indicator, of which there are figures about the entity.
 */
final class Values {
  private static final String SCHEMA = "https://schema.org/";
  private static final String SOSA = "http://www.w3.org/ns/sosa/";
  private static final Node RECORD_OF = th("recordOf");
  private static final Node AUTHORITY = th("authority");
  private static final Node IDENTIFIER = NodeFactory.createURI(SCHEMA + "identifier");
  private static final Node FEATURE = NodeFactory.createURI(SOSA + "hasFeatureOfInterest");
  private static final Node OBSERVED = NodeFactory.createURI(SOSA + "observedProperty");
  private static final Node RESULT = NodeFactory.createURI(SOSA + "hasSimpleResult");

  /** Of records; the others tell about the record, not about the entity. */
  private static final List<Node> OF_RECORDS =
      List.of(NodeFactory.createURI(SCHEMA + "url"), th("recordFounded"));

  private final DatasetGraph dataset;

  Values(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** What a figure is of and how it is meant, beside its entity and indicator. */
  private static final List<Node> BOUNDING =
      List.of(
          TH.asWritten,
          th("category"),
          TH.scopeNote,
          th("denominator"),
          TH.underCondition,
          TH.during,
          TH.relativeTime,
          TH.modality,
          TH.status);

  private static final List<Node> ORDINARY = List.of(TH.Stated, TH.Accepted);

  /**
   * A number with what must be said with it.
   *
   * @param number in the base unit
   * @param bounds its words, category, scope, time, and that it is planned or doubted
   */
  record Figure(Node number, List<Node> bounds) {}

  private static Node th(String name) {
    return NodeFactory.createURI(TH.NS + name);
  }

  /** The values of a property, each once. */
  Set<Node> of(Node entity, Node property) {
    Set<Node> values = new LinkedHashSet<>(objects(entity, property));
    for (Node record : subjects(RECORD_OF, entity)) {
      if (OF_RECORDS.contains(property)) {
        values.addAll(objects(record, property));
      }
      if (objects(record, AUTHORITY).contains(property)) {
        values.addAll(objects(record, IDENTIFIER));
      }
    }
    return values;
  }

  /** The figures of an indicator about an entity that give a number. */
  List<Figure> figures(Node entity, Node indicator) {
    return subjects(FEATURE, entity).stream()
        .filter(figure -> objects(figure, OBSERVED).contains(indicator))
        .flatMap(figure -> objects(figure, RESULT).stream().map(number -> figure(figure, number)))
        .toList();
  }

  private Figure figure(Node figure, Node number) {
    List<Node> bounds = new ArrayList<>();
    BOUNDING.forEach(property -> bounds.addAll(objects(figure, property)));
    bounds.removeAll(ORDINARY);
    return new Figure(number, bounds);
  }

  /** The properties that an entity has values of. */
  Set<Node> properties(Node entity) {
    Set<Node> properties = new LinkedHashSet<>();
    find(entity, Node.ANY, Node.ANY).forEach(quad -> properties.add(quad.getPredicate()));
    properties.remove(RDFS.label.asNode());
    properties.remove(RDF.Nodes.type);
    for (Node record : subjects(RECORD_OF, entity)) {
      properties.addAll(objects(record, AUTHORITY));
      OF_RECORDS.stream().filter(p -> !objects(record, p).isEmpty()).forEach(properties::add);
    }
    for (Node figure : subjects(FEATURE, entity)) {
      if (!objects(figure, RESULT).isEmpty()) {
        properties.addAll(objects(figure, OBSERVED));
      }
    }
    return properties;
  }

  private List<Node> objects(Node subject, Node predicate) {
    return find(subject, predicate, Node.ANY).stream().map(Quad::getObject).toList();
  }

  private List<Node> subjects(Node predicate, Node object) {
    return find(Node.ANY, predicate, object).stream().map(Quad::getSubject).toList();
  }

  /** What is in a property's range, by the ontology. */
  List<Node> ranges(Node property) {
    return objects(property, RDFS.range.asNode());
  }

  /** The classes right above one. */
  List<Node> broader(Node type) {
    return objects(type, RDFS.subClassOf.asNode());
  }

  private List<Quad> find(Node subject, Node predicate, Node object) {
    List<Quad> quads = new ArrayList<>();
    dataset.find(Quad.defaultGraphIRI, subject, predicate, object).forEachRemaining(quads::add);
    return quads;
  }
}
