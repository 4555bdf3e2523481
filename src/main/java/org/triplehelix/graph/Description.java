package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.VOID;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/**
 * What a release says of itself beside what people wrote in the catalogue: which release it is, its
 * VoID statistics and linksets, its prefixes and questions.
 */
public final class Description {
  /** The dataset that all releases are versions of. */
  static final Node DATASET = NodeFactory.createURI(Family.BASE);

  /** What the names of the dataset's parts start with; people name nothing so. */
  static final String PARTS = Family.BASE + "#";

  private static final Node VERSION = NodeFactory.createURI(DCAT.NS + "version");
  private static final Node CURRENT = NodeFactory.createURI(DCAT.NS + "hasCurrentVersion");

  private static final Set<Node> BUILT =
      Set.of(
          VOID.triples.asNode(),
          VOID.distinctSubjects.asNode(),
          VOID.distinctObjects.asNode(),
          VOID.properties.asNode(),
          VOID.classes.asNode(),
          VOID.entities.asNode(),
          VOID.vocabulary.asNode(),
          VOID.subset.asNode(),
          VOID.classPartition.asNode(),
          VOID.propertyPartition.asNode(),
          SHACL.declare,
          DCTerms.temporal.asNode(),
          CURRENT);

  private static final Comparator<Node> DAY = Comparator.comparing(Node::getLiteralLexicalForm);

  private final List<Quad> content;
  private final List<Triple> defaultGraph;
  private final Prefixes prefixes;
  private final List<Triple> triples = new ArrayList<>();

  private Description(List<Quad> content, Prefixes prefixes) {
    this.content = content;
    this.defaultGraph = content.stream().filter(Quad::isDefaultGraph).map(Quad::asTriple).toList();
    this.prefixes = prefixes;
  }

  /**
   * The description of a release.
   *
   * @param hash of its content
   * @param content all statements outside of {@code graph:meta}
   * @param catalogue what people wrote of the dataset
   * @param files with the questions
   */
  static List<Triple> of(
      String hash, List<Quad> content, List<Triple> catalogue, Content files, Prefixes prefixes) {
    Description description = new Description(content, prefixes);
    description.release(hash, catalogue);
    description.period();
    description.sizes();
    description.statistics();
    description.vocabularies();
    description.linksets();
    description.prefixes();
    description.triples.addAll(Partitions.of(content, prefixes));
    description.triples.addAll(Examples.of(files, prefixes));
    return description.triples;
  }

  /** Whether a statement of {@code graph:meta} is of the kind that the build makes. */
  public static boolean isBuilt(Triple triple) {
    String subject = triple.getSubject().getURI();
    return subject.startsWith(PARTS)
        || subject.startsWith(Release.NAMESPACE)
        || subject.startsWith(Family.QUESTION.namespace())
        || BUILT.contains(triple.getPredicate())
        || subject.startsWith(TH.NS);
  }

