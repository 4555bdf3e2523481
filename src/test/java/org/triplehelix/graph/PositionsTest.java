package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** What was built is found again in its file. */
class PositionsTest {
  private static final int PREFIX_LINES = (int) Fixture.PREFIXES.lines().count();
  private static final String READING = "data/readings/made-up.trig";

  private final Fixture fixture = new Fixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Node id(String name) {
    return NodeFactory.createURI(Family.ID.namespace() + name);
  }

  private static Node term(String name) {
    return NodeFactory.createURI(TH.NS + name);
  }

  private static Node passage(String name) {
    return NodeFactory.createURI(Family.SOURCE.namespace() + "made-up/" + name);
  }

  private Positions positions(String trig) {
    fixture.reading(trig);
    return ReleaseBuilder.buildWithPositions(Content.at(fixture.root())).positions();
  }

  @Test
  void thingIsFoundWhereItHasItsTypeThoughAReadingNamesItToo() {
    Positions positions = positions("mu:s001 {\n    id:anvil th:basedIn id:brook .\n}\n");
    assertEquals(
        Optional.of(new Position("data/register/things.ttl", 5, 1)), positions.of(id("anvil")));
  }

  @Test
  void passageIsFoundInItsSeedThoughTheCurationNamesItFirst() {
    fixture.write(
        "data/curation/made-up.ttl",
        Fixture.PREFIXES + "mu:s002\n    th:noStatement th:Heading ;\n    .\n");
    assertEquals(
        Optional.of(new Position("seeds/made-up.ttl", 18, 1)), positions("").of(passage("s002")));
  }

  @Test
  void tripleIsFoundAtItsObjectInItsGraphOnly() {
    Positions positions =
        positions(
            """
            mu:s001 { id:anvil th:basedIn id:brook . }
            mu:s002 {
                id:anvil
                    th:basedIn id:brook ;
                    .
            }
            """);
    Triple triple = Triple.create(id("anvil"), term("basedIn"), id("brook"));
    assertEquals(
        Optional.of(new Position(READING, PREFIX_LINES + 4, 20)),
        positions.of(passage("s002"), triple));
    assertEquals(
        Optional.of(new Position(READING, PREFIX_LINES + 1, 31)),
        positions.of(Quad.defaultGraphIRI, triple));
  }

  @Test
  void claimIsFoundThoughItHasADerivedName() {
    fixture.reading(
        "mu:s001 {\n    id:anvil th:basedIn id:brook {| th:during \"2016\"^^edtf:EDTF |} .\n}\n");
    Built built = ReleaseBuilder.buildWithPositions(Content.at(fixture.root()));
    Triple during =
        Fixture.graph(built.release(), "claims").stream()
            .filter(t -> t.getPredicate().equals(TH.during))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Optional.of(PREFIX_LINES + 2L),
        built.positions().of(Graphs.CLAIMS, during).map(Position::line));
  }

  @Test
  void whatNobodyWroteHasNoPlace() {
    assertEquals(Optional.empty(), positions("").of(id("nobody")));
  }
}
