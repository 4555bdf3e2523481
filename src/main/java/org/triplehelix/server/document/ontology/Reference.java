package org.triplehelix.server.document.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Description;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.document.ontology.OntologyPage.Example;
import org.triplehelix.server.document.ontology.OntologyPage.Row;
import org.triplehelix.server.document.ontology.OntologyPage.Scheme;
import org.triplehelix.server.document.ontology.OntologyPage.Term;
import org.triplehelix.server.document.ontology.OntologyPage.Topic;
import org.triplehelix.server.document.ontology.OntologyPage.Vocabulary;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.TH;

/** Makes the reference of an ontology. */
final class Reference {
  private static final int EXAMPLES = 3;
  private static final int USED_WITH = 8;

  /** What all things have tells nothing of one class. */
  private static final Set<Node> EVERYWHERE =
      Set.of(
          RDF.Nodes.type,
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.definition.asNode(),
          RDFS.Nodes.label);

  private static final Map<Node, String> CHARACTERISTICS =
      Map.of(
          OWL2.FunctionalProperty.asNode(), "functional",
          OWL2.InverseFunctionalProperty.asNode(), "inversefunctional",
          OWL2.TransitiveProperty.asNode(), "transitive",
          OWL2.SymmetricProperty.asNode(), "symmetric",
          OWL2.DatatypeProperty.asNode(), "datatype",
          OWL2.AnnotationProperty.asNode(), "annotation");

  private static final Map<Node, String> ALIGNMENTS = alignments();

  private final Frame frame;
  private final Site site;
  private final Terms terms;
  private final Usage usage;
  private final Topics topics;
  private final TermRefs refs;
  private final Map<Node, Integer> values;

  Reference(Description ontology, Usage usage, Frame frame, Site site) {
    this.frame = frame;
    this.site = site;
    this.terms = new Terms(ontology);
    this.usage = usage;
    this.values = usage.asValue(List.of(RDF.Nodes.type));
    this.topics = new Topics(terms, site.release().prefixes());
    this.refs = new TermRefs(site, frame.language());
  }

  private static Map<Node, String> alignments() {
    Map<Node, String> relations = new LinkedHashMap<>();
    relations.put(OWL2.equivalentClass.asNode(), "same");
    relations.put(OWL2.equivalentProperty.asNode(), "same");
    relations.put(SKOS.exactMatch.asNode(), "exact");
    relations.put(RDFS.subClassOf.asNode(), "wider");
    relations.put(RDFS.subPropertyOf.asNode(), "wider");
    relations.put(SKOS.closeMatch.asNode(), "close");
    relations.put(SKOS.broadMatch.asNode(), "broad");
    relations.put(SKOS.narrowMatch.asNode(), "narrow");
    relations.put(SKOS.relatedMatch.asNode(), "related");
    return relations;
  }

  OntologyPage page(List<Ref> downloads) {
    String sparql = resource("uses.rq");
    return new OntologyPage(
        frame,
        site.names().in(frame.language(), TH.ONTOLOGY).orElseThrow(),
        terms.text(TH.ONTOLOGY, DCTerms.description.asNode(), frame.language()).orElse(""),
        header(),
        literals(DCTerms.bibliographicCitation.asNode()).findFirst().orElse(""),
        terms.values(TH.ONTOLOGY, SKOS.changeNote.asNode()).stream()
            .filter(note -> note.getLiteralLanguage().equals(frame.language()))
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList(),
        topics(),
        schemes(),
        alignedVocabularies(),
        borrowed(),
        sparql,
        frame.page("/query?query=" + Address.encodedValue(sparql)),
        downloads);
  }

  private static String resource(String name) {
    try (InputStream in = Reference.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> literals(Node property) {
    return terms.values(TH.ONTOLOGY, property).stream().map(Node::getLiteralLexicalForm);
  }

  private List<Row> header() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("iri", List.of(new Ref(TH.ONTOLOGY.getURI(), "", TH.ONTOLOGY.getURI()))));
    for (Node property :
        List.of(
            OWL2.versionIRI.asNode(),
            OWL2.versionInfo.asNode(),
            NodeFactory.createURI("http://purl.org/ontology/bibo/status"),
            DCTerms.created.asNode(),
            DCTerms.modified.asNode(),
            DCTerms.license.asNode(),
            NodeFactory.createURI("http://purl.org/vocab/vann/preferredNamespacePrefix"),
            NodeFactory.createURI("http://purl.org/vocab/vann/preferredNamespaceUri"))) {
      List<Ref> values = terms.values(TH.ONTOLOGY, property).stream().map(this::plain).toList();
      if (!values.isEmpty()) {
        rows.add(row(property.getLocalName(), values));
      }
    }
    return rows;
  }

  private Ref plain(Node value) {
    return value.isURI()
        ? new Ref(value.getURI(), "", value.getURI())
        : new Ref(value.getLiteralLexicalForm(), "", "");
  }

  private Row row(String key, List<Ref> values) {
    return new Row(frame.text("ontology." + key), values);
  }

