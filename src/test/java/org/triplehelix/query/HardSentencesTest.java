package org.triplehelix.query;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.check.CheckReport;
import org.triplehelix.check.ContentCheck;
import org.triplehelix.check.Finding;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/**
 * The page of hard sentences holds: its graphs build with the real ontology, seeds and register,
 * and each question has its answer, which the careless question misses.
 */
class HardSentencesTest {
  private static final Path PAGE = Path.of("docs/hard-sentences.md");
  private static final Path CURATION = Path.of("src/test/resources/hard-sentences/curation.ttl");

  /** The cases that prove something only if a careless query fails. */
  private static final Set<Integer> CARELESS_NEEDED = Set.of(3, 6, 7, 10, 12, 14);

  private static final int CASES = 20;
  private static final int FEWEST_OF_A_SOURCE = 3;

  private static final Pattern HEADING = Pattern.compile("^## (\\d+)\\. (.+)$");
  private static final Pattern PASSAGE = Pattern.compile("\\b(\\w+):s\\d{3}\\w?\\b");
  private static final Pattern GRAPH = Pattern.compile("^(\\w+):s\\d{3}\\w? \\{$");
  private static final Pattern SUBJECT = Pattern.compile("(?m)^(\\w+:[\\w-]+)$");

  private static List<String> lines;
  private static List<HardSentence> cases;
  private static Map<String, String> sources;
  private static Release release;
  private static DatasetGraph dataset;
  @TempDir private static Path folder;

  /**
   * One case of the page.
   *
   * @param number from one
   * @param heading with the passages
   * @param text the lines outside of blocks
   * @param blocks by what stands behind the fence: {@code trig}, {@code sparql careless}
   */
  private record HardSentence(
      int number, String heading, List<String> text, Map<String, String> blocks) {

    String title() {
      return number + ". " + heading;
    }

    String block(String kind) {
      return blocks.getOrDefault(kind, "");
    }

    boolean hasLine(String start) {
      return text.stream().anyMatch(line -> line.startsWith(start));
    }
  }

