package org.triplehelix.server.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** The introduction: what it says is in the answers beside it, of the real content. */
class LearnTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final Pattern STEP =
      Pattern.compile("(?s)<section class=\"step\" id=\"([a-z]+)\">(.*?)</section>");
  private static final Pattern WORKBENCH = Pattern.compile("href=\"/query\\?query=([^\"&]+)");

  /** What is no number of the answer: the terms of the query, steps, lb:s014, and 0. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w:.])(\\d[\\d,]*(?:\\.\\d+)?)(?![\\w:])");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String get(String path, String type) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path))
                      .header("Accept", type)
                      .build(),
                  BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertEquals(200, answer.statusCode(), answer.body());
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String answer(String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return get("/sparql?query=" + encoded, "text/csv");
  }

  private static List<MatchResult> steps(String language) {
    return STEP.matcher(get("/learn?lang=" + language, "text/html")).results().toList();
  }

  private static List<String> queries(String step) {
    return WORKBENCH
        .matcher(step)
        .results()
        .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
        .toList();
  }

  /** What people read before the query of a step. */
  private static String prose(String step) {
    return step.substring(step.indexOf("<p>"), step.indexOf("<pre"))
        .replaceAll("(?s)<code>.*?</code>", " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void tenStepsAreAnsweredAsTheyAreAndAsChanged(String language) {
    List<MatchResult> steps = steps(language);
    assertEquals(10, steps.size());
    for (MatchResult step : steps) {
      List<String> queries = queries(step.group(2));
      assertEquals(2, queries.size(), step.group(1));
      String answer = answer(queries.get(0));
      String changed = answer(queries.get(1));
      assertTrue(answer.lines().count() > 1, step.group(1));
      assertTrue(changed.lines().count() > 1, step.group(1));
      assertNotEquals(answer, changed, step.group(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void numbersThatAreToldAreInTheAnswers(String language) {
    int told = 0;
    for (MatchResult step : steps(language)) {
      String answer = answer(queries(step.group(2)).get(0)).replaceAll("(?<=\\d),(?=\\d{3})", "");
      String query = queries(step.group(2)).get(0);
      Matcher numbers = NUMBER.matcher(prose(step.group(2)));
      while (numbers.find()) {
        String number = numbers.group(1).replaceAll(",(?=\\d{3})", "").replaceAll(",$", "");
        assertTrue(
            (answer + query).matches("(?s).*(?<!\\d)" + Pattern.quote(number) + "(?!\\d).*"),
            step.group(1) + " tells " + number);
        told++;
      }
    }
    assertTrue(told >= 8, "numbers told: " + told);
  }

  @Test
  void whatTheChangesAreSaidToDoTheyDo() {
    List<MatchResult> steps = steps("en");
    String figures = answer(queries(steps.get(6).group(2)).get(0));
    String lessons = answer(queries(steps.get(6).group(2)).get(1));
    assertEquals(figures.lines().count() - 1, lessons.lines().count(), "one document is gone");
    String low = answer(queries(steps.get(4).group(2)).get(0));
    String high = answer(queries(steps.get(4).group(2)).get(1));
    assertTrue(low.contains("数十万") && !high.contains("数十万"));
    String withYear = answer(queries(steps.get(7).group(2)).get(1));
    assertTrue(
        withYear.lines().count() < answer(queries(steps.get(7).group(2)).get(0)).lines().count());
    assertFalse(withYear.matches("(?s).*,\r?\n.*"), "no cell is empty");
  }

  @Test
  void itIsFoundFromHomeAndWorkbench() {
    for (String from : List.of("/", "/query")) {
      String page = get(from + "?lang=zh", "text/html");
      String main = page.substring(page.indexOf("<main"));
      assertTrue(main.contains("href=\"/learn?lang=zh\""), from);
    }
  }

  @Test
  void eachLanguageIsOnItsOwn() {
    String zh = String.join(" ", steps("zh").stream().map(s -> prose(s.group(2))).toList());
    String en = String.join(" ", steps("en").stream().map(s -> prose(s.group(2))).toList());
    assertFalse(zh.matches("(?s).*\\b(the|of|and)\\b.*"), zh);
    assertEquals("数十万", en.replaceAll("\\P{IsHan}", ""), "quoted, and explained beside it");
  }
}
