package org.triplehelix.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many runaways at once in a JVM of 512 MB that would die of a single OutOfMemoryError. */
class StormTest {

  @Test
  void fortyRunawaysEndAndLookupsAreAnswered() throws Exception {
    raise(
        "G1",
        "40",
        "1",
        "CONCAT;CONSTRUCT;COUNT DISTINCT;DISTINCT long texts;GROUP BY;GROUP_CONCAT;MINUS;"
            + "ORDER BY of long texts;REPLACE backtracking;REPLACE growth;TRIPLE;VALUES;"
            + "cross product, ORDER BY;path;regex;rows");
  }

  @Test
  void whoHoardsIsEndedBeforeMemoryIs() throws Exception {
    String report =
        raise(
            "Serial", "8", "60", "DISTINCT long texts;GROUP BY long texts;ORDER BY of long texts");
    assertTrue(report.contains("MEMORY=8"), report);
  }

  private static String raise(String collector, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+Use" + collector + "GC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Storm.class.getName()));
    command.addAll(List.of(arguments));
    Process storm = new ProcessBuilder(command).redirectErrorStream(true).start();
    String report = new String(storm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print(report);
    assertEquals(0, storm.waitFor(), report);
    return report;
  }
}
