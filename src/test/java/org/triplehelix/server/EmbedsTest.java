package org.triplehelix.server;

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
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;

/** Parts of pages alone, with their citation, for the frames of other sites. */
class EmbedsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static HelixServer server;

  @BeforeAll
  static void start() {
    Content content = Content.at(Path.of(""));
    server =
        HelixServer.start(
            ReleaseBuilder.build(content),
            Questions.in(content),
            Options.at("127.0.0.1", 0)
                .with(NetworkViews.in(content))
                .under("https://example.org/helix"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .header("Accept", "text/html,*/*;q=0.1")
            .build(),
        BodyHandlers.ofString());
  }

  /** The page, its part, what the part shows, and what only the page has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/figures?place=london&indicator=jobs|table|318,480|<form",
        "/figures?indicator=jobs|charts|65%</span>|<table",
        "/compare?places=london,beijing|economic|318,480|<form",
        "/compare?places=united-kingdom,beijing|economic-rd-intensity-1|<rect class=\"bar|<table",
        "/compare?places=london,beijing|institutions|<td data-place|<form",
        "/gaps|theme|<td class=\"gap\">|<form",
        "/map|places|<path class=\"land\"|<table",
        "/lessons|flows|<path|<form",
        "/timeline|years|<rect class=\"stated\"|<form",
        "/timeline?place=beijing|dates|class=\"year\"|<form",
        "/page/id/medcity|graph|class=\"neighbourhood\"|<form",
        "/page/id/london|figures-table|318,480|<form",
        "/page/id/london|where|class=\"locator\"|<form",
        "/questions/figures-of-a-thing?thing=wayra|answer|<table class=\"answer\">|<form",
        "/explore?view=catapults|picture|id=\"explore\"|<form"
      })
  void aPartStandsAloneWithItsCitation(String page, String part, String shown, String left)
      throws Exception {
    for (String language : List.of("zh", "en")) {
      String query = (page.contains("?") ? "&" : "?") + "part=" + part + "&lang=" + language;
      HttpResponse<String> answer = get("/embed" + page + query);
      String html = answer.body();
      assertEquals(200, answer.statusCode(), html);
      assertTrue(html.contains("<html lang=\"" + language + "\">"));
      assertTrue(html.contains(shown), html);
      assertFalse(html.contains(left), html);
      assertFalse(html.contains("class=\"masthead\""), html);
      assertTrue(html.contains("<base target=\"_blank\">"), html);
      String footer = html.substring(html.indexOf("<footer>"));
      assertTrue(footer.contains(language.equals("zh") ? "查看完整页面" : "full page"), footer);
      assertTrue(footer.contains("href=\"/helix/page/source/") || page.equals("/map"), footer);
      assertTrue(footer.matches("(?s).*<code>[0-9a-f]{12}</code>.*"), footer);
      String full =
          footer.replaceAll("(?s).*href=\"(/helix[^\"]*)\" rel=\"noopener\">[^<]*</a></p>.*", "$1");
      String address = StringEscapeUtils.unescapeHtml4(full).replaceFirst("^/helix", "");
      assertEquals(200, get(address).statusCode(), address);
    }
  }

  @Test
  void thePageHasTheCodeToCopy() throws Exception {
    String page = get("/gaps?lang=en").body();
    String code =
        "<iframe src=\"https://example.org/helix/embed/gaps?part=theme&amp;lang=en\""
            + " title=\"Gaps · By category\" width=\"100%\"";
    assertTrue(StringEscapeUtils.unescapeHtml4(page).contains(code), page);
    assertTrue(page.contains("href=\"/helix/embed/gaps?part=theme&amp;lang=en\""), page);
  }

  @Test
  void onlyTheDocumentsThatAPartNamesAreCited() throws Exception {
    String html = get("/embed/figures?place=london&indicator=jobs&part=table&lang=en").body();
    String footer = html.substring(html.indexOf("<footer>"));
    assertTrue(footer.contains("/page/source/london-beijing"), footer);
    assertFalse(footer.contains("/page/source/uk-clusters"), footer);
  }

  @Test
  void partsMayBeFramedByAnySiteAndPagesByThisAlone() throws Exception {
    var part = get("/embed/gaps?part=theme").headers();
    String policy = part.firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.endsWith("frame-ancestors *"), policy);
    assertTrue(part.firstValue("X-Frame-Options").isEmpty());
    var page = get("/gaps").headers();
    String own = page.firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(own.endsWith("frame-ancestors 'self'"), own);
    assertEquals("SAMEORIGIN", page.firstValue("X-Frame-Options").orElseThrow());
    var data = get("/gaps?format=csv").headers();
    assertEquals("DENY", data.firstValue("X-Frame-Options").orElseThrow());
  }

  @Test
  void whatIsNoPartOrPageIsTold() throws Exception {
    HttpResponse<String> part = get("/embed/gaps?part=none&lang=en");
    assertEquals(404, part.statusCode());
    assertTrue(part.body().contains("indicator"), part.body());
    assertEquals(404, get("/embed/gaps").statusCode());
    assertEquals(404, get("/embed/nowhere?part=x").statusCode());
    assertEquals(404, get("/embed/sparql?part=x").statusCode());
    assertEquals(404, get("/embed/id/london?part=graph").statusCode());
    assertEquals(404, get("/embed/page/id/nobody?part=graph").statusCode());
    assertEquals(400, get("/embed/figures?part=table&plaec=london").statusCode());
    assertEquals(404, get("/embed/embed/gaps?part=theme").statusCode());
  }
}
