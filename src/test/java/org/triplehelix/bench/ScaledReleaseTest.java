package org.triplehelix.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Prefixes;

/** Copies are of the shape of the release, and of none of its things. */
class ScaledReleaseTest {
  private static final String ID = "https://w3id.org/triplehelix/id/";
  private static final String PASSAGE = "<https://w3id.org/triplehelix/source/report/p1>";
  private static final String THEME = "<https://w3id.org/triplehelix/concept/themes/talent>";
  private static final String LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>";

  private static final Quad NAMED =
      quad("_", "<" + ID + "river>", LABEL, "\"river north park\"@en");
  private static final Quad CHINESE = quad("_", "<" + ID + "river>", LABEL, "\"大河公园\"@zh");
  private static final Quad TOLD = quad(PASSAGE, "<" + ID + "river>", "<x:theme>", THEME);
  private static final Quad SHARED = quad("_", THEME, LABEL, "\"talent\"@en");

  private static final Release RELEASE =
      new Release("0".repeat(64), List.of(NAMED, CHINESE, TOLD, SHARED), Prefixes.standard());

  @Test
  void copiesHaveNamesAndTextsOfTheirOwn() {
    List<Quad> all = new ScaledRelease(RELEASE, 1).statements(10).toList();
    assertEquals(RELEASE.quads(), all.subList(0, 4));
    assertEquals(10, all.size());
    Quad told = all.get(6);
    assertEquals("https://w3id.org/triplehelix/source/report/p1-1", told.getGraph().getURI());
    assertEquals(ID + "river-1", told.getSubject().getURI());
    assertEquals(TOLD.getPredicate(), told.getPredicate());
    assertEquals(TOLD.getObject(), told.getObject());
    assertTrue(all.get(4).isDefaultGraph());
    assertEquals(ID + "river-2", all.get(7).getSubject().getURI());
    assertEquals(1, all.stream().filter(SHARED::equals).count());
  }

  @Test
  void textsAreMadeOfWordsOfTheirLanguage() {
    List<Quad> all = new ScaledRelease(RELEASE, 1).statements(10).toList();
    List<String> words = List.of(words(all.get(4).getObject()).split(" "));
    assertTrue(Set.of("river", "north", "park").containsAll(words), words.toString());
    assertTrue(words(all.get(5).getObject()).matches("(大河|公园){2}"));
  }

  @Test
  void seedGivesTheSameAgain() {
    List<Quad> all = new ScaledRelease(RELEASE, 1).statements(100).toList();
    assertEquals(all, new ScaledRelease(RELEASE, 1).statements(100).toList());
    assertNotEquals(all, new ScaledRelease(RELEASE, 2).statements(100).toList());
    assertFalse(all.size() > all.stream().collect(Collectors.toSet()).size());
  }

  private static String words(Node text) {
    return text.getLiteralLexicalForm();
  }

  private static Quad quad(String graph, String subject, String predicate, String object) {
    return Quad.create(
        graph.equals("_") ? Quad.defaultGraphIRI : node(graph),
        node(subject),
        node(predicate),
        node(object));
  }

  private static Node node(String text) {
    return text.startsWith("<")
        ? NodeFactory.createURI(text.substring(1, text.length() - 1))
        : SSE.parseNode(text);
  }
}