  /** A count by a property of VoID. */
  static Triple count(Node of, Property property, long number) {
    return Triple.create(
        of,
        property.asNode(),
        NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
  }

  private void release(String hash, List<Triple> catalogue) {
    Node release = Release.named(hash);
    say(release, RDF.Nodes.type, TH.Release);
    say(release, RDF.Nodes.type, DCAT.Dataset.asNode());
    say(release, DCTerms.isVersionOf.asNode(), DATASET);
    say(release, TH.contentHash, string(hash));
    say(DATASET, CURRENT, release);
    catalogue.stream()
        .filter(t -> t.getSubject().equals(DATASET) && t.getPredicate().equals(VERSION))
        .map(t -> t.getObject().getLiteralLexicalForm() + "+" + Release.shortened(hash))
        .forEach(version -> say(release, VERSION, string(version)));
    triples.add(count(release, VOID.triples, content.size()));
  }

  /** From the first day that something was to the last that something was or is to be. */
  private void period() {
    Node period = NodeFactory.createURI(PARTS + "period");
    say(DATASET, DCTerms.temporal.asNode(), period);
    say(period, RDF.Nodes.type, DCTerms.PeriodOfTime.asNode());
    days(TH.from).min(DAY).ifPresent(day -> say(period, DCAT.startDate.asNode(), day));
    days(TH.until).max(DAY).ifPresent(day -> say(period, DCAT.endDate.asNode(), day));
  }

  private Stream<Node> days(Node property) {
    return defaultGraph.stream()
        .filter(t -> t.getPredicate().equals(property))
        .map(Triple::getObject);
  }

  /** Of the graphs that are no passages. */
  private void sizes() {
    Map<Node, Long> sizes = new HashMap<>();
    content.forEach(q -> sizes.merge(q.getGraph(), 1L, Long::sum));
    sizes.forEach(
        (graph, size) -> {
          if (graph.getURI().startsWith(Family.GRAPH.namespace())) {
            say(DATASET, VOID.subset.asNode(), graph);
            triples.add(count(graph, VOID.triples, size));
          }
        });
  }

  /** Of the default graph; an entity is what is described under a name of ours. */
  private void statistics() {
    Set<Node> subjects = new HashSet<>();
    Set<Node> properties = new HashSet<>();
    Set<Node> objects = new HashSet<>();
    Set<Node> classes = new HashSet<>();
    for (Triple triple : defaultGraph) {
      subjects.add(triple.getSubject());
      properties.add(triple.getPredicate());
      objects.add(triple.getObject());
      if (triple.getPredicate().equals(RDF.Nodes.type)) {
        classes.add(triple.getObject());
      }
    }
    triples.add(count(DATASET, VOID.triples, defaultGraph.size()));
    triples.add(count(DATASET, VOID.distinctSubjects, subjects.size()));
    triples.add(count(DATASET, VOID.distinctObjects, objects.size()));
    triples.add(count(DATASET, VOID.properties, properties.size()));
    triples.add(count(DATASET, VOID.classes, classes.size()));
    long entities = subjects.stream().filter(s -> s.getURI().startsWith(Family.BASE)).count();
    triples.add(count(DATASET, VOID.entities, entities));
  }

  private void vocabularies() {
    defaultGraph.stream()
        .flatMap(
            t ->
                t.getPredicate().equals(RDF.Nodes.type)
                    ? Stream.of(t.getPredicate(), t.getObject())
                    : Stream.of(t.getPredicate()))
        .distinct()
        .map(term -> prefixes.abbreviate(term.getURI()))
        .map(name -> prefixes.map().get(name.substring(0, Math.max(0, name.indexOf(':')))))
        .filter(namespace -> namespace != null)
        .distinct()
        .forEach(
            namespace -> say(DATASET, VOID.vocabulary.asNode(), NodeFactory.createURI(namespace)));
  }

  /** One for each authority whose records are the same things as ours. */
  private void linksets() {
    Map<Node, Node> authorities = new HashMap<>();
    Map<Node, Long> links = new TreeMap<>((a, b) -> a.getURI().compareTo(b.getURI()));
    Stream<Quad> identities = content.stream().filter(q -> q.getGraph().equals(Graphs.IDENTITIES));
    List<Quad> list = identities.toList();
    list.stream()
        .filter(q -> q.getPredicate().equals(TH.authority))
        .forEach(q -> authorities.put(q.getSubject(), q.getObject()));
    list.stream()
        .filter(q -> q.getPredicate().equals(SchemaDO.sameAs.asNode()))
        .filter(q -> authorities.containsKey(q.getObject()))
        .forEach(q -> links.merge(authorities.get(q.getObject()), 1L, Long::sum));
    links.forEach(this::linkset);
  }

  private void linkset(Node authority, long links) {
    Node linkset =
        NodeFactory.createURI(PARTS + "linkset/" + authority.getURI().substring(TH.NS.length()));
    say(linkset, RDF.Nodes.type, VOID.Linkset.asNode());
    say(DATASET, VOID.subset.asNode(), linkset);
    say(linkset, VOID.subjectsTarget.asNode(), DATASET);
    say(linkset, VOID.objectsTarget.asNode(), authority);
    say(linkset, VOID.linkPredicate.asNode(), SchemaDO.sameAs.asNode());
    triples.add(count(linkset, VOID.triples, links));
    say(authority, RDF.Nodes.type, VOID.Dataset.asNode());
  }

  private void prefixes() {
    prefixes
        .map()
        .forEach(
            (prefix, namespace) -> {
              Node declaration = NodeFactory.createURI(PARTS + "prefix/" + prefix);
              say(DATASET, SHACL.declare, declaration);
              say(declaration, RDF.Nodes.type, SHACL.PrefixDeclaration);
              say(declaration, SHACL.prefix, string(prefix));
              say(
                  declaration,
                  SHACL.namespace,
                  NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
            });
  }

  private void say(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  private static Node string(String text) {
    return NodeFactory.createLiteralDT(text, XSDDatatype.XSDstring);
  }
}
