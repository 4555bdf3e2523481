package org.triplehelix.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;

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
        new Coverage(ReleaseBuilder.buildWithPositions(content), CoverageTexts.at(documents()));
    List<Content.Item> readings = content.items(Content.Role.READING);
    assertFalse(readings.isEmpty());
    for (Content.Item reading : readings) {
      CoverageReport report = coverage.report(reading.stem());
      assertEquals(List.of(), report.gaps(), reading.stem());
      assertTrue(report.contents().orElseThrow().numbers() > 10, reading.stem());
    }
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
