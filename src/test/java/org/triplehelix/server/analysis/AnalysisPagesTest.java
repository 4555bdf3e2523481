package org.triplehelix.server.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/**
 * What the pages for analysts say of the real content; expected figures were read in the documents.
 */
class AnalysisPagesTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String INTENSITY =
      "/compare?places=beijing,united-kingdom&indicator=rd-intensity&lang=en";

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static HttpResponse<byte[]> send(String target) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target))
              .header("Accept", "text/html")
              .build(),
          BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String target) {
    HttpResponse<byte[]> answer = send(target);
    assertEquals(200, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
    return answer.body();
  }

  private static String text(String target) {
    return new String(bytes(target), StandardCharsets.UTF_8);
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** The one element that begins with a text. */
  private static String part(String page, String start, String end) {
    int from = page.indexOf(start);
    assertTrue(from >= 0, start);
    return page.substring(from, page.indexOf(end, from));
  }

  /** The rows of the one sheet of a workbook; numbers as they are stored, empty cells as such. */
  private List<List<String>> workbook(String target) throws IOException {
    Map<String, String> files = new HashMap<>();
    Path file = Files.write(folder.resolve("table.xlsx"), bytes(target));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        files.put(entry.getName(), plain(new String(content, StandardCharsets.UTF_8)));
      }
    }
    List<String> shared =
        all("(?<=<t>|<t xml:space=\"preserve\">).*?(?=</t>)", files.get("xl/sharedStrings.xml"));
    return all("<row .*?</row>", files.get("xl/worksheets/sheet1.xml")).stream()
        .map(row -> all("<c .*?(</c>|/>)", row).stream().map(c -> value(c, shared)).toList())
        .toList();
  }

  /** Characters instead of references to them. */
  private static String plain(String xml) {
    return Pattern.compile("&#x([0-9a-f]+);")
        .matcher(xml)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }

  private static String value(String cell, List<String> shared) {
    String value = all("(?<=<v>).*?(?=</v>)", cell).stream().findFirst().orElse("");
    return cell.contains("t=\"s\"") ? shared.get(Integer.parseInt(value)) : value;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/compare?places=london,beijing", "/figures?place=london", "/gaps"})
  void eachPageSpeaksItsLanguageAlone(String path) {
    String separator = path.contains("?") ? "&" : "?";
    String english = text(path + separator + "lang=en");
    assertTrue(english.startsWith("<!doctype html>\n<html lang=\"en\">"));
    String main = part(english, "<main", "</main>");
    String own =
        main.replaceAll("(?s)<(q|blockquote|span|a)[^>]* lang=\"zh\".*?</\\1>", "")
            .replaceAll("<[^>]*>", "");
    assertEquals(List.of(), all("[^\\n]*\\p{IsHan}[^\\n]*", own));
    String chinese = text(path + separator + "lang=zh");
    assertTrue(chinese.contains("<html lang=\"zh\">"));
    String words = part(chinese, "<main", "</main>").replaceAll("<[^>]*>", "");
    assertEquals(
        List.of(),
        all(
            "not stated|Sentence|undated|Number of|at least|more than|[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}",
            words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/compare?places=london,beijing", "/figures", "/gaps", "/compare"})
  void eachPageHasItsLandmarksAndItsQuery(String path) {
    String page = text(path);
    assertEquals(1, all("<h1", page).size());
    assertEquals(1, all("<main id=\"main\"", page).size());
    assertFalse(page.contains("<script>"), "no inline script");
    assertFalse(page.contains("onclick"), "no inline handler");
    if (!path.equals("/compare")) {
      assertTrue(
          page.contains("/query?query=PREFIX") || page.contains("/query?query=SELECT"), path);
      assertTrue(page.contains("<link rel=\"alternate\" title=\"XLSX\""), path);
    }
  }

  @Test
  void londonsDigitalJobsAreToldWithTheirWordsAndBeijingsAreNotStated() {
    String page = text("/compare?places=london,beijing&indicator=jobs&lang=en");
    String row = part(page, ">digital technology</a>", "</tr>");
    assertTrue(row.contains("318,480</a>"), row);
    assertTrue(row.contains("<q class=\"printed\" lang=\"zh\">318,480个工作岗位</q>"), row);
    assertTrue(row.contains("/page/source/london-beijing/s014"), row);
    assertTrue(row.contains("<span class=\"empty\">not stated</span>"), row);
    assertFalse(row.contains(">0<"), row);
  }

  @Test
  void aTargetBesideAFactIsMarkedAndDrawnOpenOrHatched() {
    String page = text(INTENSITY);
    assertTrue(page.contains("at least 6%</a>"));
    assertTrue(page.contains("1.74%</a>"));
    assertEquals(1, all("2\\.4%</a>\\s+<span class=\"mark plan\"", page).size());
    String unlike = part(page, "<p class=\"unlike\">", "</p>");
    assertTrue(unlike.contains("The times differ"), unlike);
    assertTrue(unlike.contains("planned"), unlike);
    assertFalse(unlike.contains("units"), unlike);
    List<String> bars = all("<rect class=\"bar[^>]*>", page);
    assertEquals(3, bars.size());
    assertTrue(bars.get(2).contains("class=\"bar plan\""), bars.get(2));
    assertEquals(1, all("<rect class=\"open\"", page).size(), "only Beijing's bound is open");
  }

  @Test
  void whatIsOfDifferentKindsIsNotDrawnOnOneScale() {
    String page = text("/compare?places=london,united-kingdom&indicator=gross-value-added&lang=en");
    assertTrue(page.contains("£36 billion"));
    assertTrue(page.contains("£43 billion"));
    assertTrue(page.contains("of different kinds"));
    assertFalse(page.contains("<rect class=\"bar"));
  }

  @Test
  void aPointOfViewLeavesTheOthersOut() {
    String plans = text(INTENSITY + "&view=plans");
    assertTrue(plans.contains("2.4%</a>"));
    assertFalse(plans.contains("1.74%</a>"));
    String author = text(INTENSITY + "&view=author");
    assertTrue(author.contains("1.74%</a>"));
    assertFalse(author.contains("2.4%</a>"));
    String ranks = text("/compare?places=london,beijing&view=rankings&lang=en");
    assertTrue(ranks.contains("<h3>Ranks</h3>"));
    assertFalse(ranks.contains("<h3>Measures</h3>"));
  }

  @Test
  void theAddressHoldsTheWholeChoiceHoweverTheFormSendsIt() {
    String form = text("/compare?places=london&places=beijing&indicator=jobs&theme=&lang=en");
    String link = text("/compare?places=london,beijing&indicator=jobs&lang=en");
    assertEquals(link, form);
    assertEquals(400, send("/compare?places=london,bejing").statusCode());
    assertEquals(400, send("/compare?places=london,beijing&view=mine").statusCode());
  }

  @Test
  void theBriefNumbersItsSentences() {
    String policy =
        send(INTENSITY + "&format=brief").headers().firstValue("Content-Security-Policy").get();
    assertTrue(policy.contains("style-src 'self'"), policy);
    String brief = text(INTENSITY + "&format=brief");
    assertFalse(brief.contains("<details"));
    assertTrue(brief.contains("<sup><a href=\"#note-1\">1</a></sup>"));
    assertEquals(3, all("<li id=\"note-\\d+\">", brief).size());
  }

  @Test
  void excelOpensTheTablesWithTheirEvidence() throws IOException {
    byte[] csv = bytes("/compare?places=london,beijing&indicator=jobs&format=csv");
    assertEquals((byte) 0xEF, csv[0]);
    assertEquals((byte) 0xBB, csv[1]);
    String[] lines = new String(csv, StandardCharsets.UTF_8).split("\r\n");
    assertTrue(lines[0].endsWith("evidence_modality"), lines[0]);
    assertTrue(String.join("\n", lines).contains("\"318,480个工作岗位\""));
    List<List<String>> rows = workbook("/compare?places=london,beijing&indicator=jobs&format=xlsx");
    assertTrue(rows.get(0).contains("evidence_passages"), rows.toString());
    List<String> jobs =
        rows.stream().filter(row -> row.contains("318,480个工作岗位")).findFirst().orElseThrow();
    assertTrue(jobs.contains("318480"), jobs.toString());
    assertTrue(jobs.stream().anyMatch(c -> c.endsWith("london-beijing/s014")), jobs.toString());
    assertTrue(rows.stream().anyMatch(row -> row.contains("notStated")));
  }

  @Test
  void talentOfThreeCitiesIsComparedByProgrammesAndMeasuresOfTheirGovernmentsToo()
      throws IOException {
    String address = "/compare?places=london,beijing,guangzhou&theme=talent";
    String form = text("/compare?lang=zh");
    assertTrue(all("<option value=\"talent\"[^>]*>人才 \\(\\d+\\)", form).size() == 1, "offered");
    String page = text(address + "&lang=en");
    assertTrue(page.contains("/page/figure/bc-s017-research-staff"), "a figure of talent");
    assertTrue(page.contains("/page/figure/wc-s016-talent"), "London's");
    assertFalse(page.contains("/page/figure/lb-s014-jobs"), "not of talent");
    String programmes = part(page, "<h3>Programmes", "</table>");
    assertTrue(programmes.contains("/page/id/london-digital-talent-programme"), programmes);
    String measures = part(page, "<h3>Measures</h3>", "</table>");
    String ofTheCity = part(measures, "/page/fact/lb-s111-talent-programmes", "</li>");
    assertTrue(ofTheCity.contains("/page/source/london-beijing/s111"), ofTheCity);
    assertTrue(measures.contains("/page/fact/bc-s103-cultivation"), measures);
    assertFalse(measures.contains("/page/fact/lb-s037-"), "of fibre, not of talent");
    List<List<String>> rows = workbook(address + "&format=xlsx&lang=en");
    List<String> told =
        rows.stream()
            .filter(row -> row.stream().anyMatch(c -> c.endsWith("fact/lb-s111-talent-programmes")))
            .findFirst()
            .orElseThrow();
    assertEquals("Measures", told.get(0));
    assertEquals("London", told.get(1));
    assertTrue(told.stream().anyMatch(c -> c.endsWith("source/london-beijing/s111")));
    assertTrue(
        rows.stream()
            .anyMatch(
                row ->
                    row.get(0).startsWith("Programmes")
                        && row.contains("notStated")
                        && row.get(1).equals("Guangzhou")));
    assertFalse(
        text("/compare?places=london,beijing&indicator=jobs&format=csv").contains("lesson/"));
  }

  @Test
  void facetsCountWhatTheyLeadTo() {
    String page = text("/figures?place=london&lang=en");
    String option = all("<option value=\"jobs\"[^>]*>[^<]*", page).get(0);
    assertTrue(option.endsWith("jobs (1)"), option);
    String jobs = text("/figures?place=london&indicator=jobs&lang=en");
    assertTrue(jobs.contains("<caption>1 to 1 of 1</caption>"));
    assertTrue(jobs.contains("318,480个工作岗位"));
    assertFalse(jobs.contains("486000"));
    String planned = text("/figures?indicator=rd-intensity&modality=Planned&lang=en");
    assertTrue(planned.contains("2.4%</a>"));
    assertFalse(planned.contains("1.74%</a>"));
  }

  @Test
  void alongListHasParts() {
    String first = text("/figures?limit=20&lang=en");
    assertTrue(first.contains("<caption>1 to 20 of "));
    assertTrue(first.contains("rel=\"next\" href=\"/figures?limit=20&amp;offset=20&amp;lang=en\""));
    assertFalse(first.contains("rel=\"prev\""));
    assertTrue(text("/figures?limit=20&offset=20&lang=en").contains("rel=\"prev\""));
  }

  @Test
  void aTableOfFiguresHoldsAllThatWasChosen() throws IOException {
    String page = text("/figures?place=beijing&limit=5&lang=en");
    int total = Integer.parseInt(all("(?<=1 to 5 of )\\d+", page).get(0));
    assertEquals(1 + total, workbook("/figures?place=beijing&limit=5&format=xlsx").size());
  }

  @Test
  void gapsTellWhatNoDocumentGives() {
    String page = text("/gaps?lang=en");
    String jobs = part(page, ">jobs</a>", "</tr>");
    assertTrue(jobs.contains("<td class=\"gap\">not stated</td>"), jobs);
    assertTrue(
        jobs.contains("href=\"/figures?place=london&amp;indicator=jobs&amp;lang=en\">1</a>"));
    assertFalse(jobs.contains(">0<"), jobs);
  }
}
