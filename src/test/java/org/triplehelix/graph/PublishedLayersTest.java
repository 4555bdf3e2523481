package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Digest;
import org.triplehelix.store.MadeUpLayer;

/** Layers beside a release: what may be one, and that the same statements are the same bytes. */
class PublishedLayersTest {
  private static final String LINE = "<http://example.org/s> <http://example.org/p> \"o\" ";

  @TempDir Path folder;

  private Layers in(String lines) throws IOException {
    Path file = Files.createTempFile(folder, "layer", ".nq");
    return Layers.in(List.of(Files.writeString(file, lines)));
  }

  private static byte[] written(Layers layers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    layers.write(out);
    return out.toByteArray();
  }

  @Test
  void theirHashIsThatOfTheirSortedLines() throws IOException {
    Layers layers = Layers.in(List.of(MadeUpLayer.file(folder.resolve("l.nq"), 20)));
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("l.nq")));
    Collections.sort(lines);
    String sorted = String.join("\n", lines) + "\n";
    assertEquals(sorted, new String(written(layers), StandardCharsets.UTF_8));
    assertEquals(new Digest().add(sorted).hex(), layers.hash());
    assertEquals(Set.of(NodeFactory.createURI(MadeUpLayer.GRAPH)), layers.names());
  }

  @Test
  void whatWasWrittenIsReadAgainUnlessItsOrderWasChanged() throws IOException {
    Layers layers = Layers.in(List.of(MadeUpLayer.file(folder.resolve("l.nq"), 20)));
    Path file = Files.write(folder.resolve("w.nq"), written(layers));
    assertEquals(layers, Layers.written(file));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Collections.swap(lines, 3, 4);
    Files.write(file, lines);
    BadInputException why = assertThrows(BadInputException.class, () -> Layers.written(file));
    assertTrue(why.getMessage().contains("not in the order"), why.getMessage());
  }

  @Test
  void thatTheyWereLostIsToldAndNotTakenForNone() throws IOException {
    Path path = Files.createDirectory(folder.resolve(PublishedRelease.name(1, "0".repeat(64))));
    PublishedRelease published = PublishedRelease.at(path).orElseThrow();
    Files.writeString(
        path.resolve(PublishedRelease.SUMS),
        "0".repeat(64) + "  " + PublishedRelease.LAYERS + "\n");
    BadInputException why = assertThrows(BadInputException.class, published::layers);
    assertTrue(why.getMessage().contains("layers.nq.gz is missing"), why.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LINE + ".",
        LINE + "<https://w3id.org/triplehelix/graph/register> .",
        LINE + "<https://w3id.org/triplehelix/graph/reifiers> .",
        LINE + "<https://w3id.org/triplehelix/source/lb-s001> .",
        LINE + "_:g .",
        "<http://example.org/s> <http://example.org/p> _:b <http://example.org/g> .",
        ""
      })
  void whatMayNotBeALayerIsRefused(String line) {
    assertThrows(BadInputException.class, () -> in(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LINE + "<https://w3id.org/triplehelix/graph/ror> .",
        LINE + "<http://example.org/g> ."
      })
  void whatMayBeALayerIsTaken(String line) throws IOException {
    assertEquals(1, in(line).quads().size());
  }

  @ParameterizedTest
  @CsvSource({
    "https://w3id.org/triplehelix/graph/ror, true",
    "https://w3id.org/triplehelix/graph/meta, false",
    "https://w3id.org/triplehelix/ontology, false",
    "urn:x-arq:DefaultGraph, false",
    "urn:x-arq:UnionGraph, false",
    "g, false",
    "http://example.org/g, true"
  })
  void namesOfGraphsTellWhatMayBeALayer(String name, boolean may) {
    assertEquals(may, Layers.isLayer(NodeFactory.createURI(name)));
  }

  @Test
  void aChangeLeadsToWhatTheFilesWouldGive() throws IOException {
    Layers few = Layers.in(List.of(MadeUpLayer.file(folder.resolve("few.nq"), 20)));
    Layers more = Layers.in(List.of(MadeUpLayer.file(folder.resolve("more.nq"), 30)));
    List<Quad> added = more.quads().stream().filter(q -> !few.quads().contains(q)).toList();
    assertEquals(more, Revision.of(few, Set.of(), added));
    assertEquals(few, Revision.of(more, Set.copyOf(added), List.of()));
    assertEquals(Layers.NONE, Revision.of(few, Set.copyOf(few.quads()), List.of()));
    Quad odd = Quad.create(Graphs.REGISTER, added.get(0).asTriple());
    assertThrows(IllegalArgumentException.class, () -> Revision.of(few, Set.of(), List.of(odd)));
  }
}
