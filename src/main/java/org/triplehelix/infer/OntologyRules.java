package org.triplehelix.infer;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.infer.ClassExpressions.Consequence;
import org.triplehelix.infer.ClassExpressions.Pattern;
import org.triplehelix.vocab.Genid;

/**
 * Compiles the axioms of an ontology to ground rules: one for each axiom and way to apply it, named
 * as the rule of OWL 2 RL
 * (https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules) that they
 * are a case of. Rules that find contradictions are no part of it: those are checks.
 */
public final class OntologyRules {
  private static final Node TYPE = RDF.Nodes.type;
  private static final Node SAME_AS = OWL2.sameAs.asNode();
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          entry("scm-sco", "a class below a class below another"),
          entry("scm-spo", "a property below a property below another"),
          entry("scm-dom1", "a domain's wider class"),
          entry("scm-dom2", "the domain of the wider property"),
          entry("scm-rng1", "a range's wider class"),
          entry("scm-rng2", "the range of the wider property"),
          entry("scm-eqc1", "equal classes are below each other"),
          entry("scm-uni", "a member is below its union"),
          entry("scm-int", "an intersection is below each member"),
          entry("scm-eqp1", "equal properties are below each other"),
          entry("cax-sco", "what is of a class is of the wider class"),
          entry("cax-eqc1", "what fits a class fits an equal class"),
          entry("cax-eqc2", "what fits a class fits an equal class"),
          entry("cls-uni1", "what is of a member is of the union"),
          entry("cls-uni2", "what follows of a union"),
          entry("cls-int1", "what is of all members is of the intersection"),
          entry("cls-int2", "what is of the intersection is of each member"),
          entry("cls-oo", "a thing that a class lists"),
          entry("prp-spo1", "what holds by a property holds by the wider property"),
          entry("prp-spo2", "a chain of properties"),
          entry("prp-eqp1", "what holds by a property holds by its equal"),
          entry("prp-eqp2", "what holds by a property holds by its equal"),
          entry("prp-inv1", "the inverse property, the other way round"),
          entry("prp-inv2", "the inverse property, the other way round"),
          entry("prp-dom", "what a property is said of is of its domain"),
          entry("prp-rng", "what a property leads to is of its range"),
          entry("prp-symp", "a property that holds both ways"),
          entry("prp-trp", "a property that carries on"),
          entry("prp-fp", "a property with one value"),
          entry("prp-ifp", "a property whose value is of one thing"),
          entry("prp-key", "things with the same key are the same"),
          entry("eq-sym", "sameness holds both ways"),
          entry("eq-trans", "sameness carries on"),
          entry("eq-rep-s", "the same thing as subject"),
          entry("eq-rep-o", "the same thing as object"));

  private static final Node X = Var.alloc("x");
  private static final Node Y = Var.alloc("y");
  private static final Node Z = Var.alloc("z");
  private static final Node P = Var.alloc("p");

  private final Graph ontology;
  private final ClassExpressions expressions;
  private final List<InferenceRule> rules = new ArrayList<>();

  private OntologyRules(Graph ontology) {
    this.ontology = ontology;
    this.expressions = new ClassExpressions(ontology);
  }

  /** The rules of an ontology, in a fixed order. */
  public static List<InferenceRule> of(Graph ontology) {
    OntologyRules compiler = new OntologyRules(ontology);
    compiler.schema();
    compiler.classes();
    compiler.properties();
    compiler.identity();
    return InferenceRule.sorted(compiler.rules);
  }

  private void schema() {
    Node subClassOf = RDFS.Nodes.subClassOf;
    Node subPropertyOf = RDFS.Nodes.subPropertyOf;
    chain("scm-sco", subClassOf, subClassOf, subClassOf);
    chain("scm-spo", subPropertyOf, subPropertyOf, subPropertyOf);
    chain("scm-dom1", RDFS.Nodes.domain, subClassOf, RDFS.Nodes.domain);
    chain("scm-dom2", subPropertyOf, RDFS.Nodes.domain, RDFS.Nodes.domain);
    chain("scm-rng1", RDFS.Nodes.range, subClassOf, RDFS.Nodes.range);
    chain("scm-rng2", subPropertyOf, RDFS.Nodes.range, RDFS.Nodes.range);
    equivalence("scm-eqc1", OWL2.equivalentClass.asNode(), subClassOf);
    equivalence("scm-eqp1", OWL2.equivalentProperty.asNode(), subPropertyOf);
  }

  private void chain(String name, Node first, Node second, Node conclusion) {
    add(
        name,
        List.of(),
        List.of(Triple.create(X, first, Y), Triple.create(Y, second, Z)),
        Triple.create(X, conclusion, Z));
  }

  private void equivalence(String name, Node equivalent, Node sub) {
    List<Triple> body = List.of(Triple.create(X, equivalent, Y));
    add(name, List.of(), body, Triple.create(X, sub, Y));
    add(name, List.of(), body, Triple.create(Y, sub, X));
  }

  private void classes() {
    each(RDFS.Nodes.subClassOf, a -> inclusion("cax-sco", a, a.getSubject(), a.getObject()));
    each(
        OWL2.equivalentClass.asNode(),
        a -> {
          inclusion("cax-eqc1", a, a.getSubject(), a.getObject());
          inclusion("cax-eqc2", a, a.getObject(), a.getSubject());
        });
    each(OWL2.unionOf.asNode(), a -> construction("cls-uni", a));
    each(OWL2.intersectionOf.asNode(), a -> construction("cls-int", a));
    each(OWL2.oneOf.asNode(), this::enumeration);
  }

  private void inclusion(String name, Triple axiom, Node sub, Node sup) {
    if (Genid.isNameless(sub)) {
      members(
          sub, OWL2.unionOf.asNode(), (list, member) -> below("scm-uni", axiom, list, member, sup));
    }
    if (Genid.isNameless(sup)) {
      members(
          sup,
          OWL2.intersectionOf.asNode(),
          (list, member) -> below("scm-int", axiom, list, sub, member));
    }
    for (Pattern pattern : expressions.membership(sub, X)) {
      for (Consequence consequence : expressions.consequences(sup, X)) {
        add(name, axiom, pattern.and(consequence.given()), consequence.head());
      }
    }
  }

  private void members(Node type, Node constructor, BiConsumer<List<Triple>, Node> compile) {
    expressions
        .object(type, constructor)
        .ifPresent(
            list -> {
              List<Triple> axioms = expressions.list(type, constructor, list);
              expressions.members(list).forEach(member -> compile.accept(axioms, member));
            });
  }

  /** One named class below another, by how one of them is built. */
  private void below(String name, Triple axiom, List<Triple> list, Node sub, Node sup) {
    if (!Genid.isNameless(sub) && !Genid.isNameless(sup)) {
      add(name, list, List.of(axiom), Triple.create(sub, RDFS.Nodes.subClassOf, sup));
    }
  }

  /** A class with a name that is built without owl:equivalentClass. */
  private void construction(String name, Triple axiom) {
    Node type = axiom.getSubject();
    if (Genid.isNameless(type)) {
      return;
    }
    members(type, OWL2.unionOf.asNode(), (list, part) -> below("scm-uni", axiom, list, part, type));
    members(
        type,
        OWL2.intersectionOf.asNode(),
        (list, part) -> below("scm-int", axiom, list, type, part));
    Triple member = Triple.create(X, TYPE, type);
    for (Pattern pattern : expressions.construction(type, X)) {
      add(name + "1", axiom, pattern, member);
    }
    Pattern given = new Pattern(List.of(), List.of(member));
    for (Consequence consequence : expressions.deconstruction(type, X)) {
      add(name + "2", axiom, given.and(consequence.given()), consequence.head());
    }
  }

  private void enumeration(Triple axiom) {
    if (!Genid.isNameless(axiom.getSubject())) {
      List<Triple> axioms =
          expressions.list(axiom.getSubject(), axiom.getPredicate(), axiom.getObject());
      for (Node member : expressions.members(axiom.getObject())) {
        add("cls-oo", axioms, List.of(axiom), Triple.create(member, TYPE, axiom.getSubject()));
      }
    }
  }

  private void properties() {
    each(
        RDFS.Nodes.subPropertyOf,
        a ->
            step(
                "prp-spo1",
                a,
                expressions.link(a.getSubject(), X, Y),
                expressions.link(a.getObject(), X, Y)));
    each(
        OWL2.equivalentProperty.asNode(),
        a -> {
          step(
              "prp-eqp1",
              a,
              expressions.link(a.getSubject(), X, Y),
              expressions.link(a.getObject(), X, Y));
          step(
              "prp-eqp2",
              a,
              expressions.link(a.getObject(), X, Y),
              expressions.link(a.getSubject(), X, Y));
        });
    each(
        OWL2.inverseOf.asNode(),
        a -> {
          if (!Genid.isNameless(a.getSubject())) {
            step(
                "prp-inv1",
                a,
                expressions.link(a.getSubject(), X, Y),
                expressions.link(a.getObject(), Y, X));
            step(
                "prp-inv2",
                a,
                expressions.link(a.getObject(), X, Y),
                expressions.link(a.getSubject(), Y, X));
          }
        });
    each(RDFS.Nodes.domain, a -> typing("prp-dom", a, X));
    each(RDFS.Nodes.range, a -> typing("prp-rng", a, Y));
    each(OWL2.propertyChainAxiom.asNode(), this::propertyChain);
    eachOf(OWL2.SymmetricProperty.asNode(), this::symmetric);
    eachOf(OWL2.TransitiveProperty.asNode(), this::transitive);
    eachOf(OWL2.FunctionalProperty.asNode(), this::functional);
    eachOf(OWL2.InverseFunctionalProperty.asNode(), this::inverseFunctional);
    each(OWL2.hasKey.asNode(), this::key);
  }

  private void step(String name, Triple axiom, Pattern from, Pattern to) {
    List<Triple> axioms = new ArrayList<>(List.of(axiom));
    axioms.addAll(from.axioms());
    axioms.addAll(to.axioms());
    add(name, axioms, from.body(), to.body().get(0));
  }

  private void typing(String name, Triple axiom, Node thing) {
    Pattern use = expressions.link(axiom.getSubject(), X, Y);
    if (!isDatatype(axiom.getObject())) {
      for (Consequence consequence : expressions.consequences(axiom.getObject(), thing)) {
        add(name, axiom, use.and(consequence.given()), consequence.head());
      }
    }
  }

  /** What a literal is says nothing new of it. */
  private boolean isDatatype(Node range) {
    String iri = range.isURI() ? range.getURI() : "";
    return iri.startsWith("http://www.w3.org/2001/XMLSchema#")
        || iri.startsWith(RDF.getURI())
        || iri.equals(RDFS.Literal.getURI())
        || ontology.contains(range, TYPE, RDFS.Datatype.asNode());
  }

  private void propertyChain(Triple axiom) {
    List<Triple> axioms =
        new ArrayList<>(
            expressions.list(axiom.getSubject(), axiom.getPredicate(), axiom.getObject()));
    List<Triple> body = new ArrayList<>();
    Node from = X;
    for (Node property : expressions.members(axiom.getObject())) {
      Node to = expressions.variable();
      Pattern link = expressions.link(property, from, to);
      axioms.addAll(link.axioms());
      body.addAll(link.body());
      from = to;
    }
    add("prp-spo2", axioms, body, Triple.create(X, axiom.getSubject(), from));
  }

  private void symmetric(Triple axiom) {
    step(
        "prp-symp",
        axiom,
        expressions.link(axiom.getSubject(), X, Y),
        expressions.link(axiom.getSubject(), Y, X));
  }

  private void transitive(Triple axiom) {
    Node property = axiom.getSubject();
    Pattern body = expressions.link(property, X, Y).and(expressions.link(property, Y, Z));
    step("prp-trp", axiom, body, expressions.link(property, X, Z));
  }

  private void functional(Triple axiom) {
    Node property = axiom.getSubject();
    Pattern body = expressions.link(property, X, Y).and(expressions.link(property, X, Z));
    step("prp-fp", axiom, body, expressions.link(SAME_AS, Y, Z));
  }

  private void inverseFunctional(Triple axiom) {
    Node property = axiom.getSubject();
    Pattern body = expressions.link(property, X, Z).and(expressions.link(property, Y, Z));
    step("prp-ifp", axiom, body, expressions.link(SAME_AS, X, Y));
  }

  private void key(Triple axiom) {
    Node type = axiom.getSubject();
    List<Triple> axioms =
        expressions.list(axiom.getSubject(), axiom.getPredicate(), axiom.getObject());
    Pattern same = new Pattern(axioms, List.of());
    for (Node property : expressions.members(axiom.getObject())) {
      Node value = expressions.variable();
      same =
          same.and(expressions.link(property, X, value)).and(expressions.link(property, Y, value));
    }
    for (Pattern one : expressions.membership(type, X)) {
      for (Pattern other : expressions.membership(type, Y)) {
        Pattern both = same.and(one).and(other);
        add("prp-key", both.axioms(), both.body(), Triple.create(X, SAME_AS, Y));
      }
    }
  }

  /** Only where something can turn out to be the same as something else. */
  private void identity() {
    if (rules.stream().anyMatch(rule -> rule.head().getPredicate().equals(SAME_AS))
        || ontology.contains(Node.ANY, SAME_AS, Node.ANY)) {
      Triple same = Triple.create(X, SAME_AS, Y);
      add("eq-sym", List.of(), List.of(same), Triple.create(Y, SAME_AS, X));
      chain("eq-trans", SAME_AS, SAME_AS, SAME_AS);
      replacement("eq-rep-s", same, Triple.create(X, P, Z), Triple.create(Y, P, Z));
      replacement("eq-rep-o", same, Triple.create(Z, P, X), Triple.create(Z, P, Y));
    }
  }

  private void replacement(String name, Triple same, Triple from, Triple to) {
    add(name, List.of(), List.of(same, from), to);
  }

  private void each(Node predicate, Consumer<Triple> compile) {
    ontology.find(Node.ANY, predicate, Node.ANY).toList().forEach(compile);
  }

  private void eachOf(Node type, Consumer<Triple> compile) {
    ontology.find(Node.ANY, TYPE, type).toList().forEach(compile);
  }

  private void add(String name, Triple axiom, Pattern pattern, Triple head) {
    List<Triple> axioms = new ArrayList<>(List.of(axiom));
    axioms.addAll(pattern.axioms());
    add(name, axioms, pattern.body(), head);
  }

  private void add(String name, List<Triple> axioms, List<Triple> body, Triple head) {
    if (!body.equals(List.of(head))) {
      rules.add(
          new InferenceRule(
              name, MEANINGS.get(name), axioms.stream().distinct().toList(), body, head));
    }
  }
}
