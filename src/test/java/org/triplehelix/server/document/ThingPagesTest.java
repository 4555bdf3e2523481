package org.triplehelix.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Family;

/** The pages of things and the first page, as people read them. */
class ThingPagesTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  private static final HelixServer SERVER =
      HelixServer.start(RELEASE, Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int MOST_BYTES = 100_000;
  private static final int OF_EACH_KIND = 2;
  private static final Pattern UNNAMED =
      Pattern.compile("<dt><a[^>]*>(\\w+:\\w+|[^<]*(sosa|qudt|prov|org):\\w+[^<]*)</a>");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String page(String path, String language) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + SERVER.port() + path + "?lang=" + language))
                  .header("Accept", "text/html")
                  .build(),
              BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), path + " " + answer.body());
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  private static String section(String page, String name) {
    int start = page.indexOf("id=\"" + name + "\"");
    assertTrue(start >= 0, name);
    int end = page.indexOf("<h2", start);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource({
    "en,London,The capital of the United Kingdom,Figures,more than 1,",
    "zh,伦敦,英国首都,数据,超过"
  })
  void aCityTellsItsFiguresWithTheirHedges(
      String language, String name, String definition, String figures, String hedge) {
    String page = page("/page/id/london", language);
    assertTrue(page.contains("<h1 lang=\"" + language + "\">" + name + "</h1>"));
    assertTrue(plain(page).contains(definition));
    String table = plain(section(page, "figures"));
    assertTrue(table.startsWith("id=\"figures\">" + figures), table);
    assertTrue(table.contains("318,480个工作岗位"), table);
    assertTrue(table.contains("1300多家生命科学公司"), table);
    assertTrue(table.contains(hedge), table);
  }

  @Test
  void aFigureIsLargeWithAllThatStandsAroundIt() {
    String page = page("/page/figure/lb-s008-unicorns", "en");
    assertTrue(plain(page).contains("London: companies, unicorns"), page);
    Matcher large = Pattern.compile("(?s)<p class=\"large\">(.*?)</p>").matcher(page);
    assertTrue(large.find());
    assertTrue(plain(large.group(1)).contains("more than one third 超过三分之一"), large.group(1));
    assertTrue(plain(section(page, "key")).contains("Europe"), "what it is a share of");
    assertTrue(page.contains("<blockquote cite=\"/page/source/london-beijing/s008\">"));
  }

  @ParameterizedTest
  @CsvSource({
    "nature-index-science-cities,zh,北京 第1位、连续8年",
    "global-innovation-index,zh,英国 第4位",
    "global-innovation-index-2024,en,Beijing no. 3",
    "global-innovation-index-2024,zh,北京 第3位"
  })
  void rankingsShowTheirPositions(String ranking, String language, String position) {
    String page = page("/page/id/" + ranking, language);
    String table = plain(section(page, "positions"));
    assertTrue(table.contains(position), table);
    assertFalse(page.contains("id=\"rankings\""), "told twice");
    assertFalse(page("/page/id/london", language).contains("id=\"positions\""));
  }

  @Test
  void placesAndThemesLeadToTheirComparison() {
    assertTrue(page("/page/id/london", "zh").contains("\"/compare?places=london&amp;lang=zh\""));
    String theme = page("/page/concept/themes/digital-skills", "en");
    assertTrue(theme.contains("\"/compare?theme=digital-skills&amp;lang=en\""), theme);
    assertFalse(page("/page/id/medcity", "en").contains("/compare?places="));
    assertTrue(page("/page/concept/sectors/life-sciences", "en").contains("\"/compare?lang=en\">"));
    assertTrue(page("/", "zh").contains("/build?kind=th%3AInitiative&amp;with="));
  }

  @Test
  void whatIsDoubtedHasItsReason() {
    String page = page("/page/id/medcity", "en");
    Matcher based =
        Pattern.compile("(?s)/page/id/barking\"[^>]*>Barking</a>.{0,600}").matcher(page);
    assertTrue(based.find(), page);
    String statement = plain(based.group());
    assertTrue(statement.contains("doubted"), statement);
    assertTrue(statement.contains("No seat of MedCity in Barking is known"), statement);
    assertTrue(page.contains("slip of the source"), "the disagreement that it is part of");
  }

  @ParameterizedTest
  @CsvSource({
    "en,/page/claim/uk-s095-no-minimum-investment,minimum investment (denied)",
    "zh,/page/claim/uk-s095-no-minimum-investment,最低投资金额（否认）",
    "en,/page/claim/lb-s027-medcity-a-site,(rejected)",
    "en,/page/fact/lb-s027-medcity-kind,comparison: MedCity",
    "en,/page/fact/bc-s007-yang-director,'Yang Xiuling, director, Beijing Municipal Commission'",
    "zh,/page/fact/bc-s007-yang-director,'杨秀玲、主任、北京市发展和改革委员会'",
    "zh,/page/fact/uk-s153-officials,内政部人员"
  })
  void aFactIsNamedByWhatItSays(String language, String path, String name) {
    String heading = page(path, language).replaceAll("(?s).*<h1[^>]*>(.*?)</h1>.*", "$1");
    assertTrue(heading.contains(name), heading);
    assertFalse(heading.contains("fact:"), heading);
  }

  @ParameterizedTest
  @CsvSource({"en,July 2021", "zh,2021年7月"})
  void aDateIsWrittenInWords(String language, String date) {
    String key = section(page("/page/id/uk-innovation-strategy", language), "key");
    assertTrue(plain(key.replaceAll("(?s)<blockquote.*?</blockquote>", "")).contains(date), key);
    assertFalse(plain(key).contains("2021-07"), key);
  }

  @Test
  void whatIsOnlyPlannedStandsApart() {
    String page = page("/page/id/queen-mary-whitechapel-campus", "en");
    String apart = section(page, "unasserted");
    assertTrue(apart.contains("Whitechapel"), apart);
    assertTrue(apart.contains("<span class=\"mark plan\">planned</span>"), apart);
    String before = page.substring(0, page.indexOf("id=\"unasserted\""));
    assertFalse(plain(before).contains("based in Whitechapel"), before);
  }

  @Test
  void whatFollowsStandsApartWithWhatItFollowsFrom() {
    String page = page("/page/id/medcity", "en");
    String inferred = section(page, "inferred");
    assertTrue(inferred.contains("/page/id/east-london"), inferred);
    assertFalse(page.substring(0, page.indexOf("id=\"inferred\"")).contains(">East London<"));
    assertTrue(plain(inferred).contains("as promotes"), plain(inferred));
    String kinds = page.substring(page.indexOf("kicker"), page.indexOf("<h1"));
    assertTrue(kinds.contains("intermediary"), kinds);
    assertFalse(kinds.contains("Organization"), kinds);
  }

  @ParameterizedTest
  @CsvSource({"en,heading,Next passage", "zh,标题,下一语段"})
  void aPassageWithoutStatementsSaysWhy(String language, String reason, String next) {
    String page = page("/page/source/london-beijing/s001", language);
    assertTrue(plain(section(page, "read")).contains(reason), page);
    assertTrue(plain(page).contains(next + " lb:s002"), page);
  }

  @Test
  void aPassageTellsAllThatWasReadInIt() {
    String read = plain(section(page("/page/source/london-beijing/s064", "en"), "read"));
    assertTrue(read.contains("MedCity — founded — 2014"), read);
    assertTrue(read.contains("MedCity — aims at —"), read);
    String figures = plain(section(page("/page/source/london-beijing/s014", "en"), "read"));
    assertTrue(figures.contains("figure 318,480 “318,480个工作岗位”"), figures);
    String ranks = plain(section(page("/page/source/beijing-centre/s013", "en"), "read"));
    assertTrue(ranks.contains("ranking position 3 “北京位于全球第三位”"), ranks);
  }

  @Test
  void theSameThingElsewhereIsLinked() {
    String elsewhere = section(page("/page/id/belfast", "en"), "identities");
    assertTrue(elsewhere.contains("http://www.wikidata.org/entity/Q10686"), elsewhere);
    assertTrue(plain(elsewhere).contains("Wikidata Q10686 exact"), plain(elsewhere));
  }

  @ParameterizedTest
  @CsvSource({"en,Cities,Beijing,London", "zh,城市,北京,伦敦"})
  void theFirstPageShowsCitiesWithFiguresThatKeepTheirHedges(
      String language, String title, String beijing, String london) {
    String page = plain(page("/", language));
    int cities = page.indexOf(title);
    assertTrue(cities >= 0 && page.indexOf(beijing, cities) > cities, page);
    assertTrue(page.indexOf(london, cities) > cities, page);
    assertTrue(page.contains("318,480个工作岗位"), page);
    assertTrue(page.contains(RELEASE.shortHash()));
  }

  /** Two of each type; in both languages, small, with a title, and every row named. */
  @Test
  void pagesOfEveryKindAreReadable() throws IOException {
    Map<String, List<String>> kinds = new TreeMap<>();
    RELEASE.quads().stream()
        .filter(Quad::isDefaultGraph)
        .filter(q -> q.getPredicate().equals(RDF.Nodes.type) && q.getSubject().isURI())
        .filter(q -> isOfPages(q.getSubject().getURI()))
        .sorted(Comparator.comparing((Quad q) -> q.getSubject().getURI()))
        .forEach(
            q -> {
              List<String> things =
                  kinds.computeIfAbsent(q.getObject().getURI(), kind -> new ArrayList<>());
              if (things.size() < OF_EACH_KIND) {
                things.add(q.getSubject().getURI().substring(Family.BASE.length()));
              }
            });
    assertTrue(kinds.size() > 60, kinds.keySet().toString());
    List<String> faults = new ArrayList<>();
    for (String thing : kinds.values().stream().flatMap(List::stream).distinct().toList()) {
      for (String language : List.of("zh", "en")) {
        faults.addAll(faults(page("/page/" + thing, language), thing + " " + language));
      }
    }
    assertEquals(List.of(), faults);
  }

  private static boolean isOfPages(String iri) {
    return Family.of(iri)
        .filter(f -> f.ofNodes() || f.ofConcepts() || f == Family.ID || f == Family.SOURCE)
        .isPresent();
  }

  private static List<String> faults(String page, String where) throws IOException {
    List<String> faults = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(page.getBytes(StandardCharsets.UTF_8));
    }
    if (bytes.size() > MOST_BYTES) {
      faults.add(where + " has " + bytes.size() + " bytes");
    }
    Matcher title = Pattern.compile("<h1[^>]*>(.*?)</h1>").matcher(page);
    if (!title.find() || title.group(1).isBlank() || !page.contains("id=\"use\"")) {
      faults.add(where + " has no title or no end");
    }
    Matcher unnamed = UNNAMED.matcher(page);
    if (unnamed.find()) {
      faults.add(where + " has no words for " + unnamed.group(1));
    }
    return faults;
  }
}
