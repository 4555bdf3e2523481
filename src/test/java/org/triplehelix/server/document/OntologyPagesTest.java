package org.triplehelix.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** The reference of the real ontology and its schemes. */
class OntologyPagesTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final Pattern LOCAL = Pattern.compile("href=\"#([^\"]+)\"");
  private static final int BUDGET = 100 * 1024;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static HttpResponse<String> send(String path, String type) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path))
                  .header("Accept", type)
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String page(String path) {
    HttpResponse<String> answer = send(path, "text/html");
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static String count(String query) {
    String text =
        "PREFIX th: <https://w3id.org/triplehelix/ontology#> "
            + "PREFIX graph: <https://w3id.org/triplehelix/graph/> "
            + query;
    String answer =
        send("/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "text/csv").body();
    return answer.lines().skip(1).findFirst().orElseThrow();
  }

  /** What a page tells of a term. */
  private static String term(String page, String name) {
    int from = page.indexOf("<section class=\"term\" id=\"" + name + "\"");
    assertTrue(from > 0, name);
    return page.substring(from, page.indexOf("</section>", from));
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyTermOfTheFilesHasItsPlaceAndEveryWayLeadsSomewhere(String language) throws Exception {
    String page = page("/ontology?lang=" + language);
    Pattern declared = Pattern.compile("(?m)^th:(\\w+)$");
    int terms = 0;
    try (var files = Files.list(Path.of("ontology"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ttl")).toList()) {
        Matcher names = declared.matcher(Files.readString(file));
        while (names.find()) {
          assertEquals(2, page.split("id=\"" + names.group(1) + "\"", -1).length, names.group(1));
          terms++;
        }
      }
    }
    assertTrue(terms > 300, "terms: " + terms);
    Set<String> missing = new HashSet<>();
    LOCAL.matcher(page).results().map(found -> found.group(1)).forEach(missing::add);
    missing.removeIf(name -> page.contains("id=\"" + name + "\""));
    assertEquals(Set.of(), missing);
  }

  @Test
  void usesAreCountedAsWrittenAndAsInferred() {
    String all = count("SELECT (COUNT(*) AS ?n) { ?thing a th:Place }");
    String inferred =
        count("SELECT (COUNT(*) AS ?n) { GRAPH graph:inferred { ?thing a th:Place } }");
    int written = Integer.parseInt(all) - Integer.parseInt(inferred);
    String place = text(term(page("/ontology?lang=en"), "Place"));
    assertTrue(
        place.contains(all + " things: " + written + " written, " + inferred + " inferred"), place);
    assertTrue(Integer.parseInt(inferred) > 0);
    String within = count("SELECT (COUNT(*) AS ?n) { ?a th:within ?b }");
    assertTrue(text(term(page("/ontology?lang=zh"), "within")).contains(within + "条陈述："), within);
  }

  @Test
  void aTermHasItsEndsKindExamplesAndAlignments() {
    String page = page("/ontology?lang=en");
    String within = term(page, "within");
    assertTrue(within.contains("transitive"), within);
    assertTrue(within.contains("schema:containedInPlace"), within);
    assertTrue(text(within).contains("of place leads to place"), text(within));
    String figure = term(page, "Figure");
    assertTrue(figure.contains("/page/figure/lb-s014-jobs"), "the curators' example");
    assertTrue(figure.contains("href=\"#Node\""), figure);
    assertTrue(term(page, "University").contains("/page/id/"), "examples of universities");
    assertTrue(page.contains("id=\"alignments\"") && page.contains("inneo.linkeddata.es"));
  }

  @Test
  void theHeaderNamesVersionLicenceCitationAndChanges() {
    for (String language : List.of("en", "zh")) {
      String page = page("/ontology?lang=" + language);
      assertTrue(page.contains("https://w3id.org/triplehelix/ontology/0.1.0"));
      assertTrue(page.contains("creativecommons.org/licenses/by/4.0"));
      String changes = page.substring(page.indexOf("id=\"changes\""));
      assertTrue(changes.contains(language.equals("en") ? "first version" : "首个版本"), language);
    }
  }

  @Test
  void drawingsAreTextWithNamesAndHaveAnAlternative() {
    String page = page("/ontology?lang=zh");
    String places = page.substring(page.indexOf("id=\"topic-places\""));
    String drawing = places.substring(places.indexOf("<svg"), places.indexOf("</svg>"));
    assertTrue(drawing.contains("role=\"group\" "), drawing);
    assertTrue(drawing.contains("aria-label=\"地方与集群"), drawing);
    assertTrue(drawing.contains("href=\"#City\"") && drawing.contains("href=\"#within\""), drawing);
    assertFalse(page.contains("href=\"\""), "a way to nowhere");
  }

  @Test
  void aSchemeIsATreeWithUses() {
    String page = page("/ontology/schemes/sectors?lang=en");
    assertEquals(
        count(
            "SELECT (COUNT(*) AS ?n) { ?c <http://www.w3.org/2004/02/skos/core#inScheme>"
                + " <https://w3id.org/triplehelix/concept/sectors> }"),
        String.valueOf(page.split("<li class=\"term", -1).length - 1));
    String digital = page.substring(page.indexOf("id=\"digital-technology\""));
    assertTrue(
        text(digital.substring(0, digital.indexOf("</li>"))).contains("statements"), digital);
    assertEquals(404, send("/ontology/schemes/nothing", "text/html").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ontology", "/ontology/schemes/themes"})
  void pagesKeepTheirBudgetAndTheirLanguage(String path) throws Exception {
    for (String language : List.of("en", "zh")) {
      String page = page(path + "?lang=" + language);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(page.getBytes(StandardCharsets.UTF_8));
      }
      assertTrue(packed.size() < BUDGET, path + " has " + packed.size());
      String other = language.equals("en") ? "zh" : "en";
      String main =
          page.substring(page.indexOf("<main"), page.indexOf("</main>"))
              .replaceAll("(?s)<(\\w+)[^>]* lang=\"" + other + "\"[^>]*>.*?</\\1>", " ")
              .replaceAll("(?s)<pre.*?</pre>|<code>.*?</code>", " ");
      String foreign =
          language.equals("en") ? "\\p{IsHan}{2}" : "\\b(the|of|with|statements?) \\w+";
      Matcher found = Pattern.compile(foreign).matcher(text(main));
      assertFalse(
          found.find(),
          () ->
              path
                  + language
                  + ": "
                  + Pattern.compile(".{40}" + foreign + ".{20}")
                      .matcher(text(main))
                      .results()
                      .limit(5)
                      .map(m -> m.group())
                      .toList());
    }
  }
}
