package org.triplehelix.server.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/** A made-up release with few statements of every kind, so that no query takes long. */
final class SmallRelease {
  static final int THINGS = 9;
  static final List<String> NOTES = List.of("old", "new town", "told so", "北 new", "a.b (c)");

  private final Random random = new Random(11);
  private final List<Quad> quads = new ArrayList<>();

  private SmallRelease() {}

  /** The release, always the same. */
  static Release made() {
    SmallRelease release = new SmallRelease();
    for (int i = 0; i < THINGS; i++) {
      release.thing(i);
    }
    List<Quad> sorted = new Canonical().sorted(release.quads);
    return new Release(new Canonical().hash(sorted), sorted, Prefixes.standard());
  }

  private void thing(int number) {
    Node thing = named(number);
    add(thing, RDFS.label.asNode(), NodeFactory.createLiteralLang("thing " + number, "en"));
    add(thing, RDF.type.asNode(), term("Kind" + number % 3));
    for (int i = 0; i < 3; i++) {
      add(thing, term("relation" + i), named(random.nextInt(THINGS)));
    }
    if (number % 2 == 0) {
      add(thing, RDFS.label.asNode(), NodeFactory.createLiteralLang("物 " + number, "zh"));
      add(thing, term("note"), NodeFactory.createLiteralString(NOTES.get(number / 2)));
      add(thing, term("relation1"), named(number + 1 == THINGS ? 0 : number + 1));
    }
    add(thing, term("value"), typed(Integer.toString(random.nextInt(10)), XSDDatatype.XSDinteger));
    switch (number % 3) {
      case 0 -> add(thing, term("amount"), typed(number + ".25", XSDDatatype.XSDdecimal));
      case 1 ->
          add(thing, term("isOld"), typed(String.valueOf(number > 3), XSDDatatype.XSDboolean));
      default -> add(thing, term("day"), typed("202" + number + "-01-02", XSDDatatype.XSDdate));
    }
  }

  /** To the default graph, to one graph with a name, to two of them, or to all. */
  private void add(Node thing, Node property, Node object) {
    Triple triple = Triple.create(thing, property, object);
    int where = random.nextInt(6);
    if (where != 0) {
      quads.add(Quad.create(Quad.defaultGraphIRI, triple));
    }
    if (where != 1) {
      quads.add(Quad.create(graph(random.nextInt(3)), triple));
    }
    if (where > 3) {
      quads.add(Quad.create(graph(3 + random.nextInt(2)), triple));
    }
  }

  private static Node typed(String text, RDFDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  private static Node named(int number) {
    return NodeFactory.createURI(Family.ID.namespace() + "thing-" + number);
  }

  private static Node graph(int number) {
    return NodeFactory.createURI(Family.SOURCE.namespace() + "made-up/s" + number);
  }

  private static Node term(String name) {
    return NodeFactory.createURI(TH.NS + name);
  }
}
