package org.triplehelix.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.source.DocumentFolder;
import org.triplehelix.vocab.TH;

/** Nothing is to be found in the files of this repository. */
class RealContentTest {

  private static CheckReport check(Path texts) {
    Content content = Content.at(Path.of(""));
    return ContentCheck.run(content, ReleaseBuilder.buildWithPositions(content), texts);
  }

  @Test
  void nothingIsFound() {
    CheckReport report = check(Path.of("no/documents"));
    assertEquals(List.of(), report.findings());
    assertEquals(
        Content.at(Path.of("")).items(Content.Role.SOURCE).size(), report.skipped().size());
  }

  @Test
  void nothingIsFoundBesideTheDocuments() {
    CheckReport report = check(documents());
    assertEquals(List.of(), report.findings());
    assertEquals(List.of(), report.skipped());
  }

  @Test
  void sourcesThatAreReadHaveNoGaps() {
    Content content = Content.at(Path.of(""));
    Coverage coverage =
        new Coverage(ReleaseBuilder.buildWithPositions(content), DocumentFolder.at(documents()));
    List<Content.Item> readings = content.items(Content.Role.READING);
    assertFalse(readings.isEmpty());
    for (Content.Item reading : readings) {
      CoverageReport report = coverage.report(reading.stem());
      assertEquals(List.of(), report.gaps(), reading.stem());
      assertTrue(report.contents().orElseThrow().numbers() > 10, reading.stem());
    }
  }

  @Test
  void everyPassageHasItsGloss() {
    Content content = Content.at(Path.of(""));
    List<Quad> quads = ReleaseBuilder.build(content).quads();
    Set<Node> glossed = new HashSet<>();
    quads.stream()
        .filter(q -> q.getPredicate().equals(TH.gloss))
        .forEach(q -> glossed.add(q.getSubject()));
    List<Node> without =
        quads.stream()
            .filter(q -> q.isDefaultGraph() && q.getPredicate().equals(RDF.Nodes.type))
            .filter(q -> q.getObject().equals(TH.Passage))
            .map(Quad::getSubject)
            .filter(passage -> !glossed.contains(passage))
            .toList();
    assertTrue(glossed.size() > 500);
    assertEquals(List.of(), without);
  }

  @Test
  void everyRegisterEntryIsUsedOrSaysWhyItIsThere() throws IOException {
    assertEquals(List.of(), unused("unused-entry.rq", Content.at(Path.of(""))));
  }

  @Test
  void everyTermIsUsedOrSaysWhyItIsThere() throws IOException {
    assertEquals(List.of(), unused("unused-term.rq", Content.at(Path.of(""))));
    try (Fixture fixture = new Fixture()) {
      List<String> unused = unused("unused-term.rq", Content.at(fixture.root()));
      assertTrue(unused.contains(TH.NS + "Cluster"));
      assertFalse(unused.contains(TH.NS + "Passage"));
    }
  }

  private static List<String> unused(String query, Content content) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    ReleaseBuilder.build(content).quads().forEach(dataset::add);
    List<String> unused = new ArrayList<>();
    String text = Files.readString(Path.of("src/test/resources/real").resolve(query));
    try (QueryExec execution = QueryExec.dataset(dataset).query(text).build()) {
      execution.select().forEachRemaining(row -> unused.add(row.get("subject").getURI()));
    }
    return unused;
  }

  private static Path documents() {
    Path texts =
        Stream.of(Path.of("seeds/texts"), Path.of("../shared/seeds"))
            .filter(folder -> Files.isRegularFile(folder.resolve("000_046ae33a7b8e3787.txt")))
            .findFirst()
            .orElse(null);
    assumeTrue(texts != null, "skipped: the documents are neither in seeds/texts nor beside");
    return texts;
  }
}
