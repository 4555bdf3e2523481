package org.triplehelix.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.graph.ShapeFiles;
import org.triplehelix.vocab.TH;

/** No class of the ontology goes without a shape, not even one that is new. */
class ShapedClassesTest {
  private static final Node NODE = NodeFactory.createURI(TH.NS + "Node");
  private static final Content CONTENT = Content.at(Path.of(""));

  private final Graph shapes = ShapeFiles.shapes(CONTENT);
  private final Graph ontology = GraphFactory.createDefaultGraph();

  ShapedClassesTest() {
    ReleaseBuilder.build(CONTENT).quads().stream()
        .filter(quad -> quad.getGraph().equals(Graphs.ONTOLOGY))
        .forEach(quad -> ontology.add(quad.asTriple()));
  }

  @Test
  void everyClassHasAShape() {
    assertTrue(classes().size() > 100);
    assertEquals(List.of(), classes().stream().filter(c -> targeting(c).isEmpty()).toList());
  }

  @Test
  void everyKindOfNodeHasAClosedShape() {
    List<Node> open =
        classes().stream()
            .filter(c -> !c.equals(NODE) && withSuperclasses(c).contains(NODE))
            .filter(c -> targeting(c).stream().noneMatch(this::closed))
            .toList();
    assertEquals(List.of(), open);
  }

  @Test
  void aNewClassIsFound() {
    Node thing = NodeFactory.createURI(TH.NS + "NewThing");
    Node node = NodeFactory.createURI(TH.NS + "NewNode");
    ontology.add(Triple.create(thing, RDF.Nodes.type, OWL2.Class.asNode()));
    ontology.add(Triple.create(node, RDF.Nodes.type, OWL2.Class.asNode()));
    ontology.add(Triple.create(node, RDFS.subClassOf.asNode(), NODE));
    Set<Node> found = new HashSet<>(classes());
    found.removeIf(c -> !targeting(c).isEmpty());
    assertEquals(Set.of(thing, node), found);
  }

  private Set<Node> classes() {
    return ontology
        .find(Node.ANY, RDF.Nodes.type, OWL2.Class.asNode())
        .mapWith(Triple::getSubject)
        .filterKeep(c -> c.isURI() && c.getURI().startsWith(TH.NS))
        .toSet();
  }

  /** The shapes of a class or a superclass; what holds for every node says too little of one. */
  private Set<Node> targeting(Node type) {
    Set<Node> found = new HashSet<>();
    for (Node superclass : withSuperclasses(type)) {
      if (!superclass.equals(NODE) || type.equals(NODE)) {
        shapes
            .find(Node.ANY, sh("targetClass"), superclass)
            .forEach(t -> found.add(t.getSubject()));
      }
    }
    return found;
  }

  private Set<Node> withSuperclasses(Node type) {
    Set<Node> found = new HashSet<>();
    add(type, found);
    return found;
  }

  private void add(Node type, Set<Node> found) {
    if (found.add(type)) {
      ontology
          .find(type, RDFS.subClassOf.asNode(), Node.ANY)
          .mapWith(Triple::getObject)
          .toList()
          .forEach(superclass -> add(superclass, found));
    }
  }

  private boolean closed(Node shape) {
    return shapes.contains(shape, sh("closed"), NodeFactory.createLiteralByValue(true));
  }

  private static Node sh(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/shacl#" + name);
  }
}
