package org.triplehelix.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.triplehelix.vocab.Prefixes;

/**
 * The VoID partitions of the default graph: how often each class and property is used, and for each
 * property of a class to which classes and datatypes it leads. Editors ask for all of the latter at
 * once, so they are told where people described things so, and not of what only follows nor of the
 * ontology; of an object's classes only the narrowest are named.
 */
final class Partitions {
  private static final String VOID_EXT = "http://ldf.fi/void-ext#";
  private static final Node DATATYPE_PARTITION =
      NodeFactory.createURI(VOID_EXT + "datatypePartition");
  private static final Node DATATYPE = NodeFactory.createURI(VOID_EXT + "datatype");

  private final Prefixes prefixes;
  private final Map<Node, Set<Node>> classesOf = new HashMap<>();
  private final Map<Node, Set<Node>> narrowestOf = new HashMap<>();
  private final Map<Node, Set<Node>> wider = new HashMap<>();
  private final Use all = new Use();
  private final Map<Node, Use> byClass = new HashMap<>();
  private final Set<Triple> inferred = new HashSet<>();
  private final Set<Node> ontology = new HashSet<>();
  private final List<Triple> triples = new ArrayList<>();

  /** How a set of things uses properties. */
  private static final class Use {
    private final Map<Node, Property> properties = new HashMap<>();
    private long entities;
    private boolean described;

    Property property(Node property) {
      return properties.computeIfAbsent(property, p -> new Property());
    }
  }

  /** How often a property is used, and to what it leads. */
  private static final class Property {
    private final Set<Node> classes = new HashSet<>();
    private final Set<Node> datatypes = new HashSet<>();
    private long triples;
    private boolean described;
  }

  private Partitions(Prefixes prefixes) {
    this.prefixes = prefixes;
  }

  /** What is said of the default graph of a release. */
  static List<Triple> of(Collection<Quad> content, Prefixes prefixes) {
    Partitions partitions = new Partitions(prefixes);
    content.forEach(partitions::sort);
    List<Triple> graph = content.stream().filter(Quad::isDefaultGraph).map(Quad::asTriple).toList();
    graph.forEach(partitions::classify);
    graph.forEach(partitions::count);
    partitions.describe();
    return partitions.triples;
  }

  private void sort(Quad quad) {
    if (quad.getGraph().equals(Graphs.INFERRED)) {
      inferred.add(quad.asTriple());
    } else if (quad.getGraph().equals(Graphs.ONTOLOGY)) {
      ontology.add(quad.getSubject());
    }
  }

  private void classify(Triple triple) {
    if (triple.getPredicate().equals(RDF.Nodes.type)) {
      classesOf.computeIfAbsent(triple.getSubject(), s -> new HashSet<>()).add(triple.getObject());
    } else if (triple.getPredicate().equals(RDFS.Nodes.subClassOf)) {
      wider.computeIfAbsent(triple.getSubject(), s -> new HashSet<>()).add(triple.getObject());
    }
  }

  private void count(Triple triple) {
    Node predicate = triple.getPredicate();
    boolean described = !ontology.contains(triple.getSubject()) && !inferred.contains(triple);
    all.property(predicate).triples++;
    for (Node each : classesOf.getOrDefault(triple.getSubject(), Set.of())) {
      Use use = byClass.computeIfAbsent(each, c -> new Use());
      Property property = use.property(predicate);
      property.triples++;
      property.described |= described;
      if (triple.getObject().isLiteral()) {
        property.datatypes.add(NodeFactory.createURI(triple.getObject().getLiteralDatatypeURI()));
      } else if (!predicate.equals(RDF.Nodes.type)) {
        property.classes.addAll(narrowest(triple.getObject()));
      }
    }
    if (predicate.equals(RDF.Nodes.type)) {
      Use use = byClass.computeIfAbsent(triple.getObject(), c -> new Use());
      use.entities++;
      use.described |= described;
    }
  }

  private Set<Node> narrowest(Node thing) {
    return narrowestOf.computeIfAbsent(
        thing,
        t -> {
          Set<Node> classes = classesOf.getOrDefault(t, Set.of());
          Set<Node> narrowest = new HashSet<>(classes);
          narrowest.removeIf(c -> classes.stream().anyMatch(d -> isNarrower(d, c)));
          return narrowest;
        });
  }

  private boolean isNarrower(Node one, Node other) {
    return wider.getOrDefault(one, Set.of()).contains(other)
        && !wider.getOrDefault(other, Set.of()).contains(one);
  }

  private void describe() {
    all.properties.forEach((p, use) -> property(Description.DATASET, Description.PARTS, p, use));
    byClass.forEach(
        (type, use) -> {
          Node partition =
              part(Description.DATASET, VOID.classPartition.asNode(), Description.PARTS, type);
          say(partition, VOID._class.asNode(), type);
          triples.add(Description.count(partition, VOID.entities, use.entities));
          if (use.described) {
            use.properties.forEach((p, u) -> propertyOfClass(partition, p, u));
          }
        });
  }

  private void propertyOfClass(Node partition, Node property, Property use) {
    if (use.described) {
      property(partition, partition.getURI() + "/", property, use);
    }
  }

  private void property(Node whole, String namespace, Node property, Property use) {
    Node partition = part(whole, VOID.propertyPartition.asNode(), namespace, property);
    say(partition, VOID.property.asNode(), property);
    triples.add(Description.count(partition, VOID.triples, use.triples));
    String below = partition.getURI() + "/";
    for (Node type : use.classes) {
      Node range = part(partition, VOID.classPartition.asNode(), below, type);
      say(range, VOID._class.asNode(), type);
    }
    for (Node datatype : use.datatypes) {
      say(part(partition, DATATYPE_PARTITION, below, datatype), DATATYPE, datatype);
    }
  }

  /** A part, named as the whole and by what makes it one. */
  private Node part(Node whole, Node relation, String namespace, Node by) {
    String name = prefixes.abbreviate(by.getURI());
    Node part =
        NodeFactory.createURI(
            namespace
                + (name.startsWith("<") ? URLEncoder.encode(name, StandardCharsets.UTF_8) : name));
    say(whole, relation, part);
    return part;
  }

  private void say(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }
}
