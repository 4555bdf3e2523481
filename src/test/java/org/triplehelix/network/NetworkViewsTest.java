package org.triplehelix.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.source.BadInputException;

/** What is wrong with the files of networks is told with its place. */
class NetworkViewsTest {
  private static final String GOOD =
      """
      #+ title: Parts
      #+ title_zh: 组成
      #+ description: What is part of what.
      #+ description_zh: 谁是谁的组成部分。
      #+ admits: accepted, planned
      PREFIX th: <https://w3id.org/triplehelix/ontology#>

      SELECT ?source ?relation ?target
      WHERE {
        ?source th:partOf ?target .
        BIND (th:partOf AS ?relation)
      }
      """;

  private static NetworkViews views(String file) {
    try (Fixture files = new Fixture()) {
      return NetworkViews.in(Content.at(files.write("ontology/networks/parts.rq", file).root()));
    }
  }

  private static List<String> faults(String file) {
    return assertThrows(BadInputException.class, () -> views(file)).problems().stream()
        .map(problem -> problem.position() + ": " + problem.what())
        .toList();
  }

  @Test
  void aFolderNeedsNoKindsAndNoNetworks() throws IOException {
    try (Fixture files = new Fixture()) {
      Path networks = files.root().resolve("ontology/networks");
      Files.move(networks, networks.resolveSibling("elsewhere"));
      assertEquals(List.of(), NetworkViews.in(Content.at(files.root())).list());
    }
    NetworkView parts = views(GOOD).named("parts").orElseThrow();
    assertEquals("组成", parts.title("zh"));
    assertEquals(List.of("planned"), List.copyOf(parts.admits().modalities()));
  }

  @Test
  void faultsOfHeadersHaveTheirLines() {
    assertEquals(
        List.of("ontology/networks/parts.rq:1: the network has no title_zh"),
        faults(GOOD.replace("#+ title_zh: 组成\n", "")));
    assertEquals(
        List.of("ontology/networks/parts.rq:5: admits planed"),
        faults(GOOD.replace("planned", "planed")));
    assertEquals(
        List.of("ontology/networks/parts.rq: gives no edges"),
        faults(GOOD.replace("?source ?relation ?target", "?source ?target")));
  }
}
