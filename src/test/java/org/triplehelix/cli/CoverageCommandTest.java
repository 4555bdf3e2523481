package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.triplehelix.check.Brook;
import org.triplehelix.graph.Fixture;

/** {@code helix coverage} tells what was not read, and whether anything was not. */
class CoverageCommandTest {
  private final Brook brook = new Brook();

  @AfterEach
  void close() {
    brook.close();
  }

  private static Invocation coverage(Fixture files, String... arguments) {
    List<String> all = new ArrayList<>(List.of("coverage", "--home", files.root().toString()));
    all.addAll(List.of(arguments));
    return Invocation.of(all);
  }

  @Test
  void wholeReadingIsFine() {
    Invocation result = coverage(brook.filesAndText(), "brook");
    assertEquals(Main.OK, result.code(), result::out);
    assertTrue(
        result
            .out()
            .contains("no statement for heading 1 (8.3%), rhetoric 1 (8.3%); numbers in them: 1"));
  }

  @Test
  void gapIsAFindingWithPassagePlaceAndRemedy() {
    brook.without("th:asWritten \"四所大学\"@zh ;");
    Invocation result = coverage(brook.filesAndText(), "brook");
    assertEquals(Main.FINDINGS, result.code(), result::out);
    assertTrue(result.out().contains("br:s002  seeds/brook.ttl:"), result::out);
    assertTrue(result.out().contains("number 四 in 溪城有四所大学，近三…; say it"), result::out);
  }

  @Test
  void summaryIsTheTableOnly() {
    brook.without("th:asWritten \"四所大学\"@zh ;");
    Invocation result = coverage(brook.filesAndText(), "brook", "--summary");
    assertEquals(Main.FINDINGS, result.code(), result::out);
    assertFalse(result.out().contains("br:s002"), result::out);
    assertTrue(result.out().lines().anyMatch(l -> l.startsWith("brook ")), result::out);
  }

  @Test
  void allSourcesAreReportedWithoutAName() {
    Invocation result = coverage(brook.filesAndText());
    assertTrue(result.out().contains("mu:s001  seeds/made-up.ttl:12"), result::out);
    assertTrue(result.out().contains("made-up: numbers and names were not looked for"));
  }

  @Test
  void unknownSourceIsBadInput() {
    Invocation result = coverage(brook.filesAndText(), "brok");
    assertEquals(Main.BAD_INPUT, result.code(), result::err);
    assertTrue(result.err().contains("brok: is no source; did you mean brook?"), result::err);
  }

  @Test
  void folderThatIsNotThereIsBadInput() {
    Invocation result = coverage(brook.filesAndText(), "--texts", "no/such/folder");
    assertEquals(Main.BAD_INPUT, result.code(), result::err);
    assertTrue(result.err().contains("--texts: there is no folder"), result::err);
  }

  @Test
  void documentsAreTakenFromTheFolderGiven() {
    Fixture files = brook.files();
    Invocation without = coverage(files, "brook", "--summary");
    assertTrue(without.out().contains("brook.txt is not there"), without::out);
    String texts = brook.filesAndText().root().resolve("seeds/texts").toString();
    Invocation with = coverage(files, "brook", "--texts", texts);
    assertFalse(with.out().contains("is not there"), with::out);
  }
}
