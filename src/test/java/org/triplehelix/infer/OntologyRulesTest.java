package org.triplehelix.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of axiom yields, and what it does not. */
class OntologyRulesTest {
  private static final String PREFIXES =
      """
      PREFIX : <https://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static Arguments follows(String rule, String axioms, String facts, String conclusions) {
    return Arguments.of(rule, axioms, facts, conclusions);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        follows("subclass", ":A rdfs:subClassOf :B .", ":x a :A . :y a :B .", ":x a :B ."),
        follows(
            "subclass of subclass",
            ":A rdfs:subClassOf :B . :B rdfs:subClassOf :C .",
            ":x a :A .",
            ":x a :B , :C . :A rdfs:subClassOf :C ."),
        follows(
            "equal classes",
            ":A owl:equivalentClass :B .",
            ":x a :A . :y a :B .",
            ":x a :B . :y a :A . :A rdfs:subClassOf :B . :B rdfs:subClassOf :A ."),
        follows(
            "union holds its members",
            ":A rdfs:label 'A' ; owl:equivalentClass [ owl:unionOf ( :B :C ) ] .",
            ":x a :B . :y a :C . :z a :A .",
            ":x a :A . :y a :A . :B rdfs:subClassOf :A . :C rdfs:subClassOf :A ."),
        follows(
            "intersection needs all, gives each",
            ":A rdfs:label 'A' ; owl:equivalentClass [ owl:intersectionOf ( :B :C ) ] .",
            ":x a :B , :C . :y a :B . :z a :A .",
            ":x a :A . :z a :B , :C . :A rdfs:subClassOf :B , :C ."),
        follows(
            "union and intersection without owl:equivalentClass",
            ":A rdfs:label 'A' ; owl:unionOf ( :B :C ) . :D rdfs:label 'D' ; owl:intersectionOf ("
                + " :B :C ) .",
            ":x a :B . :y a :B , :C .",
            ":x a :A . :y a :A , :D . :B rdfs:subClassOf :A . :C rdfs:subClassOf :A . :D"
                + " rdfs:subClassOf :B , :C , :A ."),
        follows(
            "some value of a class",
            ":A rdfs:label 'A' ; owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom :B ]"
                + " .",
            ":x :p :y . :y a :B . :v :p :w . :u a :A .",
            ":x a :A ."),
        follows(
            "some value of any class",
            "[ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .",
            ":x :p :y .",
            ":x a :A ."),
        follows(
            "a value, both ways",
            ":A rdfs:label 'A' ; owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :v ] .",
            ":x :p :v . :y :p :w . :z a :A .",
            ":x a :A . :z :p :v ."),
        follows(
            "all values",
            ":A rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :B ] .",
            ":x a :A ; :p :y . :z :p :w .",
            ":y a :B ."),
        follows(
            "one of a list, also where it has no name",
            "[ owl:oneOf ( :x :y ) ] rdfs:subClassOf :A . :B rdfs:label 'B' ; owl:equivalentClass ["
                + " owl:onProperty :p ; owl:someValuesFrom [ owl:oneOf ( :x ) ] ] .",
            ":v :p :x . :w :p :y .",
            ":x a :A . :y a :A . :v a :B ."),
        follows(
            "a value of an inverse",
            ":A rdfs:subClassOf [ owl:onProperty [ owl:inverseOf :p ] ; owl:hasValue :v ] .",
            ":x a :A .",
            ":v :p :x ."),
        follows(
            "some value of an inverse",
            ":A rdfs:label 'A' ; owl:equivalentClass [ owl:onProperty [ owl:inverseOf :p ] ;"
                + " owl:someValuesFrom :B ] .",
            ":y :p :x ; a :B . :x :p :z .",
            ":x a :A ."),
        follows(
            "an intersection within an intersection",
            ":A rdfs:label 'A' ; owl:equivalentClass [ owl:intersectionOf ( :B [ owl:onProperty :p"
                + " ; owl:someValuesFrom [ owl:unionOf ( :C :D ) ] ] ) ] .",
            ":x a :B ; :p :y . :y a :D . :z a :B ; :p :w .",
            ":x a :A . :A rdfs:subClassOf :B ."),
        follows(
            "enumeration", ":A rdfs:label 'A' ; owl:oneOf ( :x :y ) .", "", ":x a :A . :y a :A ."),
        follows("subproperty", ":p rdfs:subPropertyOf :q .", ":x :p :y .", ":x :q :y ."),
        follows(
            "equal properties",
            ":p owl:equivalentProperty :q .",
            ":x :p :y . :v :q :w .",
            ":x :q :y . :v :p :w . :p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p ."),
        follows(
            "inverse", ":p owl:inverseOf :q .", ":x :p :y . :v :q :w .", ":y :q :x . :w :p :v ."),
        follows("symmetric", ":p a owl:SymmetricProperty .", ":x :p :y .", ":y :p :x ."),
        follows(
            "transitive",
            ":p a owl:TransitiveProperty .",
            ":a :p :b . :b :p :c . :c :p :d .",
            ":a :p :c , :d . :b :p :d ."),
        follows("domain", ":p rdfs:domain :A .", ":x :p :y .", ":x a :A ."),
        follows("range", ":p rdfs:range :A .", ":x :p :y . :x :p 'text' .", ":y a :A ."),
        follows("range of a datatype says nothing", ":p rdfs:range xsd:date .", ":x :p :y .", ""),
        follows(
            "domain and range hand down and up",
            ":p rdfs:domain :A ; rdfs:range :A . :A rdfs:subClassOf :B . :q rdfs:subPropertyOf :p .",
            "",
            ":p rdfs:domain :B ; rdfs:range :B . :q rdfs:domain :A , :B ; rdfs:range :A , :B ."),
        follows(
            "chain",
            ":p owl:propertyChainAxiom ( :q :r ) .",
            ":x :q :y . :y :r :z . :z :q :w .",
            ":x :p :z ."),
        follows(
            "chain of an inverse",
            ":p owl:propertyChainAxiom ( [ owl:inverseOf :q ] :r ) .",
            ":y :q :x . :y :r :z .",
            ":x :p :z ."),
        follows(
            "chain of three",
            ":p owl:propertyChainAxiom ( :q :q :r ) .",
            ":a :q :b . :b :q :c . :c :r :d .",
            ":a :p :d ."),
        follows(
            "functional",
            ":p a owl:FunctionalProperty .",
            ":x :p :y , :z . :y :q :w .",
            ":y owl:sameAs :z . :z owl:sameAs :y . :z :q :w ."),
        follows(
            "inverse functional",
            ":p a owl:InverseFunctionalProperty .",
            ":x :p :v . :y :p :v . :w :q :x .",
            ":x owl:sameAs :y . :y owl:sameAs :x . :w :q :y ."),
        follows(
            "key",
            ":A owl:hasKey ( :p :q ) .",
            ":x a :A ; :p 1 ; :q 2 . :y a :A ; :p 1 ; :q 2 . :z a :A ; :p 1 ; :q 3 .",
            ":x owl:sameAs :y . :y owl:sameAs :x ."),
        follows(
            "contradictions are not drawn from",
            ":A owl:disjointWith :B . :p owl:propertyDisjointWith :q .",
            ":x a :A , :B ; :p :y ; :q :y .",
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatFollows(String name, String axioms, String facts, String conclusions) {
    Graph ontology = graph(axioms);
    Premises premises = new Premises();
    premises.accepted().addAll(ontology.find().toList());
    premises.accepted().addAll(graph(facts).find().toList());
    Inference inference = Inference.of(OntologyRules.of(ontology), premises);
    assertEquals(texts(graph(conclusions).find().toSet()), texts(inference.sure()));
  }

  private static Set<String> texts(Set<Triple> triples) {
    Set<String> texts = new TreeSet<>();
    triples.forEach(t -> texts.add(t.toString()));
    return texts;
  }

  private static Graph graph(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }
}
