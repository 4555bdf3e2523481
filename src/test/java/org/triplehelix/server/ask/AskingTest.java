package org.triplehelix.server.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Question;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Prefixes;

/** The pages on which people ask, with the real content. */
class AskingTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Questions QUESTIONS = Questions.in(CONTENT);
  private static final HelixServer SERVER =
      HelixServer.start(ReleaseBuilder.build(CONTENT), QUESTIONS, Options.at("127.0.0.1", 0));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static HttpResponse<String> send(String target) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target))
                  .header("Accept", "text/html, application/json;q=0.5")
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String page(String target) {
    HttpResponse<String> answer = send(target);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void galleryHasEveryQuestionInBothLanguages(String language) {
    String page = page("/questions?lang=" + language);
    for (Question question : QUESTIONS.list()) {
      assertTrue(page.contains(question.summaryZh()), question.name());
      assertTrue(page.contains("/questions/" + question.name() + "?lang=" + language));
    }
  }

  @Test
  void galleryIsSearched() {
    String page = page("/questions?lang=zh&q=" + encoded("限定语"));
    assertTrue(page.contains("/questions/figures-of-a-thing?"));
    assertFalse(page.contains("/questions/goals-of-a-centre?"));
    assertEquals(400, send("/questions?area=nowhere").statusCode());
  }

  @Test
  void areasAndTagsHaveNames() {
    for (String language : List.of("zh", "en")) {
      ResourceBundle texts =
          ResourceBundle.getBundle(
              "org.triplehelix.server.messages", Locale.forLanguageTag(language));
      for (Question question : QUESTIONS.list()) {
        assertTrue(texts.containsKey("area." + question.area()), question.area());
        question.tags().forEach(tag -> assertTrue(texts.containsKey("tag." + tag), tag));
      }
    }
  }

  @Test
  void columnsAndParametersHaveChineseNames() {
    for (Question question : QUESTIONS.list()) {
      question
          .file()
          .query()
          .getResultVars()
          .forEach(c -> assertTrue(Columns.inChinese(c).isPresent(), question.name() + " " + c));
      question
          .parameters()
          .forEach(p -> assertTrue(Columns.inChinese(p.name()).isPresent(), p.name()));
    }
    assertEquals("As written", Columns.name("asWritten", "en"));
    assertTrue(Columns.inChinese("noSuchColumn").isEmpty());
  }

  @Test
  void answerHasNamesEvidenceAndWaysOn() {
    String zh = page("/questions/figures-of-a-thing?thing=wayra&lang=zh");
    assertTrue(zh.contains("超过1亿美元"));
    assertTrue(zh.contains("募集资金"));
    assertTrue(zh.contains("1处"));
    assertTrue(zh.contains("/query?query=") && zh.contains("format=csv&amp;bom=true"));
    String en = page("/questions/figures-of-a-thing?thing=wayra&lang=en");
    assertTrue(en.contains("1 passage") && en.contains("Indicator"));
    assertFalse(en.contains(">指标<"));
  }

  @Test
  void formOffersWhatHasAnAnswer() {
    String page = page("/questions/figures-of-a-thing?thing=london&lang=en");
    assertTrue(page.contains("<option value=\"id:london\" selected>London</option>"));
    assertTrue(page.contains("<option value=\"id:wayra\">Wayra</option>"));
    assertFalse(page.contains("value=\"id:chen-qiming\""));
  }

  @Test
  void unknownQuestionsAndValuesAreToldOf() {
    assertEquals(404, send("/questions/no-such-question").statusCode());
    assertEquals(400, send("/questions/figures-of-a-thing?thing=no-such-thing").statusCode());
    assertEquals(404, send("/query?question=no-such-question").statusCode());
  }

  @Test
  void theOtherLanguageAsksTheSame() {
    for (String asked :
        List.of(
            "/query?question=figures-of-a-thing",
            "/query?query=ASK%20%7B%7D",
            "/query?query=SELECT%20*%20%7B%7D&show=table")) {
      assertTrue(
          page(asked + "&lang=zh").contains(asked.replace("&", "&amp;") + "&amp;lang=en\""), asked);
    }
  }

  @Test
  void onlyAddressesOfTheWebAreLinks() {
    String query = "SELECT (<javascript:alert(1)> AS ?a) (<https://example.org/b> AS ?b) {}";
    String page = page("/query?show=table&query=" + encoded(query));
    assertTrue(page.contains("<a href=\"https://example.org/b\""), page);
    assertFalse(page.contains("href=\"\""), page);
  }

  @Test
  void workbenchWorksWithoutScripts() {
    String page = page("/query?question=figures-of-a-thing&lang=zh");
    assertTrue(page.contains("<textarea id=\"query\" name=\"query\""));
    assertTrue(page.contains("sosa:hasFeatureOfInterest") && page.contains("id:wayra"));
    assertTrue(page.contains("action=\"/sparql\""));
    String query = "SELECT ?s { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> 'London'@en }";
    String table = page("/query?show=table&lang=zh&query=" + encoded(query));
    assertTrue(table.contains(">伦敦</a>"), table);
  }

  @Test
  void faultsOfQueriesHaveTheirPlace() {
    HttpResponse<String> answer =
        send("/query?show=table&query=" + encoded("SELECT ?s {\n?s ?p }"));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("line: 2"), answer.body());
    assertEquals(400, send("/query?show=table&query=ASK%7B%7D").statusCode());
  }

  @Test
  void editorHasPrefixesAndTermsOfTheRelease() {
    var prefixes = JSON.parse(page("/query/terms?show=prefixes"));
    assertEquals("https://w3id.org/triplehelix/id/", prefixes.getString("id"));
    String terms = page("/query/terms");
    assertTrue(terms.contains("https://w3id.org/triplehelix/ontology#Figure"));
  }

  @Test
  void pagesOfErrorsKeepTheirAddressInTheOtherLanguage() {
    String wrong = send("/build?kind=nothing&lang=en").body();
    assertTrue(wrong.contains("<a href=\"/build?kind=nothing&amp;lang=zh\" lang=\"zh\""), wrong);
    String chinese = send("/build?kind=nothing&lang=zh").body();
    assertTrue(chinese.contains("<html lang=\"zh\">"), chinese);
    String names = send("/no/%E4%BC%A6%E6%95%A6?a=%22%3E%3Cb%3E&a=2&lang=xx").body();
    assertTrue(
        names.contains("href=\"/no/%E4%BC%A6%E6%95%A6?a=%22%3E%3Cb%3E&amp;a=2&amp;lang="), names);
    String elsewhere = send("//example.org/x?lang=zh").body();
    assertFalse(elsewhere.contains("href=\"//"), elsewhere);
    assertFalse(send("/%5Cexample.org/x?lang=zh").body().contains("href=\"/\\"));
    assertTrue(send("/no?a=%FF&lang=zh").body().contains("href=\"/no?lang="));
  }

  @Test
  void builderOffersOnlyWhatHasAnAnswer() {
    assertTrue(page("/build?lang=en").contains("kind=th%3AProgramme&amp;lang=en"));
    String cities = page("/build?kind=th%3ACity&lang=zh");
    assertTrue(cities.contains(">伦敦</a>") && cities.contains("with=%5Eth%3AbasedIn"));
    String based = page("/build?kind=th%3AUniversity&with=th%3AbasedIn&lang=en");
    assertTrue(based.contains("with=th%3AbasedIn%3Did%3Aunited-states"));
    String american =
        page("/build?kind=th%3AUniversity&with=th%3AbasedIn%3Did%3Aunited-states&lang=en");
    assertTrue(american.contains("Harvard University"), american);
    assertFalse(american.contains("Imperial College London"));
    assertTrue(american.contains("/sparql?query=PREFIX") && american.contains("format=csv"));
    assertEquals(400, send("/build?with=th%3AbasedIn").statusCode());
    assertEquals(400, send("/build?kind=nothing").statusCode());
  }

  private static final String MONEY =
      "/build?kind=th%3AInitiative&with=%5Esosa%3AhasFeatureOfInterest"
          + "&with=1.sosa%3AobservedProperty%3Dindicator%3Afunding&with=1.sosa%3AhasSimpleResult"
          + "&with=1.qudt%3AhasUnit&with=1.%5Eth%3Afigure%3F&with=5.th%3Afunder%3F";

  @Test
  void programmesWithFunderAndAmountAreAList() {
    String list = page(MONEY + "&lang=en&format=csv");
    assertTrue(list.startsWith("\uFEFFinitiative,"), list.substring(0, 80));
    assertTrue(
        list.lines()
            .anyMatch(
                line ->
                    line.startsWith("Industrial Decarbonisation Challenge,")
                        && line.contains(",261000000,pound sterling,")
                        && line.contains(",industry,")),
        list);
    assertTrue(
        list.lines()
            .anyMatch(
                line -> line.startsWith("Digital Talent Programme,") && line.contains(",7000000,")),
        "a budget without a payer is listed too: " + list);
    String chinese = page(MONEY + "&lang=zh&format=csv");
    assertTrue(chinese.contains(",英镑,") && chinese.contains(",产业界,"), chinese);
    HttpResponse<String> book = send(MONEY + "&lang=zh&format=xlsx");
    assertEquals(200, book.statusCode());
    assertTrue(book.headers().firstValue("Content-Disposition").orElse("").contains(".xlsx"));
  }

  @Test
  void examplesOfTheBuilderHaveAnswers() {
    for (String language : List.of("zh", "en")) {
      String start = page("/build?lang=" + language);
      for (BuiltExample example : BuiltExample.ALL) {
        String text =
            ResourceBundle.getBundle(
                    "org.triplehelix.server.messages", Locale.forLanguageTag(language))
                .getString("builder.example." + example.name());
        Matcher link =
            Pattern.compile("<a href=\"([^\"]*)\">" + Pattern.quote(text)).matcher(start);
        assertTrue(link.find(), text);
        assertTrue(page(link.group(1).replace("&amp;", "&")).contains("<table class=\"answer\">"));
      }
    }
  }

  @Test
  void numbersOfOneUnitHaveBoundsAndOthersNone() {
    String figures = "/build?kind=th%3AFigure&with=sosa%3AhasSimpleResult";
    String unlike = page(figures + "&lang=en");
    assertTrue(unlike.contains("These numbers are in different units"), "no guard");
    assertFalse(unlike.contains("name=\"least\""));
    String pounds = figures + "&with=qudt%3AhasUnit%3Dunit%3ACCY_GBP&lang=en";
    assertTrue(page(pounds).contains("name=\"least\""), "no bounds");
    String large = page(pounds + "&at=1&of=numbers&least=7000000000&format=csv");
    assertTrue(large.contains("38500000000") && large.contains("7908000000"), large);
    assertFalse(large.contains("2900000000,"), large);
    assertEquals(400, send(pounds + "&at=1&least=many").statusCode());
    assertEquals(400, send(pounds + "&at=2&least=1").statusCode());
    assertEquals(400, send("/build?kind=th%3AFigure&with=3.qudt%3AhasUnit").statusCode());
  }

  @Test
  void yearsHaveBoundsAndTruthsAreChoices() {
    String recorded = "/build?kind=th%3AExternalRecord&with=th%3ArecordFounded&lang=en";
    assertTrue(page(recorded).contains("choose years"));
    String old = page(recorded + "&at=1&of=years&most=1600&format=csv");
    assertTrue(old.lines().count() > 1 && old.lines().skip(1).allMatch(AskingTest::isOld), old);
    assertTrue(page("/build?kind=th%3AFigure&with=th%3Aincidental&lang=en").contains(">yes</a>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=th:Nonsense",
        "kind=https://example.org/Kind",
        "kind=th:Programe",
        "kind=th:University&with=th:basedInn",
        "kind=th:University&with=th:basedIn=id:united-state"
      })
  void whatIsNotThereIsRefusedWithNearNames(String asked) {
    HttpResponse<String> answer = send("/build?lang=en&" + asked);
    assertEquals(400, answer.statusCode(), asked);
    assertTrue(answer.body().contains("near:"), answer.body());
    if (asked.endsWith("Programe")) {
      assertTrue(answer.body().contains("th:Programme"), answer.body());
    } else if (asked.endsWith("-state")) {
      assertTrue(answer.body().contains("id:united-states"), answer.body());
    }
  }

  @Test
  void boundsThatHoldNothingAreRefusedAndEmptyAnswersSaySo() {
    String pounds =
        "/build?kind=th:Figure&with=sosa:hasSimpleResult&with=qudt:hasUnit=unit:CCY_GBP&lang=en";
    for (String bounds :
        List.of("&at=1&least=1e999", "&at=1&least=5&most=2", "&least=5", "&at=1&most=NaN")) {
      assertEquals(400, send(pounds + bounds).statusCode(), bounds);
    }
    assertEquals(
        400,
        send("/build?kind=th:Figure&with=" + encoded("sosa:hasSimpleResult>=5<=2")).statusCode());
    String nothing = page(pounds + "&at=1&least=999999999999999");
    assertTrue(nothing.contains("Nothing fulfils all the conditions"), nothing);
    assertFalse(page(pounds + "&at=1&least=5&most=5000").contains("Nothing fulfils"));
  }

  @Test
  void columnsAreNamedByWhatTheyHold() {
    BuiltQuestion question = BuiltExample.ALL.get(0).question(Prefixes.standard());
    assertEquals(
        List.of(
            "thing",
            "featureOfInterestOf",
            "observedProperty",
            "simpleResult",
            "unit",
            "figureOf",
            "funder",
            "side",
            "statedIn"),
        question.columns());
    String start = page("/build?lang=zh");
    Matcher link = Pattern.compile("<li><a href=\"(/build[^\"]*)\">").matcher(start);
    assertTrue(link.find());
    String list = page(link.group(1).replace("&amp;", "&") + "&format=csv");
    assertTrue(list.startsWith("\uFEFF举措计划,数字,"), list);
    assertTrue(list.contains(",资助,资助方,资金来源方,"), list.substring(0, 80));
    assertFalse(list.contains("反向"), list);
    assertTrue(list.lines().anyMatch(l -> l.contains("约26亿英镑的公共资金") && l.contains(",公共")), list);
    assertTrue(list.contains("昌平") && list.contains("42000000000,元（人民币）"), list);
  }

  private static boolean isOld(String line) {
    Matcher year = Pattern.compile(",(\\d{4}),").matcher(line);
    return year.find() && Integer.parseInt(year.group(1)) <= 1600;
  }

  @Test
  void stepsGoWithWhatTheyStandOn() {
    Prefixes prefixes = Prefixes.standard();
    BuiltQuestion question =
        new BuiltQuestion(
            NodeFactory.createURI(prefixes.expand("th:Programme").orElseThrow()),
            List.of("^th:funds", "1.th:funder?", "th:theme", "1.th:figure?").stream()
                .map(step -> Step.of(step, prefixes).orElseThrow())
                .toList(),
            prefixes);
    assertTrue(question.isSound());
    assertEquals(
        List.of("th:theme"),
        question.without(0).steps().stream().map(step -> step.text(prefixes)).toList());
    assertEquals(
        List.of("^th:funds", "1.th:funder?", "1.th:figure?"),
        question.without(2).steps().stream().map(step -> step.text(prefixes)).toList());
    for (String text : List.of("th:founded@year>=2010<=2014", "th:complete=false", "3.th:x>=1.5")) {
      assertEquals(text, Step.of(text, prefixes).orElseThrow().text(prefixes));
    }
    assertTrue(Step.of("th:founded>=many", prefixes).isEmpty());
  }

  @Test
  void answersAreDrawnOnLandThatIsServed() {
    assertTrue(JSON.parse(page("/query/land")).get("rings").getAsArray().size() > 50);
    assertEquals(404, send("/query/land?part=moon").statusCode());
  }

  @Test
  void wordsOfTheEditorAreThePages() {
    String zh = page("/query?lang=zh&view=pivot");
    assertTrue(zh.matches("(?s).*&#34;Run query&#34;\\s*:\\s*&#34;运行查询&#34;.*"), zh);
    assertTrue(zh.contains("透视表"));
    assertTrue(page("/query?lang=en").contains("Pivot table"));
  }

  @Test
  void pagesAskNobodyElse() {
    String policy = send("/query").headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.contains("connect-src 'self'") && policy.contains("script-src 'self';"));
    assertFalse(page("/query").contains("src=\"http"));
  }
}