  private List<Topic> topics() {
    Map<String, List<Node>> byTopic =
        terms.own().stream().collect(Collectors.groupingBy(topics::of));
    return topics.names().stream()
        .filter(byTopic::containsKey)
        .map(name -> topic(name, byTopic.get(name)))
        .toList();
  }

  private Topic topic(String name, List<Node> members) {
    List<Node> classes = of(Terms.Kind.CLASS, members);
    List<Node> properties = of(Terms.Kind.PROPERTY, members);
    return new Topic(
        name,
        frame.text("ontology.topic." + name),
        frame.text("ontology.topic." + name + ".lead"),
        classes.size(),
        properties.size(),
        new Drawing(terms, refs).of(classes, properties),
        Stream.of(classes, properties, of(Terms.Kind.INDIVIDUAL, members))
            .flatMap(List::stream)
            .map(this::term)
            .toList());
  }

  private List<Node> of(Terms.Kind kind, List<Node> members) {
    return members.stream().filter(term -> terms.kind(term) == kind).toList();
  }

  private Term term(Node term) {
    Terms.Kind kind = terms.kind(term);
    return new Term(
        Terms.name(term),
        frame.text("ontology.kind." + kind.name().toLowerCase()),
        site.names().in(frame.language(), term).orElse(""),
        site.names().in(frame.otherLanguage(), term).orElse(""),
        terms.text(term, SKOS.definition.asNode(), frame.language()).orElse(""),
        count(term, kind),
        switch (kind) {
          case CLASS -> ofClass(term);
          case PROPERTY -> ofProperty(term);
          case INDIVIDUAL -> ofIndividual(term);
        },
        examples(term, kind));
  }

  private String count(Node term, Terms.Kind kind) {
    if (kind == Terms.Kind.INDIVIDUAL) {
      int uses = values.getOrDefault(term, 0);
      return frame.text("ontology.count.individual", uses);
    }
    Usage.Count count = kind == Terms.Kind.CLASS ? usage.ofClass(term) : usage.ofProperty(term);
    return frame.text(
        "ontology.count." + kind.name().toLowerCase(),
        count.total(),
        count.written(),
        count.following());
  }

  private List<Row> ofClass(Node term) {
    List<Row> rows = new ArrayList<>();
    add(rows, "wider", own(terms.above(term)));
    add(rows, "narrower", own(terms.below(term)));
    List<Node> apart = new ArrayList<>(terms.values(term, OWL2.disjointWith.asNode()));
    terms.having(OWL2.disjointWith.asNode(), term).stream()
        .filter(other -> !apart.contains(other))
        .forEach(apart::add);
    add(rows, "disjoint", own(apart));
    List<Ref> used =
        usage.properties(term).stream()
            .filter(entry -> !EVERYWHERE.contains(entry.getKey()))
            .limit(USED_WITH)
            .map(this::counted)
            .toList();
    addRefs(rows, "usedWith", used);
    alignments(term, rows);
    return rows;
  }

  private Ref counted(Map.Entry<Node, Integer> entry) {
    Ref ref = refs.of(entry.getKey());
    return new Ref(ref.text() + " (" + entry.getValue() + ")", ref.language(), ref.href());
  }

  private List<Row> ofProperty(Node term) {
    List<Row> rows = new ArrayList<>();
    List<Ref> characteristics =
        terms.values(term, RDF.Nodes.type).stream()
            .filter(CHARACTERISTICS::containsKey)
            .map(type -> text("ontology.is." + CHARACTERISTICS.get(type)))
            .toList();
    addRefs(rows, "characteristics", characteristics);
    add(rows, "wider", own(terms.above(term)));
    add(rows, "narrower", own(terms.below(term)));
    add(rows, "domain", terms.domain(term).stream().toList());
    add(rows, "range", terms.range(term).stream().toList());
    List<Node> inverse = new ArrayList<>(terms.values(term, OWL2.inverseOf.asNode()));
    inverse.addAll(terms.having(OWL2.inverseOf.asNode(), term));
    inverse.removeIf(node -> node.getURI().contains("/.well-known/"));
    add(rows, "inverse", inverse);
    for (Node chain : terms.values(term, OWL2.propertyChainAxiom.asNode())) {
      addRefs(rows, "chain", terms.list(chain).stream().map(this::link).toList());
    }
    addRefs(
        rows, "usedOn", usage.classes(term).stream().limit(USED_WITH).map(this::counted).toList());
    alignments(term, rows);
    return rows;
  }

  /** A member of a chain: a property, or one read backwards. */
  private Ref link(Node member) {
    return terms.values(member, OWL2.inverseOf.asNode()).stream()
        .filter(node -> member.getURI().contains("/.well-known/"))
        .map(refs::of)
        .map(
            ref ->
                new Ref(frame.text("ontology.backwards", ref.text()), ref.language(), ref.href()))
        .findFirst()
        .orElseGet(() -> refs.of(member));
  }

