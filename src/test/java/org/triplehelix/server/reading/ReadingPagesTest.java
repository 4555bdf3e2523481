package org.triplehelix.server.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** The pages on what was read, of the real data on a real server. */
class ReadingPagesTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<String> pages() {
    return SERVER.routes().stream()
        .filter(route -> route.getClass().getPackage().equals(PageRoute.class.getPackage()))
        .map(route -> route.example().replaceFirst("[?].*", ""));
  }

  private static HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target))
            .header("Accept", "text/html,*/*;q=0.8")
            .build(),
        BodyHandlers.ofString());
  }

  /** What the page says in its own language: without passages marked as another's, and names. */
  private static String main(String target) throws IOException, InterruptedException {
    HttpResponse<String> response = get(target);
    assertEquals(200, response.statusCode(), response.body());
    String body = response.body();
    return body.substring(body.indexOf("<main"), body.indexOf("</main>"));
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  private static String without(String language, String html) {
    return html.replaceAll("(?s)<(\\w+)[^>]* lang=\"" + language + "\"[^>]*>.*?</\\1>", " ");
  }

  @Test
  void thereAreSeveral() {
    assertTrue(
        pages()
            .toList()
            .containsAll(
                List.of("/sources", "/lessons", "/timeline", "/map", "/disagreements", "/about")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pagesSpeakOneLanguage(String path) throws Exception {
    String english = main(path + "?lang=en");
    assertTrue(english.contains("<h1>"));
    assertFalse(text(without("zh", english)).matches("(?s).*\\p{IsHan}{2}.*"), path);
    String chinese =
        text(without("en", main(path + "?lang=zh")).replaceAll("(?s)<pre.*?</pre>", ""));
    assertTrue(chinese.matches("(?s).*\\p{IsHan}{9}.*"), path);
    assertFalse(chinese.matches("(?s).*\\b(the|of|with|statements|passages)\\b \\w+.*"), path);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pagesHaveDataAndQuery(String path) throws Exception {
    String page = get(path + "?lang=en").body();
    assertTrue(page.contains("<link rel=\"alternate\" title="), path);
    assertTrue(page.contains("class=\"behind\""), path);
    assertTrue(page.contains("SELECT"), path);
    assertFalse(page.matches("(?s).* on[a-z]+=\".*"), path);
  }

  @Test
  void lessonsOfOneCaseInSeveralDocumentsStandWithTheirEvidence() throws Exception {
    String page = main("/lessons?case=london&lang=en");
    String shared = page.substring(page.indexOf("id=\"shared\""), page.indexOf("id=\"all\""));
    assertTrue(shared.contains("/page/lesson/lb-s115-collaboration"), shared);
    assertTrue(shared.contains("/page/lesson/lg-s074-open-resources"), shared);
    assertFalse(shared.contains("/page/lesson/uk-"), "drawn from the United Kingdom");
    assertTrue(shared.contains("/sources/london-beijing?lang=en#s105"), "what it rests on");
    assertTrue(main("/lessons?lang=en").contains("/page/lesson/uk-s163-training"));
  }

  @Test
  void sourcesTellWhatIsNotStated() throws Exception {
    String page = text(main("/sources?lang=en"));
    assertTrue(page.contains("Date not stated in the document"), page);
    assertTrue(page.contains("25 January 2022"), page);
    assertTrue(page.contains("119 passages"), page);
  }

  @Test
  void aSourceShowsEachPassageAndWhyItIsSilent() throws Exception {
    String page = main("/sources/london-beijing?lang=en");
    assertTrue(page.contains("id=\"s014\""));
    assertTrue(text(page).contains("No statement: heading"));
    assertTrue(text(page).contains("The document is not at hand"));
    assertEquals(119, page.split("class=\"number\"", -1).length - 1);
  }

  @Test
  void anUnknownSourceIsNotFound() throws Exception {
    assertEquals(404, get("/sources/london-paris?lang=en").statusCode());
  }

  @Test
  void lessonsTellFromWhomForWhomAndOnWhatEvidence() throws Exception {
    String page = text(main("/lessons?lang=en"));
    assertTrue(page.contains("United Kingdom – – 17 –"), page);
    assertTrue(page.contains("London 5 4 – 4"), page);
    String ofTheme = text(main("/lessons?source=london-beijing&theme=social-equity&lang=en"));
    assertTrue(ofTheme.contains("1 of 45 lessons"), ofTheme);
    assertTrue(ofTheme.contains("learn from London's care for fairness"), ofTheme);
    assertTrue(ofTheme.contains("s112"), ofTheme);
  }

  @Test
  void aChoiceThatFitsNothingSaysSo() throws Exception {
    String page = text(main("/lessons?case=united-kingdom&audience=beijing&lang=en"));
    assertTrue(page.contains("0 of 45 lessons Nothing has all of these together"), page);
  }

  @Test
  void dataAndCitationsAreThere() throws Exception {
    for (String page : pages().toList()) {
      String body = get(page + "?lang=en").body();
      Matcher link =
          Pattern.compile("rel=\"alternate\" title=\"\\w+\" href=\"([^\"]+)\"").matcher(body);
      assertTrue(link.find(), page);
      assertEquals(200, get(link.group(1).replace("&amp;", "&")).statusCode(), link.group(1));
    }
    assertEquals(200, get("/cite/source/london-beijing?lang=en").statusCode());
  }

  @Test
  void onlyWhatIsThereIsChosenAndNoAddressAnswersForAnother() throws Exception {
    assertEquals(200, get("/timeline?kind=founded&place=london&lang=en").statusCode());
    HttpResponse<String> unknown = get("/timeline?kind=nonsense&lang=en");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.body().contains("founded"), unknown.body());
    assertEquals(400, get("/lessons?case=nonsense&lang=en").statusCode());
    String foreign = "/timeline?kind=founded%5D,%20place=%5Bbeijing&lang=en";
    assertEquals(400, get(foreign).statusCode());
    assertTrue(
        text(main("/timeline?kind=founded&place=beijing&lang=en")).contains("founded"), foreign);
    assertEquals(400, get(foreign).statusCode());
  }

  @Test
  void timesAreAsHedgedAsPrintedAndPlansAreMarked() throws Exception {
    String page = main("/timeline?lang=en");
    assertTrue(text(page).contains("about 2008"), page);
    assertTrue(text(page).contains("by December 2022"), page);
    assertTrue(page.contains("<li class=\"plan\">"));
    assertTrue(page.substring(page.indexOf("id=\"relative\"")).contains("今年4月"));
    assertTrue(text(page).contains("1990 other statement German reunification s026"), page);
    assertTrue(text(page).contains("United Kingdom described as 学者的净流入国"), page);
    String plans = main("/timeline?kind=plan&lang=en");
    assertFalse(plans.contains("<small class=\"kind\">published</small>"));
  }

  @Test
  void placesStandWhereTheyLie() throws Exception {
    String page = main("/map?lang=zh");
    assertTrue(text(page).contains("伦敦 城市"), page);
    assertTrue(page.contains("51.51, -0.13"), page);
    assertTrue(text(page).contains("Natural Earth"));
    assertFalse(page.contains("NaN"));
  }

  @Test
  void itIsToldThatNoPersonComparedTheReadings() throws Exception {
    String page = text(main("/about?lang=en"));
    assertTrue(page.contains("No person has compared the readings with the documents"), page);
    assertTrue(page.contains("375 6 (1.6%) 545 14 (2.6%)"), page);
    assertTrue(text(main("/about?lang=zh")).contains("尚无人亲自"));
  }

  @Test
  void disagreementsShowBothSides() throws Exception {
    String page = text(main("/disagreements?lang=en"));
    assertTrue(page.contains("Global Innovation Index"), page);
    assertTrue(page.contains("全球排名第四位") && page.contains("北京位于全球第三位"), page);
    assertTrue(page.contains("First in 2018 and, in 2020, first for two years running"), page);
  }
}
