package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.server.pipeline.Limit;
import org.triplehelix.server.pipeline.Metrics;
import picocli.CommandLine.Model.OptionSpec;

/** The table of limits in the docs, the options of {@code serve} and the metrics are the same. */
class LimitOptionsTest {
  private static final Path DOCS = Path.of("docs/operation.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private record Row(String option, String standard, List<String> metrics) {}

  private static List<Row> table() throws IOException {
    return Files.readAllLines(DOCS).stream()
        .filter(line -> line.startsWith("| `--"))
        .map(line -> line.split(" *\\| *"))
        .map(cells -> new Row(names(cells[1]).get(0), cells[2], names(cells[4])))
        .toList();
  }

  private static List<String> names(String cell) {
    return NAME.matcher(cell).results().map((MatchResult of) -> of.group(1)).toList();
  }

  /** Those that are numbers. */
  private static List<OptionSpec> options() {
    return Main.commandLine(new PrintWriter(System.out), new PrintWriter(System.err))
        .getSubcommands()
        .get("serve")
        .getCommandSpec()
        .mixins()
        .get("limits")
        .options()
        .stream()
        .filter(
            option ->
                Set.of(int.class, Integer.class, Long.class).contains(option.typeInfo().getType()))
        .toList();
  }

  @Test
  void everyLimitIsAnOptionAndStandsInTheDocsWithItsDefault() throws IOException {
    var documented = new TreeMap<String, String>();
    table().forEach(row -> documented.put(row.option(), row.standard()));
    var offered = new TreeMap<String, String>();
    for (OptionSpec option : options()) {
      String text = String.join(" ", option.description());
      String computed = text.contains("by the heap") ? "by the heap" : "by the processors";
      offered.put(
          option.longestName(), option.defaultValue() == null ? computed : option.defaultValue());
    }
    assertTrue(offered.size() > 20, offered.toString());
    assertEquals(offered, documented);
  }

  @Test
  void everyLimitIsCountedUnderTheNameThatTheDocsGive() throws IOException {
    Set<String> documented =
        table().stream().flatMap(row -> row.metrics().stream()).collect(Collectors.toSet());
    Set<String> known = Arrays.stream(Limit.values()).map(Limit::label).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(known), new TreeSet<>(documented));
    try (Metrics metrics = new Metrics()) {
      for (String label : documented) {
        String line = "helix_rejections_total{limit=\"" + label + "\"} 0.0";
        assertTrue(metrics.text().contains(line), line);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--rate, 0, from 1 up",
    "--headers, -5, from 1 up",
    "--timeout, 4000, 3600",
    "--memory, 100, percent",
    "--trusted-proxy, example.org, 10.0.0.0/8",
    "--exempt, 10.0.0.0/99, 10.0.0.0/8",
    "--proxy-header, X-Real-IP, Forwarded",
    "--grace, -1, seconds"
  })
  void whatCannotBeUsedIsToldBeforeAnythingIsServed(String option, String value, String remedy) {
    Invocation told = Invocation.of(List.of("serve", "--port", "0", option + "=" + value));
    assertEquals(2, told.code(), told.err());
    assertTrue(told.err().contains(option), told.err());
    assertTrue(told.err().contains(remedy), told.err());
  }
}
