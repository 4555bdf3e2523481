package org.triplehelix.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Family;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SearchTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String target, String accept) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target))
              .header("Accept", accept)
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject search(String parameters) {
    HttpResponse<String> answer = get("/search?" + parameters, "application/json");
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.parse(answer.body());
  }

  private static List<JsonObject> results(JsonObject answer) {
    return array(answer, "results").stream().map(JsonValue::getAsObject).toList();
  }

  private static List<String> names(JsonObject answer) {
    return results(answer).stream()
        .map(result -> result.getString("iri").substring(Family.BASE.length()))
        .toList();
  }

  private static JsonArray array(JsonObject object, String member) {
    return object.get(member).getAsArray();
  }

  private static int number(JsonObject object, String member) {
    return object.get(member).getAsNumber().value().intValue();
  }

  @ParameterizedTest
  @CsvSource({
    "London, id/london",
    "伦敦, id/london",
    "怀柔, id/huairou-district",
    "huairou, id/huairou-district",
    "LOTI, id/loti",
    "Cambrige, id/cambridge",
    "全市协作, concept/themes/city-wide-collaboration",
    "借鉴意义, source/london-beijing",
    "Which named things occur, question/things-in-most-documents",
  })
  void whatIsMeantComesFirstOrNearly(String text, String iri) {
    List<String> names = names(search("q=" + encoded(text)));
    assertTrue(names.subList(0, Math.min(3, names.size())).contains(iri), names.toString());
  }

  @Test
  void aResultTellsWhatItIsAndWhyItIsThere() {
    JsonObject loti = results(search("q=loti")).get(0);
    assertEquals("id/loti", loti.getString("iri").substring(Family.BASE.length()));
    assertEquals("http://localhost:" + SERVER.port() + "/id/loti", loti.getString("url"));
    assertEquals("伦敦技术和创新办公室", loti.getObj("name").getString("zh"));
    assertEquals("London Office of Technology and Innovation", loti.getObj("name").getString("en"));
    assertEquals("thing", loti.getString("kind"));
    assertEquals("th:Intermediary", array(loti, "types").get(0).getAsObject().getString("id"));
    assertEquals("中介机构", array(loti, "types").get(0).getAsObject().getObj("label").getString("zh"));
    assertTrue(loti.getObj("definition").getString("en").contains("boroughs"));
    JsonObject matched = loti.getObj("matched");
    assertEquals("LOTI", matched.getString("text"));
    assertEquals("en", matched.getString("language"));
    assertEquals("alias", matched.getString("form"));
    assertEquals("exact", matched.getString("rank"));
    assertEquals("<mark>LOTI</mark>", matched.getString("marked"));
    JsonObject highlight = array(matched, "highlights").get(0).getAsObject();
    assertEquals(0, number(highlight, "start"));
    assertEquals(4, number(highlight, "end"));
  }

  @Test
  void subclassesCountAndOtherTypesDoNot() {
    List<String> organisations =
        names(search("q=london&limit=100&type=" + encoded("org:Organization")));
    assertTrue(organisations.contains("id/loti"), organisations.toString());
    assertFalse(organisations.contains("id/london"));
    List<String> cities = names(search("q=london&type=City"));
    assertEquals(List.of("id/london"), cities);
    assertEquals(cities, names(search("q=london&type=" + encoded(Family.BASE + "ontology#City"))));
    assertEquals(
        List.of("source/london-beijing", "source/london-guangzhou"),
        names(search("q=london-&kind=source")).stream().sorted().toList());
  }

  @Test
  void whatThereIsOfATypeIsListed() {
    JsonObject cities = search("type=th:City&limit=100");
    assertTrue(number(cities, "total") > 10);
    assertTrue(names(cities).containsAll(List.of("id/london", "id/beijing", "id/guangzhou")));
  }

  @Test
  void pagesFollowOneAnotherWithoutGapsOrRepetition() {
    JsonObject page = search("q=london&limit=7");
    int total = number(page, "total");
    assertTrue(total > 14);
    List<String> seen = new ArrayList<>(names(page));
    int pages = 1;
    while (page.hasKey("next")) {
      HttpResponse<String> answer =
          get(page.getString("next").replaceFirst("http://[^/]*", ""), "application/json");
      Matcher back =
          Pattern.compile("<([^>]*)>; rel=\"prev\"")
              .matcher(answer.headers().firstValue("Link").orElseThrow());
      assertTrue(back.find());
      assertEquals(200, get(back.group(1), "application/json").statusCode());
      page = JSON.parse(answer.body());
      seen.addAll(names(page));
      pages++;
    }
    assertEquals((total + 6) / 7, pages);
    assertEquals(total, seen.size());
    assertEquals(total, new HashSet<>(seen).size());
    assertEquals(seen.subList(0, 50), names(search("q=london&limit=50")));
    assertEquals(List.of(), names(search("q=london&offset=100000")));
  }

  @Test
  void countsByKindAndTypeAddUp() {
    JsonObject answer = search("q=london");
    int sum = 0;
    for (JsonValue kind : array(answer, "kinds")) {
      int count = number(kind.getAsObject(), "count");
      assertEquals(
          count, number(search("q=london&kind=" + kind.getAsObject().getString("kind")), "total"));
      sum += count;
    }
    assertEquals(number(answer, "total"), sum);
  }

  @Test
  void nothingAskedIsAHint() {
    for (String empty : List.of("", "q=", "q=%20%09", "lang=zh")) {
      JsonObject answer = search(empty);
      assertEquals(0, number(answer, "total"));
      assertFalse(answer.getString("hint").isEmpty());
    }
    assertEquals(0, number(search("q=***"), "total"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "title:* AND [* TO *]",
        "\\",
        "\"",
        "a\u0000b",
        "\u202e",
        "<script>alert(1)</script>",
        "''--",
        "%",
        "%%%",
        "\ud83d\ude00",
        "AND OR NOT"
      })
  void signsAreNothingButText(String text) {
    assertEquals(text, search("q=" + encoded(text)).getString("query"));
    HttpResponse<String> page = get("/search?q=" + encoded(text), "text/html");
    assertEquals(200, page.statusCode());
    assertFalse(page.body().contains("<script>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=101",
        "limit=x",
        "limit=",
        "limit=99999999999",
        "offset=-1",
        "kind=nothing",
        "type=Citty",
        "type=%3Cx%3E",
        "q=a&q=b",
        "q=%ED%A0%80"
      })
  void whatCannotBeMeantIsTold(String parameters) {
    HttpResponse<String> answer = get("/search?" + parameters, "application/json");
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").get());
  }

  @Test
  void aTypeThatThereIsNotIsToldWithThoseNear() {
    String problem = get("/search?q=x&type=th:Citty", "application/json").body();
    assertTrue(array(JSON.parse(problem), "near").toString().contains("th:City"), problem);
  }

  @Test
  void aTextOfManyCharactersIsRefusedWithTheLimit() {
    HttpResponse<String> answer = get("/search?q=" + "a".repeat(10_000), "application/json");
    assertEquals(400, answer.statusCode());
    assertEquals(1_000, number(JSON.parse(answer.body()), "maximum"));
    assertEquals(0, number(search("q=" + "qz".repeat(500)), "total"));
  }

  @Test
  void peopleGetAPageInTheirLanguage() {
    String zh = get("/search?q=" + encoded("图灵") + "&lang=zh", "text/html").body();
    assertTrue(zh.contains("<html lang=\"zh\">"), zh);
    assertTrue(zh.contains("<mark>图灵</mark>"), zh);
    String en = get("/search?q=turing&lang=en", "text/html").body();
    assertTrue(en.contains("Alan <mark>Turing</mark> Institute"), en);
    assertTrue(en.contains("href=\"/id/alan-turing-institute\""), en);
    String nothing = get("/search?q=qqqqqq&lang=en", "text/html").body();
    assertTrue(nothing.contains("Nothing has all of this in its name."), nothing);
  }

  @Test
  void spreadsheetsGetRows() {
    List<String> lines = get("/search?q=loti&limit=1", "text/csv").body().lines().toList();
    assertEquals(
        "iri,kind,type,name_zh,name_en,matched,rank,definition_zh,definition_en", lines.get(0));
    assertTrue(lines.get(1).startsWith(Family.BASE + "id/loti,thing,th:Intermediary,伦敦技术和创新办公室,"));
    assertEquals(2, lines.size());
  }

  @Test
  void whatIsTypedIsCompleted() {
    HttpResponse<String> answer = get("/search/suggest?q=" + encoded("怀") + "&lang=zh", "*/*");
    assertEquals(
        "application/x-suggestions+json",
        answer.headers().firstValue("Content-Type").orElseThrow());
    var suggestions = JSON.parseAny(answer.body()).getAsArray();
    assertEquals("怀", suggestions.get(0).getAsString().value());
    assertTrue(suggestions.get(1).getAsArray().toString().contains("怀柔区"));
    for (int i = 1; i < 4; i++) {
      assertEquals(suggestions.get(1).getAsArray().size(), suggestions.get(i).getAsArray().size());
    }
    var none = JSON.parseAny(get("/search/suggest", "*/*").body()).getAsArray();
    assertTrue(none.get(1).getAsArray().isEmpty());
  }

  @Test
  void browsersLearnHowToSearch() throws Exception {
    String home = get("/?lang=en", "text/html").body();
    Matcher link =
        Pattern.compile(
                "<link rel=\"search\" type=\"application/opensearchdescription\\+xml\"[^>]*"
                    + "href=\"([^\"]*)\"")
            .matcher(home);
    assertTrue(link.find(), home);
    String xml = get(link.group(1), "*/*").body();
    Element description =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertEquals("OpenSearchDescription", description.getTagName());
    assertTrue(
        description.getElementsByTagName("ShortName").item(0).getTextContent().length() <= 16);
    var urls = description.getElementsByTagName("Url");
    assertEquals(3, urls.getLength());
    for (int i = 0; i < urls.getLength(); i++) {
      Element url = (Element) urls.item(i);
      String target =
          url.getAttribute("template")
              .replaceFirst("http://[^/]*", "")
              .replace("{searchTerms}", "london")
              .replace("{count?}", "5")
              .replace("{startIndex?}", "0");
      HttpResponse<String> answer = get(target, url.getAttribute("type"));
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(
          answer
              .headers()
              .firstValue("Content-Type")
              .orElseThrow()
              .startsWith(url.getAttribute("type")));
    }
  }
}
