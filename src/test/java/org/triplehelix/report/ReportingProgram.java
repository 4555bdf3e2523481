package org.triplehelix.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that keeps reports until it is killed or refused, and tells each receipt as soon as it
 * has it: {@code FOLDER LENGTH}.
 */
final class ReportingProgram {
  private ReportingProgram() {}

  public static void main(String[] arguments) {
    String text = "错".repeat(Integer.parseInt(arguments[1]));
    try (ReportLog log = ReportLog.open(Path.of(arguments[0]))) {
      while (true) {
        Report report = new Report("https://example.org/a", text, "", "", "");
        System.out.print(log.add(report, "release") + "\n");
      }
    } catch (NotStored e) {
      System.out.println((e.isFull() ? "full: " : "not kept: ") + e.getMessage());
    }
  }

  /** Starts it in a program of its own, with what is to come before it in the shell. */
  static Process start(String before, Path folder, int length) throws IOException {
    String command =
        before
            + " exec "
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + " -XX:-UsePerfData -Xshare:auto -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' "
            + ReportingProgram.class.getName()
            + " '"
            + folder
            + "' "
            + length;
    return new ProcessBuilder(List.of("sh", "-c", command)).redirectErrorStream(true).start();
  }

  static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
