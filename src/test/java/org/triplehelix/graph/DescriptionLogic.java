package org.triplehelix.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.triplehelix.vocab.Genid;

/** Triples before an independent reasoner of OWL 2 DL: HermiT, by the OWL API. */
final class DescriptionLogic {
  private final OWLOntology ontology;
  private final Reasoner reasoner;

  DescriptionLogic(Collection<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(t -> graph.add(blank(t.getSubject()), t.getPredicate(), blank(t.getObject())));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RDFDataMgr.write(bytes, graph, Lang.NTRIPLES);
    try {
      ontology =
          OWLManager.createOWLOntologyManager()
              .loadOntologyFromOntologyDocument(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (OWLOntologyCreationException e) {
      throw new IllegalStateException(e);
    }
    Configuration configuration = new Configuration();
    configuration.ignoreUnsupportedDatatypes = true;
    reasoner = new Reasoner(configuration, ontology);
  }

  /** OWL's lists and expressions must be blank nodes to be known as such. */
  private static Node blank(Node node) {
    return Genid.isNameless(node)
        ? NodeFactory.createBlankNode(node.getURI().replaceAll("\\W", ""))
        : node;
  }

  boolean isConsistent() {
    return reasoner.isConsistent();
  }

  /** The classes that nothing can be of. */
  Set<String> unsatisfiable() {
    Set<String> names = new TreeSet<>();
    reasoner
        .getUnsatisfiableClasses()
        .getEntitiesMinusBottom()
        .forEach(c -> names.add(c.getIRI().toString()));
    return names;
  }

  /** What is not in the profile of OWL 2 DL, by kind and what it is about. */
  Set<String> violations() {
    Set<String> violations = new TreeSet<>();
    new OWL2DLProfile()
        .checkOntology(ontology)
        .getViolations()
        .forEach(
            v ->
                violations.add(
                    v.getClass().getSimpleName().replace("UseOf", "") + " " + v.getExpression()));
    return violations;
  }

  /** Types of things and links between them that the reasoner finds; owl:Thing left out. */
  Set<Triple> assertions() {
    Set<Triple> found = new HashSet<>();
    ontology.individualsInSignature().forEach(thing -> types(thing, found));
    ontology
        .objectPropertiesInSignature()
        .filter(p -> !p.isOWLTopObjectProperty() && !p.isOWLBottomObjectProperty())
        .forEach(property -> links(property, found));
    return found;
  }

  /** Which named class is below which other. */
  Set<Triple> hierarchy() {
    Set<Triple> found = new HashSet<>();
    ontology
        .classesInSignature()
        .forEach(
            sub ->
                reasoner
                    .getSuperClasses(sub, false)
                    .entities()
                    .filter(sup -> !sup.isOWLThing())
                    .forEach(
                        sup ->
                            found.add(
                                Triple.create(
                                    node(sub.getIRI()),
                                    RDFS.Nodes.subClassOf,
                                    node(sup.getIRI())))));
    return found;
  }

  private void types(OWLNamedIndividual thing, Set<Triple> found) {
    reasoner
        .getTypes(thing, false)
        .entities()
        .filter(type -> !type.isOWLThing())
        .forEach(
            type ->
                found.add(
                    Triple.create(node(thing.getIRI()), RDF.Nodes.type, node(type.getIRI()))));
  }

  private void links(OWLObjectProperty property, Set<Triple> found) {
    Node predicate = node(property.getIRI());
    reasoner
        .getObjectPropertyInstances(property)
        .forEach(
            (from, to) ->
                to.forEach(
                    other ->
                        found.add(
                            Triple.create(node(from.getIRI()), predicate, node(other.getIRI())))));
  }

  private static Node node(IRI iri) {
    return NodeFactory.createURI(iri.toString());
  }

  /** Whether the ontology has a class or object property of that name. */
  boolean knows(Node term) {
    IRI iri = IRI.create(term.getURI());
    return ontology.containsClassInSignature(iri)
        || ontology.containsObjectPropertyInSignature(iri);
  }
}