  private List<Row> ofIndividual(Node term) {
    List<Row> rows = new ArrayList<>();
    add(rows, "type", terms.values(term, RDF.Nodes.type));
    alignments(term, rows);
    return rows;
  }

  private Ref text(String key) {
    return new Ref(frame.text(key), frame.language(), "");
  }

  /** Terms of ours only: those of others are alignments. */
  private static List<Node> own(List<Node> nodes) {
    return nodes.stream().filter(Terms::isOwn).toList();
  }

  private void add(List<Row> rows, String key, List<Node> nodes) {
    addRefs(rows, key, nodes.stream().map(refs::of).toList());
  }

  private void addRefs(List<Row> rows, String key, List<Ref> values) {
    if (!values.isEmpty()) {
      rows.add(row(key, values));
    }
  }

  private void alignments(Node term, List<Row> rows) {
    ALIGNMENTS.forEach(
        (property, relation) -> {
          List<Ref> others = foreign(term, property).stream().map(this::prefixed).toList();
          addRefs(rows, "aligned." + relation, others);
        });
  }

  /** A term of another vocabulary by the name that its users know. */
  private Ref prefixed(Node other) {
    return new Ref(site.release().prefixes().abbreviate(other.getURI()), "", other.getURI());
  }

  private List<Node> foreign(Node term, Node property) {
    return terms.values(term, property).stream()
        .filter(node -> !Terms.isOwn(node) && !node.getURI().contains("/.well-known/"))
        .toList();
  }

  private List<Example> examples(Node term, Terms.Kind kind) {
    Set<Node> preferred =
        terms.examples(term).stream()
            .flatMap(example -> site.release().prefixes().expand(example).stream())
            .map(NodeFactory::createURI)
            .collect(Collectors.toSet());
    return switch (kind) {
      case CLASS ->
          usage.things(term, preferred, EXAMPLES).stream()
              .map(thing -> new Example(refs.of(thing), null))
              .toList();
      case PROPERTY ->
          usage.statements(term, preferred, EXAMPLES - 1).stream()
              .map(t -> new Example(refs.of(t.getSubject()), refs.of(t.getObject())))
              .toList();
      case INDIVIDUAL -> List.of();
    };
  }

  /** Of each vocabulary, which terms of ours are joined to which of its own. */
  private List<Vocabulary> alignedVocabularies() {
    Map<String, List<Row>> byVocabulary = new TreeMap<>();
    for (Node term : terms.own()) {
      ALIGNMENTS.forEach(
          (property, relation) -> {
            for (Node other : foreign(term, property)) {
              byVocabulary
                  .computeIfAbsent(vocabulary(other), v -> new ArrayList<>())
                  .add(
                      new Row(
                          frame.text("ontology.aligned." + relation),
                          List.of(refs.of(term), prefixed(other))));
            }
          });
    }
    return vocabularies(byVocabulary);
  }

  private List<Vocabulary> vocabularies(Map<String, List<Row>> byNamespace) {
    return byNamespace.entrySet().stream()
        .map(
            entry ->
                new Vocabulary(
                    new Ref(vocabularyName(entry.getKey()), "", entry.getKey()), entry.getValue()))
        .sorted((a, b) -> a.name().text().compareTo(b.name().text()))
        .toList();
  }

  /** A vocabulary by its prefix, if it has one here. */
  private String vocabularyName(String namespace) {
    return site.release().prefixes().map().entrySet().stream()
        .filter(entry -> entry.getValue().equals(namespace))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(namespace);
  }

  /** The namespace of a term. */
  private static String vocabulary(Node term) {
    return term.getURI().replaceFirst("[^/#]*$", "");
  }

  /** Terms of others that are used as they are, with how often. */
  private List<Vocabulary> borrowed() {
    Map<String, List<Row>> byVocabulary = new TreeMap<>();
    usage.terms().stream()
        .filter(term -> !Terms.isOwn(term))
        .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
        .forEach(
            term -> {
              int uses = usage.ofClass(term).written() + usage.ofProperty(term).written();
              byVocabulary
                  .computeIfAbsent(vocabulary(term), v -> new ArrayList<>())
                  .add(new Row(String.valueOf(uses), List.of(refs.of(term))));
            });
    return vocabularies(byVocabulary);
  }

  private List<Scheme> schemes() {
    List<Scheme> schemes = new ArrayList<>();
    Iterator<Quad> found =
        site.dataset().find(Graphs.SCHEMES, Node.ANY, RDF.Nodes.type, SKOS.ConceptScheme.asNode());
    while (found.hasNext()) {
      Node scheme = found.next().getSubject();
      String name = scheme.getURI().substring(scheme.getURI().lastIndexOf('/') + 1);
      schemes.add(
          new Scheme(
              new Ref(
                  refs.of(scheme).text(),
                  frame.language(),
                  frame.page("/ontology/schemes/" + name)),
              SchemePage.definition(scheme, site, frame.language()),
              SchemePage.concepts(scheme, site).size()));
    }
    schemes.sort((a, b) -> a.name().href().compareTo(b.name().href()));
    return schemes;
  }
}