  @BeforeAll
  static void build() throws IOException {
    lines = Files.readAllLines(PAGE);
    cases = casesOf(lines);
    sources = sources();
    copy(Path.of("ontology"), folder.resolve("ontology"));
    copy(Path.of("seeds"), folder.resolve("seeds"));
    copy(Path.of("data/register"), folder.resolve("data/register"));
    write("data/curation/hard-sentences.ttl", read(CURATION));
    sources.forEach(
        (source, prefix) -> write("data/readings/" + source + ".trig", reading(prefix, lines)));
    release = ReleaseBuilder.build(Content.at(folder));
    dataset = ReleaseDataset.of(release, Duration.ofSeconds(30));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(ttl|rq)")).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** Name of each source with its prefix. */
  private static Map<String, String> sources() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ttl")).toList()) {
        Matcher prefix = Pattern.compile("th:sourcePrefix \"(\\w+)\"").matcher(read(file));
        assertTrue(prefix.find(), file + " has no th:sourcePrefix");
        found.put(file.getFileName().toString().replace(".ttl", ""), prefix.group(1));
      }
    }
    return found;
  }

  private static List<HardSentence> casesOf(List<String> page) {
    List<HardSentence> found = new ArrayList<>();
    String block = null;
    for (String line : page) {
      Matcher heading = HEADING.matcher(line);
      if (block == null && heading.matches()) {
        int number = Integer.parseInt(heading.group(1));
        found.add(
            new HardSentence(number, heading.group(2), new ArrayList<>(), new LinkedHashMap<>()));
      } else if (line.startsWith("```")) {
        block = block == null ? line.substring(3) : null;
        if (block != null && !found.isEmpty()) {
          String before = found.get(found.size() - 1).blocks().put(block, "");
          assertNull(before, "two blocks of one kind above the line: " + line);
        }
      } else if (!found.isEmpty()) {
        HardSentence last = found.get(found.size() - 1);
        if (block == null) {
          last.text().add(line);
        } else {
          last.blocks().merge(block, line + "\n", String::concat);
        }
      }
    }
    return found;
  }

  /**
   * The reading of one source: its graphs, each on the line where it stands on the page, so that a
   * fault is reported with the page's line.
   */
  private static String reading(String prefix, List<String> page) {
    Map<String, String> prefixes = new TreeMap<>(Prefixes.standard().map());
    sources.forEach((source, p) -> prefixes.put(p, prefixes.get("source") + source + "/"));
    StringBuilder text = new StringBuilder();
    prefixes.forEach((p, iri) -> text.append("PREFIX %s: <%s> ".formatted(p, iri)));
    boolean inside = false;
    for (String line : page.subList(1, page.size())) {
      Matcher graph = GRAPH.matcher(line);
      inside |= graph.matches() && graph.group(1).equals(prefix);
      text.append('\n').append(inside ? line : "");
      inside &= !line.equals("}");
    }
    return text.append('\n').toString();
  }

  @TestFactory
  Stream<DynamicTest> questionsHaveTheirAnswers() {
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.title(),
                    () -> assertEquals(c.block("csv"), answer(c.block("sparql")), c.heading())));
  }

  @TestFactory
  Stream<DynamicTest> carelessQuestionsGoWrong() {
    return cases.stream()
        .filter(c -> c.blocks().containsKey("sparql careless"))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.title(),
                    () -> {
                      String wrong = answer(c.block("sparql careless"));
                      assertEquals(c.block("csv careless"), wrong, c.heading());
                      assertNotEquals(c.block("csv"), wrong, c.heading());
                    }));
  }

  @Test
  void thereAreTwentyOfAllFiveSources() {
    assertEquals(
        IntStream.rangeClosed(1, CASES).boxed().toList(),
        cases.stream().map(HardSentence::number).toList());
    Map<String, Long> casesOfSource =
        cases.stream()
            .flatMap(c -> passages(c.heading()).stream().map(p -> p.split(":")[0]).distinct())
            .collect(Collectors.groupingBy(prefix -> prefix, TreeMap::new, Collectors.counting()));
    assertEquals(Set.of("bc", "lb", "lg", "uk", "wc"), casesOfSource.keySet());
    casesOfSource.forEach(
        (prefix, count) -> assertTrue(count >= FEWEST_OF_A_SOURCE, prefix + ": " + count));
  }

  @TestFactory
  Stream<DynamicTest> casesHaveAllTheirParts() {
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.title(), () -> assertParts(c)));
  }

  private static void assertParts(HardSentence c) {
    Set<String> kinds = c.blocks().keySet();
    boolean careless = kinds.contains("sparql careless");
    assertAll(
        c.title(),
        () -> assertTrue(kinds.containsAll(Set.of("trig", "sparql", "csv")), "blocks: " + kinds),
        () -> assertEquals(careless, kinds.contains("csv careless"), "blocks: " + kinds),
        () -> assertTrue(careless || !CARELESS_NEEDED.contains(c.number()), "no careless query"),
        () -> assertEquals(passages(c.heading()), graphs(c.block("trig")), "passages"),
        () -> assertTrue(c.hasLine("A careless model would "), "A careless model would …"),
        () -> assertTrue(c.hasLine("**Question.** "), "**Question.** …"),
        () -> assertTrue(c.hasLine("**问题。** "), "**问题。** …"),
        () ->
            assertTrue(
                c.block("csv").lines().count() <= 2 || c.block("sparql").contains("ORDER BY"),
                "several rows need ORDER BY"));
  }

  private static Set<String> passages(String heading) {
    return PASSAGE.matcher(heading).results().map(MatchResult::group).collect(sorted());
  }

  private static Set<String> graphs(String trig) {
    return trig.lines()
        .filter(line -> GRAPH.matcher(line).matches())
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(sorted());
  }

  private static Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  @Test
  void undefinedNamesOfThePageAreFound() {
    List<String> broken =
        lines.stream().map(line -> line.replace("th:subsetOf figure:", "th:subsetOf id:")).toList();
    String file = "data/readings/london-beijing.trig";
    write(file, reading("lb", broken));
    BadInputException fault =
        assertThrows(BadInputException.class, () -> ReleaseBuilder.build(Content.at(folder)));
    write(file, reading("lb", lines));
    int line =
        1
            + IntStream.range(0, broken.size())
                .filter(i -> broken.get(i).contains("th:subsetOf id:"))
                .findFirst()
                .orElseThrow();
    String message = fault.getMessage();
    assertTrue(message.contains("id:lb-s020-suppliers is not defined"), message);
    assertTrue(message.contains(file + ":" + line), message);
  }

  /** The page's models are held to what the readings are held to. */
  @Test
  void modelsFitShapesAndChecks() {
    Content content = Content.at(folder);
    CheckReport report =
        ContentCheck.run(
            content, ReleaseBuilder.buildWithPositions(content), Path.of("no/documents"));
    assertEquals(
        List.of(),
        report.findings().stream()
            .map(Finding::toString)
            .filter(finding -> !finding.contains("[style-"))
            .toList());
  }

  private static String answer(String query) {
    StringBuilder text = new StringBuilder();
    release.prefixes().map().forEach((p, i) -> text.append("PREFIX %s: <%s>%n".formatted(p, i)));
    try (QueryExec execution = QueryExec.dataset(dataset).query(text + query).build()) {
      return execution.getQuery().isAskType() ? execution.ask() + "\n" : csv(execution.select());
    }
  }

  private static String csv(RowSet rows) {
    List<Var> variables = rows.getResultVars();
    StringBuilder csv = new StringBuilder();
    csv.append(variables.stream().map(Var::getVarName).collect(Collectors.joining(",")));
    csv.append('\n');
    rows.forEachRemaining(
        row -> {
          List<String> cells = variables.stream().map(v -> cell(row.get(v))).toList();
          assertFalse(cells.stream().anyMatch(c -> c.contains(",")), "a comma in " + cells);
          csv.append(String.join(",", cells)).append('\n');
        });
    return csv.toString();
  }

  private static String cell(Node node) {
    if (node == null) {
      return "";
    }
    return node.isURI()
        ? release.prefixes().abbreviate(node.getURI())
        : node.getLiteralLexicalForm();
  }
}
