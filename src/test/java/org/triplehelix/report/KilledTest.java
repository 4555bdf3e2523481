package org.triplehelix.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real program that keeps reports is killed at random moments, or runs against a limit of its
 * file's size. {@code -Dreports.rounds=100} for more rounds than ten.
 */
class KilledTest {
  private static final int ROUNDS = Integer.getInteger("reports.rounds", 10);
  private static final int LONG = 20_000;

  @TempDir Path folder;

  private List<String> kept() {
    return new ReportFolder(folder).all().stream().map(f -> f.receipt().toString()).toList();
  }

  /** Kills it once it has told some receipts, and reads what it still told. */
  private static List<String> killed(Process process, Random random) throws Exception {
    List<String> told = new ArrayList<>();
    try (BufferedReader said = ReportingProgram.said(process)) {
      int enough = 1 + random.nextInt(30);
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        told.add(line);
        if (told.size() == enough) {
          Thread.sleep(0, random.nextInt(999_999));
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertTrue(
        told.stream().allMatch(line -> Receipt.parse(line).isPresent()), () -> "said " + told);
    return told;
  }

  @Test
  void whatWasAcknowledgedIsThereOnceAfterEachKill() throws Exception {
    Random random = new Random(20261120);
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(killed(ReportingProgram.start("", folder, LONG), random));
      ReportLog.open(folder).close();
      List<String> kept = kept();
      assertEquals(kept.size(), new HashSet<>(kept).size(), "a number was given twice");
      assertTrue(new HashSet<>(kept).containsAll(acknowledged), "round " + round);
      assertTrue(Files.readString(folder.resolve("reports.jsonl")).endsWith("\n"));
    }
    assertEquals(acknowledged.size(), new HashSet<>(acknowledged).size());
    assertTrue(acknowledged.size() >= ROUNDS);
  }

  /** The system writes what still fits, as a full disk does. */
  @Test
  void whenNoMoreFitsItIsRefusedAndTheFileIsWhole() throws Exception {
    Process process = ReportingProgram.start("ulimit -f 64;", folder, 1_000);
    List<String> said;
    try (BufferedReader reader = ReportingProgram.said(process)) {
      said = reader.lines().toList();
    }
    process.waitFor();
    String last = said.get(said.size() - 1);
    assertTrue(last.startsWith("full: "), said::toString);
    assertEquals(said.subList(0, said.size() - 1), kept());
    assertTrue(kept().size() > 5);
    String text = Files.readString(folder.resolve("reports.jsonl"));
    assertTrue(text.endsWith("}\n"), text.substring(text.length() - 20));
    try (ReportLog log = ReportLog.open(folder)) {
      assertEquals("", log.notice());
      Receipt next = log.add(new Report("a", "b", "", "", ""), "r");
      assertEquals(said.size(), next.number());
    }
    assertFalse(Files.exists(folder.resolve("reports.jsonl.torn")));
  }
}
