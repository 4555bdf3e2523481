package org.triplehelix.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Slugs;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.server.figure.FigureView;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * One thing as plain JSON: its names, what is said of it, and by which passages.
 *
 * @param knowledge of the release
 * @param thing its IRI
 * @param language of the names of others
 */
record EntityView(Knowledge knowledge, Node thing, String language) {
  private static final String SCHEMA = "https://schema.org/";
  private static final String SOSA = "http://www.w3.org/ns/sosa/";
  private static final Node OF = NodeFactory.createURI(SOSA + "hasFeatureOfInterest");

  /** Told elsewhere in the answer. */
  private static final Set<Node> APART =
      Set.of(
          RDF.Nodes.type,
          RDFS.Nodes.label,
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.definition.asNode(),
          schema("latitude"),
          schema("longitude"),
          schema("sameAs"),
          th("coordinatesFrom"));

  private static Node schema(String name) {
    return NodeFactory.createURI(SCHEMA + name);
  }

  private static Node th(String name) {
    return NodeFactory.createURI(TH.NS + name);
  }

  private DatasetGraph dataset() {
    return knowledge.site().dataset();
  }

  /** All there is. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", thing.getURI().substring(Family.BASE.length()));
    json.put("iri", thing.getURI());
    json.put("release", knowledge.site().release().hash());
    json.put("names", names());
    json.put("types", types());
    json.put("definition", inEach(SKOS.definition.asNode()));
    json.put("coordinates", coordinates());
    json.put("identities", identities());
    json.put("statements", statements(triples(thing, Node.ANY), Triple::getObject));
    json.put("statedElsewhere", statements(triples(Node.ANY, thing), Triple::getSubject));
    json.put("figures", figures());
    json.put("citation", knowledge.citations().of(thing).forms());
    return json;
  }

  private Map<String, Object> names() {
    Map<String, Object> names = new LinkedHashMap<>(inEach(SKOS.prefLabel.asNode()));
    if (names.isEmpty()) {
      names.putAll(inEach(RDFS.Nodes.label));
    }
    List<Map<String, Object>> aliases = new ArrayList<>();
    knowledge.values(thing, SKOS.altLabel.asNode()).stream()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(
            label -> {
              Map<String, Object> alias = new LinkedHashMap<>();
              alias.put("name", label.getLiteralLexicalForm());
              alias.put("language", label.getLiteralLanguage());
              alias.put("acronym", label.getLiteralLexicalForm().matches("[A-Z0-9&-]{2,}"));
              aliases.add(alias);
            });
    names.put("aliases", aliases);
    return names;
  }

  private Map<String, Object> inEach(Node property) {
    Map<String, Object> texts = new TreeMap<>();
    knowledge.values(thing, property).stream()
        .filter(Node::isLiteral)
        .forEach(text -> texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
    return texts;
  }

  private List<Object> types() {
    return knowledge.values(thing, RDF.Nodes.type).stream()
        .filter(type -> type.getURI().startsWith(TH.NS))
        .map(Node::getURI)
        .sorted()
        .map(iri -> knowledge.json(NodeFactory.createURI(iri), language))
        .toList();
  }

  private Map<String, Object> coordinates() {
    return knowledge
        .value(thing, schema("latitude"))
        .map(
            latitude -> {
              Map<String, Object> point = new LinkedHashMap<>();
              point.put("latitude", Knowledge.literal(latitude));
              knowledge
                  .value(thing, schema("longitude"))
                  .ifPresent(longitude -> point.put("longitude", Knowledge.literal(longitude)));
              return point;
            })
        .orElse(null);
  }

  /** Records of it elsewhere. */
  private List<Map<String, Object>> identities() {
    List<Map<String, Object>> identities = new ArrayList<>();
    for (Node record : subjects(th("recordOf"))) {
      Map<String, Object> identity = new LinkedHashMap<>();
      identity.put("authority", word(record, th("authority")));
      identity.put("identifier", text(record, schema("identifier")));
      identity.put("url", record.getURI());
      identity.put("match", word(record, th("matchConfidence")));
      identities.add(identity);
    }
    return identities;
  }

  private String word(Node subject, Node property) {
    return knowledge.value(subject, property).map(Slugs::of).orElse(null);
  }

  private String text(Node subject, Node property) {
    return knowledge.value(subject, property).map(Node::getLiteralLexicalForm).orElse(null);
  }

  private List<Node> subjects(Node property) {
    Set<Node> subjects = new TreeSet<>((a, b) -> a.getURI().compareTo(b.getURI()));
    dataset()
        .find(Quad.defaultGraphIRI, Node.ANY, property, thing)
        .forEachRemaining(quad -> subjects.add(quad.getSubject()));
    return List.copyOf(subjects);
  }

  private List<Triple> triples(Node subject, Node object) {
    try (Stream<Quad> found = dataset().stream(Quad.defaultGraphIRI, subject, Node.ANY, object)) {
      return found
          .map(Quad::asTriple)
          .filter(t -> !APART.contains(t.getPredicate()))
          .filter(t -> !t.getPredicate().equals(OF) && !t.getPredicate().equals(th("recordOf")))
          .filter(t -> t.getSubject().isURI() && t.getSubject().getURI().startsWith(Family.BASE))
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .toList();
    }
  }

  /** Statements by property, each with the passages that make it. */
  private List<Map<String, Object>> statements(
      List<Triple> triples, Function<Triple, Node> otherEnd) {
    Map<String, List<Object>> byProperty = new TreeMap<>();
    for (Triple triple : triples) {
      byProperty
          .computeIfAbsent(triple.getPredicate().getURI(), property -> new ArrayList<>())
          .add(statement(triple, otherEnd.apply(triple)));
    }
    List<Map<String, Object>> groups = new ArrayList<>();
    byProperty.forEach(
        (property, values) -> {
          Map<String, Object> group = new LinkedHashMap<>();
          group.put("property", knowledge.thing(NodeFactory.createURI(property), language));
          group.put("values", values);
          groups.add(group);
        });
    return groups;
  }

  private Map<String, Object> statement(Triple triple, Node end) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("value", knowledge.json(end, language));
    List<Attestation> evidence = knowledge.attestations().of(triple);
    statement.put("basis", basis(triple, evidence));
    statement.put("evidence", evidence.stream().map(Attestation::toJson).toList());
    return statement;
  }

  private String basis(Triple triple, List<Attestation> evidence) {
    if (evidence.stream().anyMatch(one -> !one.passage().isEmpty())) {
      return "passages";
    }
    return dataset().contains(Quad.create(Graphs.INFERRED, triple)) ? "inference" : "curators";
  }

  private List<Map<String, Object>> figures() {
    return subjects(OF).stream()
        .map(figure -> new FigureView(knowledge, figure).json(language))
        .toList();
  }
}
