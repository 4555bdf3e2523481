package org.triplehelix.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.triplehelix.graph.Canonical;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/** Releases of any size, made up, in the form that the builder gives them. */
public final class GeneratedRelease {
  private static final int THINGS = 400;

  private GeneratedRelease() {}

  /** A release with so many passages, each with a few plain triples and every third a figure. */
  public static Release of(int passages) {
    Random random = new Random(passages);
    List<Quad> quads = new ArrayList<>();
    for (int i = 0; i < THINGS; i++) {
      Triple label =
          Triple.create(
              thing(i),
              NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label"),
              NodeFactory.createLiteralLang("thing " + i, "en"));
      quads.add(Quad.create(Graphs.REGISTER, label));
      quads.add(Quad.create(Quad.defaultGraphIRI, label));
    }
    for (int i = 0; i < passages; i++) {
      passage(quads, random, i);
    }
    List<Quad> sorted = new Canonical().sorted(quads);
    return new Release(new Canonical().hash(sorted), sorted, Prefixes.standard());
  }

  private static void passage(List<Quad> quads, Random random, int number) {
    Node passage = NodeFactory.createURI(Family.SOURCE.namespace() + "made-up/s" + number);
    for (int i = 0; i < 4; i++) {
      add(
          quads,
          passage,
          Triple.create(
              thing(random.nextInt(THINGS)),
              term("relation" + random.nextInt(12)),
              thing(random.nextInt(THINGS))));
    }
    if (number % 3 == 0) {
      Node figure = NodeFactory.createURI(Family.FIGURE.namespace() + "mu-s" + number);
      Node value =
          NodeFactory.createLiteralDT(
              Integer.toString(random.nextInt(1000)), XSDDatatype.XSDinteger);
      add(quads, passage, Triple.create(figure, term("of"), thing(random.nextInt(THINGS))));
      add(quads, passage, Triple.create(figure, term("value"), value));
      add(quads, passage, Triple.create(figure, TH.statedIn, passage));
    }
  }

  private static void add(List<Quad> quads, Node passage, Triple triple) {
    quads.add(Quad.create(passage, triple));
    quads.add(Quad.create(Quad.defaultGraphIRI, triple));
  }

  private static Node thing(int number) {
    return NodeFactory.createURI(Family.ID.namespace() + "thing-" + number);
  }

  private static Node term(String name) {
    return NodeFactory.createURI(TH.NS + name);
  }
}
