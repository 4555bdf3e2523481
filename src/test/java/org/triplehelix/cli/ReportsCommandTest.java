package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.report.NotStored;
import org.triplehelix.report.Report;
import org.triplehelix.report.ReportLog;

/** {@code helix reports} lists, shows and marks what readers reported. */
class ReportsCommandTest {
  private static final String LONDON = "https://w3id.org/triplehelix/id/london";

  @TempDir Path folder;

  private String first;
  private String second;

  @BeforeEach
  void report() throws NotStored {
    try (ReportLog log = ReportLog.open(folder)) {
      first = log.add(new Report(LONDON, "一处\n\u202Eerror", "", "", ""), "abc").toString();
      second = log.add(new Report(LONDON, "=HYPERLINK(\"x\")", "b", "c", "d"), "abc").toString();
    }
  }

  private Invocation reports(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("reports", command, "--reports", folder.toString()));
    all.addAll(List.of(arguments));
    return Invocation.of(all);
  }

  private static void assertBad(Invocation result, String message) {
    assertEquals(Main.BAD_INPUT, result.code(), result::out);
    assertTrue(result.err().contains(message), result::err);
    assertEquals("", result.out());
  }

  @Test
  void listIsATable() {
    List<String> lines = reports("list").out().lines().toList();
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(lines.get(0).matches("RECEIPT +STATUS +ABOUT +WHAT"), lines.get(0));
    assertTrue(
        lines.get(1).startsWith(first + "  open       id/london  一处 \uFFFDerror"), lines.get(1));
    Invocation none = reports("list", "--status", "done");
    assertEquals("No reports.\n", none.out());
    assertEquals(Main.OK, none.code());
  }

  @Test
  void marksAreAddedAndShown() {
    Invocation marked = reports("mark", first.toLowerCase(), "accepted", "--note", "核查中");
    assertEquals(Main.OK, marked.code(), marked::err);
    assertEquals(first + " is accepted.\n", marked.err());
    reports("mark", first, "done");
    String shown = reports("show", first).out();
    assertTrue(shown.contains("status   done"), shown);
    assertTrue(shown.contains("accepted: 核查中"), shown);
    assertTrue(reports("list", "--status", "open").out().contains(second));
    assertFalse(reports("list", "--status", "open").out().contains(first));
  }

  @Test
  void programsReadJsonAndCsv() {
    reports("mark", second, "declined", "--note", "why, \"so\"");
    JsonArray all = JSON.parseAny(reports("list", "--format", "json").out()).getAsArray();
    assertEquals(2, all.size());
    assertEquals("一处\n\u202Eerror", all.get(0).getAsObject().getString("what"));
    assertEquals("declined", all.get(1).getAsObject().getString("status"));
    assertEquals(
        second, JSON.parse(reports("show", second, "--format", "json").out()).getString("receipt"));
    String csv = reports("show", second, "--format", "csv").out();
    assertTrue(csv.startsWith("receipt,status,when,"), csv);
    assertTrue(csv.contains(LONDON + ",\"'=HYPERLINK(\"\"x\"\")\",b,c,d,"), csv);
    assertTrue(csv.endsWith(",\"why, \"\"so\"\"\"\r\n"), csv);
  }

  @Test
  void whatIsMistypedIsTold() throws Exception {
    assertBad(reports("mark", first, "acepted"), "did you mean accepted?");
    assertBad(reports("mark", first, "nonsense"), "give one of open, accepted");
    assertBad(reports("mark", first, "done", "--note", "x".repeat(4_001)), "write a shorter one");
    assertBad(reports("list", "--format", "jsn"), "did you mean json?");
    assertBad(reports("list", "--status", "opn"), "did you mean open?");
    String wrong = first.substring(0, first.length() - 1) + "Q";
    assertBad(reports("show", wrong), "did you mean " + first);
    assertBad(reports("mark", wrong, "done"), "is no receipt");
    assertBad(Invocation.of(List.of("reports")), "list, show or mark");
    assertBad(Invocation.of(List.of("reports", "list")), "--reports");
    Path none = folder.resolve("none");
    assertBad(
        Invocation.of(List.of("reports", "list", "--reports", none.toString())),
        "is no folder of reports");
    assertFalse(Files.exists(none));
    assertFalse(Files.exists(folder.resolve("marks.jsonl")));
  }
}
