package org.triplehelix.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;

class TermsTest {

  @Test
  void everyTermTheProgramUsesIsDeclaredInTheOntology() throws IllegalAccessException {
    Set<Node> declared =
        ReleaseBuilder.build(Content.at(Path.of(""))).quads().stream()
            .filter(q -> q.getPredicate().equals(RDF.Nodes.type))
            .map(Quad::getSubject)
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    int terms = 0;
    for (Field field : TH.class.getFields()) {
      if (field.getType() == Node.class) {
        terms++;
        Node term = (Node) field.get(null);
        if (!declared.contains(term)) {
          missing.add(term.getURI());
        }
      }
    }
    assertTrue(terms > 30);
    assertEquals(List.of(), missing);
  }

  @Test
  void namesAreAbbreviatedByTheLongestPrefixWithoutASlashAfterIt() {
    Prefixes prefixes = Prefixes.standard();
    assertEquals("id:london", prefixes.abbreviate(Family.ID.namespace() + "london"));
    assertEquals("th:Figure", prefixes.abbreviate(TH.NS + "Figure"));
    assertEquals(
        "<https://w3id.org/triplehelix/source/london-beijing/s001>",
        prefixes.abbreviate(Family.SOURCE.namespace() + "london-beijing/s001"));
  }
}
