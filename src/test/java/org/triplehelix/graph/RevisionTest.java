package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** What comes of a change is what the build of the files makes. */
class RevisionTest {
  @Test
  void aReleaseBecomesTheOther() {
    try (Fixture files = new Fixture()) {
      Release one = files.reading("mu:s001 { id:anvil th:describedAs \"一\"@zh . }").release();
      Release two = files.reading("mu:s002 { id:anvil th:describedAs \"二\"@zh . }").release();
      Set<Quad> removed = new HashSet<>(one.quads());
      two.quads().forEach(removed::remove);
      List<Quad> added = new ArrayList<>(two.quads());
      added.removeAll(new HashSet<>(one.quads()));
      assertEquals(two, Revision.of(one.quads(), removed, added));
      List<Quad> all = new ArrayList<>(two.quads());
      Collections.shuffle(all, new Random(1));
      assertEquals(two, Revision.of(List.of(), Set.of(), all));
      assertEquals(two, Revision.of(two.quads(), Set.of(), all), "what is there stays once");
      Quad odd =
          Quad.create(
              Graphs.REGISTER,
              NodeFactory.createBlankNode(),
              RDF.Nodes.type,
              NodeFactory.createURI("http://example.org/thing"));
      assertThrows(
          IllegalArgumentException.class, () -> Revision.of(one.quads(), Set.of(), List.of(odd)));
    }
  }
}
