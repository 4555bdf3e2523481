package org.triplehelix.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.source.BadInputException;

/** Reports are kept whole, numbered once, and refused when they cannot be kept. */
class ReportLogTest {
  private static final Report REPORT =
      new Report(
          "https://w3id.org/triplehelix/id/london",
          "A \"quoted\" text\nin two lines, \u2028 and \\ more: 错误\t😀",
          "",
          "because",
          "https://example.org/");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T23:59:59.9Z"), ZoneOffset.ofHours(8));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("reports.jsonl");
  }

  private List<FiledReport> all() {
    return new ReportFolder(folder).all();
  }

  private static String problem(Runnable what) {
    return assertThrows(BadInputException.class, what::run).getMessage();
  }

  private void fill(int reports) throws NotStored {
    try (ReportLog log = ReportLog.open(folder, CLOCK)) {
      for (int i = 0; i < reports; i++) {
        log.add(REPORT, "abc");
      }
    }
  }

  @Test
  void whatWasReportedIsRead() throws NotStored {
    fill(2);
    List<FiledReport> all = all();
    assertEquals(2, all.size());
    FiledReport first = all.get(0);
    assertEquals(REPORT, first.report());
    assertEquals("abc", first.release());
    assertEquals(Status.OPEN, first.status());
    assertEquals(Instant.parse("2026-11-20T23:59:59Z"), first.when());
    assertTrue(first.receipt().toString().startsWith("2026-11-20-0001-"));
    assertEquals(2, all.get(1).receipt().number());
  }

  @Test
  void aLineThatWasNeverFinishedIsSetAside() throws NotStored, IOException {
    fill(3);
    String whole = Files.readString(file());
    String half = whole.substring(0, whole.indexOf("错") + 1);
    Files.writeString(file(), half, StandardOpenOption.APPEND);
    assertEquals(3, all().size(), "who reads meanwhile passes it over");
    try (ReportLog log = ReportLog.open(folder, CLOCK)) {
      assertTrue(log.notice().contains("reports.jsonl.torn"), log.notice());
      assertEquals(4, log.add(REPORT, "abc").number());
    }
    assertEquals(half + "\n", Files.readString(folder.resolve("reports.jsonl.torn")));
    assertTrue(Files.readString(file()).startsWith(whole));
    assertEquals(4, all().size());
    try (ReportLog log = ReportLog.open(folder, CLOCK)) {
      assertEquals("", log.notice());
    }
  }

  @Test
  void aCharacterThatWasCutInTwoIsNoMatter() throws NotStored, IOException {
    fill(1);
    Files.write(file(), new byte[] {'{', '"', (byte) 0xE9, (byte) 0x94}, StandardOpenOption.APPEND);
    fill(1);
    assertEquals(2, all().size());
  }

  @Test
  void aDamagedLineIsToldAndNothingIsWritten() throws NotStored, IOException {
    fill(3);
    String damaged = Files.readString(file()).replaceFirst("-0002-.", "-0003-A");
    Files.writeString(file(), damaged);
    assertTrue(problem(() -> ReportLog.open(folder)).contains("reports.jsonl:2: is damaged"));
    assertTrue(problem(this::all).contains("reports.jsonl:2: is damaged"));
    assertEquals(damaged, Files.readString(file()));
  }

  @Test
  void aFolderHasOneServer() throws NotStored {
    try (ReportLog log = ReportLog.open(folder)) {
      assertTrue(problem(() -> ReportLog.open(folder)).contains("another server"));
      log.add(REPORT, "abc");
    }
    ReportLog.open(folder).close();
  }

  @Test
  void aFolderThatCannotBeIsTold() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    assertTrue(problem(() -> ReportLog.open(plain)).contains("reports cannot be kept here"));
    assertTrue(problem(() -> new ReportFolder(plain)).contains("is no folder of reports"));
  }

  @Test
  void whatWouldGoToADeletedFileIsRefused() throws NotStored, IOException {
    try (ReportLog log = ReportLog.open(folder)) {
      log.add(REPORT, "abc");
      Path away = Files.move(file(), folder.resolve("away"));
      NotStored refused = assertThrows(NotStored.class, () -> log.add(REPORT, "abc"));
      assertFalse(refused.isFull());
      assertTrue(refused.getMessage().contains("moved or deleted"));
      Files.writeString(file(), "");
      assertThrows(NotStored.class, () -> log.add(REPORT, "abc"));
      Files.move(away, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      assertEquals(2, log.add(REPORT, "abc").number());
    }
    assertEquals(2, all().size());
  }

  @Test
  void manyAtOnceHaveEachTheirNumber() {
    Set<Receipt> receipts = new ConcurrentSkipListSet<>();
    try (ReportLog log = ReportLog.open(folder)) {
      IntStream.range(0, 100)
          .parallel()
          .forEach(
              i -> {
                try {
                  receipts.add(log.add(REPORT, "abc"));
                } catch (NotStored e) {
                  throw new IllegalStateException(e);
                }
              });
    }
    assertEquals(100, receipts.size());
    assertEquals(List.copyOf(receipts), all().stream().map(FiledReport::receipt).toList());
  }

  @Test
  void marksAreAddedBesideARunningServer() throws NotStored, IOException {
    try (ReportLog log = ReportLog.open(folder)) {
      Receipt first = log.add(REPORT, "abc");
      Receipt second = log.add(REPORT, "abc");
      ReportFolder reports = new ReportFolder(folder);
      reports.add(new Mark(first, Status.ACCEPTED, "seen\nso", CLOCK.instant()));
      Files.writeString(
          folder.resolve("marks.jsonl"), "{\"receipt\":\"2026", StandardOpenOption.APPEND);
      reports.add(new Mark(first, Status.DONE, "", CLOCK.instant()));
      log.add(REPORT, "abc");
      FiledReport marked = reports.get(first.toString().toLowerCase());
      assertEquals(Status.DONE, marked.status());
      assertEquals(List.of("seen\nso", ""), marked.marks().stream().map(Mark::note).toList());
      assertEquals(Status.OPEN, reports.get(second.toString()).status());
      assertEquals(3, reports.all().size());
    }
    assertTrue(Files.exists(folder.resolve("marks.jsonl.torn")));
  }

  @Test
  void anUnknownReceiptIsToldWithThoseThatAreNear() throws NotStored {
    fill(12);
    ReportFolder reports = new ReportFolder(folder);
    String known = reports.all().get(11).receipt().toString();
    assertEquals("2026-11-20-0012", known.substring(0, 15));
    String mistyped = known.replace("-0012-", "-0021-");
    assertTrue(problem(() -> reports.get(mistyped)).contains("is no receipt"));
    assertTrue(problem(() -> reports.get(mistyped)).contains("did you mean"));
    Receipt other = new Receipt(CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate(), 99);
    assertTrue(problem(() -> reports.get(other.toString())).contains("of no report here"));
  }
}
