package org.triplehelix.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Built;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.DocumentFolder;
import org.triplehelix.source.Documents;

/** What is read is no gap; what is taken away from the reading is found. */
class CoverageTest {
  private final Brook brook = new Brook();

  @AfterEach
  void close() {
    brook.close();
  }

  private void assertGaps(String... gaps) {
    assertEquals(List.of(gaps), brook.gaps());
  }

  @Test
  void nothingIsMissingFromTheWholeReading() {
    assertGaps();
  }

  @Test
  void passagesAndContentsAreCounted() {
    CoverageReport report = brook.report();
    assertEquals(
        new CoverageReport.Counts(12, 10, Map.of("Heading", 1, "Rhetoric", 1)), report.counts());
    assertEquals(Optional.of(new CoverageReport.Contents(15, 0, 1, 15, 0)), report.contents());
  }

  @Test
  void passageWithNeitherStatementsNorReasonIsFound() {
    brook.withoutReason("br:s011 th:noStatement th:Rhetoric .");
    assertGaps("s011: has neither statements nor a reason (numbers: 1, names: 1)");
  }

  @Test
  void mentionsAreNoStatements() {
    brook.without("id:clerk th:describedAs \"学校\"@zh .");
    assertGaps("s010: has neither statements nor a reason (numbers: 0, names: 1)");
  }

  @Test
  void numberOfAMissingWordingIsFound() {
    brook.without("th:asWritten \"四所大学\"@zh ;");
    assertGaps("s002: number 四 in 溪城有四所大学，近三…");
  }

  @Test
  void numberOfAMissingScopeNoteIsFound() {
    brook.with("近三成的居民", "的居民");
    assertGaps("s002: number 三成 in …四所大学，近三成的居民在铁砧…");
  }

  @Test
  void wordingThatEndsWithinANumberDoesNotCoverIt() {
    brook.with("318,480个", "318,48");
    assertGaps("s004: number 318,480 in …公司的岗位由318,480个增加到原来…");
  }

  @Test
  void numbersOfAMissingDateAreFound() {
    brook.without("{| th:during \"2014-04\"^^edtf:EDTF |}");
    assertGaps("s003: number 2014 in 2014年4月，铁砧…", "s003: number 4 in 2014年4月，铁砧公司…");
  }

  @Test
  void otherYearDoesNotCover() {
    brook.with("2014-04", "2015-04");
    assertGaps("s003: number 2014 in 2014年4月，铁砧…");
  }

  @Test
  void decadeAndShortSecondYearAreCoveredByTheirPeriodOnly() {
    brook.with("196X", "195X").with("2018/2021", "2018/2022");
    assertGaps(
        "s008: number 20 in 文书说，20世纪60年代…",
        "s008: number 60 in …说，20世纪60年代之后，溪…",
        "s012: number 21 in 在2018-21年间，溪城又…");
  }

  @Test
  void ordinalIsCoveredByItsRankOnly() {
    brook.with("th:rank 1 ;", "th:rank 2 ;");
    assertGaps("s005: number 第一 in …连续三年排名第一。");
  }

  @Test
  void runOfYearsIsCoveredByItsNumberOnly() {
    brook.without("th:runOfYears 3 ;");
    assertGaps("s005: number 三 in …，它已经连续三年排名第一。");
  }

  @Test
  void timeLimitIsCoveredByItsNumberOnly() {
    brook.with("P5Y", "P6Y");
    assertGaps("s007: number 五 in …证，都是为期五年的证件。");
  }

  @Test
  void citationIsCoveredByItsMarkOnly() {
    brook.without("th:cites \"3\" ;");
    assertGaps("s008: number [3] in …城有了5G网[3]。");
  }

  @Test
  void nameThatIsNotReferredToIsFoundAndCoversNoNumber() {
    brook.without("th:mentions id:five-g ;");
    assertGaps("s008: number 5 in …后，溪城有了5G网[3]。", "s008: name 5G, id:five-g");
  }

  @Test
  void nameInCapitalsIsFound() {
    brook.with(
        "id:anvil th:basedIn id:brook {| th:during \"2014",
        "id:clerk th:basedIn id:brook {| th:during \"2014");
    assertGaps("s003: name 铁砧, id:anvil", "s003: name ANVIL, id:anvil");
  }

  @Test
  void onlyTheLongestNameIsFound() {
    brook.without("br:s010 th:mentions id:brook-university .");
    assertGaps("s010: name 溪城大学, id:brook-university");
  }

  @Test
  void whatIsDeniedIsReferredTo() {
    brook.with("<< id:anvil th:basedIn id:brook ~", "<< id:clerk th:basedIn id:brook ~");
    assertGaps("s009: name 铁砧, id:anvil");
  }

  @Test
  void namesOfPassagesWithAReasonAreToBeMentioned() {
    brook.without("br:s011 { br:s011 th:mentions id:brook . }");
    assertGaps("s011: name 溪城, id:brook");
  }

  @Test
  void gapsTellFileAndLine() {
    brook.withoutReason("br:s001 th:noStatement th:Heading .");
    CoverageGap gap = brook.report().gaps().get(0);
    assertEquals("seeds/brook.ttl", gap.position().file());
    assertEquals("br:s001", line(gap));
    assertTrue(gap.remedy().contains("th:noStatement"), gap::remedy);
  }

  private String line(CoverageGap gap) {
    try {
      Path file = brook.files().root().resolve(gap.position().file());
      return Files.readAllLines(file).get((int) gap.position().line() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rangesBeyondTheEndAreFound() {
    brook.withSeed("th:ranges \"0-6\"", "th:ranges \"0-60000\"");
    assertGaps("s001: its ranges lie outside of the document");
  }

  @Test
  void missingDocumentIsTold() {
    brook.files();
    CoverageReport report = brook.reportOfFiles();
    assertTrue(report.notice().orElseThrow().contains("brook.txt is not there"));
    assertEquals(Optional.empty(), report.contents());
    assertEquals(List.of(), report.gaps());
  }

  @Test
  void otherDocumentIsTold() {
    brook.filesAndText().write("seeds/texts/brook.txt", "别的文章。");
    CoverageReport report = brook.reportOfFiles();
    assertTrue(report.notice().orElseThrow().contains("another file than th:fileDigest"));
    assertEquals(Optional.empty(), report.contents());
  }

  @Test
  void unknownSourceIsBadInputWithTheNearest() {
    Content content = Content.at(brook.filesAndText().root());
    Coverage coverage =
        new Coverage(
            ReleaseBuilder.buildWithPositions(content), new DocumentFolder(content.root()));
    BadInputException e = assertThrows(BadInputException.class, () -> coverage.report("brok"));
    assertTrue(
        e.getMessage().contains("did you mean brook? There are brook, made-up"), e::getMessage);
  }

  @Test
  void londonBeijingIsCountedWhole() {
    Path folder = Documents.folderWith("000_046ae33a7b8e3787.txt");
    Built built = ReleaseBuilder.buildWithPositions(Content.at(Path.of("")));
    CoverageReport report = new Coverage(built, DocumentFolder.at(folder)).report("london-beijing");
    assertEquals(119, report.counts().passages());
    assertEquals(Optional.empty(), report.notice());
    assertTrue(report.contents().orElseThrow().numbers() > 40, report::toString);
    assertTrue(report.contents().orElseThrow().names() > 100, report::toString);
  }
}
