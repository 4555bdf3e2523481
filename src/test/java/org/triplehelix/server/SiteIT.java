package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.pipeline.Route;

/**
 * Every page in a real browser, in both languages, on a phone and on a wide screen: no error, no
 * request to another host, nothing wider than the screen, nothing that keeps out people who cannot
 * see. The pictures lie in {@code target/screenshots}.
 */
class SiteIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<ViewportSize> SCREENS =
      List.of(new ViewportSize(390, 844), new ViewportSize(1440, 1000));

  /** What is another's and not ours to mend: the editor of SPARQL; below it stands a plain form. */
  private static final String EDITOR = ".yasgui";

  /** Pages that routes do not give as their examples. */
  private static final List<String> MORE =
      List.of("/page/id/medcity", "/page/source/london-beijing/s014", "/nowhere");

  private static HelixServer server;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void start() throws IOException {
    boolean there = Files.exists(CHROMIUM);
    String message = "skipped: " + CHROMIUM + " is not there; apt install chromium";
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(there, message);
    }
    assumeTrue(there, message);
    Content content = Content.at(Path.of(""));
    server =
        HelixServer.start(
            ReleaseBuilder.build(content),
            Questions.in(content),
            Options.at("127.0.0.1", 0)
                .with(NetworkViews.in(content))
                .taking(ReportLog.open(Files.createTempDirectory("reports")), 100));
    playwright = playwright();
    browser = browser(playwright);
    Files.createDirectories(PICTURES);
  }

  private static Playwright playwright() {
    return Playwright.create(
        new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser browser(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      browser.close();
      playwright.close();
      server.close();
    }
  }

  private static String address(String path) {
    return "http://localhost:" + server.port() + path;
  }

  /** Whether people are answered there with a page of its own. */
  private static boolean isPage(Route route) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address(route.example())))
            .header("Accept", "text/html,*/*;q=0.1")
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
      return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> pages() {
    List<String> pages = new ArrayList<>(MORE);
    server.routes().stream().filter(SiteIT::isPage).map(Route::example).forEach(pages::add);
    return pages;
  }

  private static String in(String language, String path) {
    return path.replaceAll("([?&])lang=[a-z]+&?", "$1").replaceAll("[?&]$", "")
        + (path.replaceAll("([?&])lang=[a-z]+&?", "$1").replaceAll("[?&]$", "").contains("?")
            ? "&"
            : "?")
        + "lang="
        + language;
  }

  @Test
  void everyPageIsSoundInBothLanguagesAndSizes() {
    List<String> pages = pages();
    assertTrue(pages.size() > 8, pages.toString());
    Stream.of("zh", "en").parallel().forEach(language -> visit(pages, language));
    assertEquals("", String.join("\n", faults));
  }

  /** Each language has a browser of its own, for one serves one thread. */
  private void visit(List<String> pages, String language) {
    try (Playwright own = playwright();
        Browser ofLanguage = browser(own)) {
      for (ViewportSize screen : SCREENS) {
        try (BrowserContext context =
            ofLanguage.newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(screen.width, screen.height)
                    .setLocale(language)
                    .setExtraHTTPHeaders(Map.of("Accept", "text/html,*/*;q=0.1"))
                    .setBypassCSP(true))) {
          pages.forEach(path -> visit(context, in(language, path), language, screen.width));
        }
      }
    }
  }

  private static final String FIGURES =
      """
      PREFIX sosa: <http://www.w3.org/ns/sosa/>
      PREFIX qudt: <http://qudt.org/schema/qudt/>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      SELECT ?of ?indicator ?value ?unit ?during WHERE {
        ?figure sosa:hasFeatureOfInterest ?of ; sosa:observedProperty ?indicator ;
          sosa:hasSimpleResult ?value ; qudt:hasUnit ?unit ; th:during ?during .
      }""";

  private static String query(String view, String language, String query) {
    return "/query?lang="
        + language
        + "&view="
        + view
        + "&query="
        + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private Page opened(BrowserContext context, String path) {
    Page page = context.newPage();
    page.onPageError(e -> faults.add(path + ": " + e));
    page.navigate(address(path));
    return page;
  }

  @Test
  void answersAreDrawnInEveryView() {
    Map<String, String> marks =
        Map.of(
            "names", ".result-names td a",
            "chart", ".result-chart svg path[fill='#0a5a6a']",
            "map", "svg.result-map circle",
            "timeline", "svg.result-timeline rect",
            "pivot", ".pivot td",
            "graph", ".result-graph canvas");
    for (String language : List.of("zh", "en")) {
      try (BrowserContext context = browser.newContext()) {
        marks.forEach(
            (view, mark) -> {
              Page page = opened(context, query(view, language, FIGURES));
              page.locator(mark).first().waitFor();
              page.close();
            });
        Page map = opened(context, query("map", language, FIGURES));
        map.locator("svg.result-map circle").first().waitFor();
        String places = map.locator("#workbench details table").textContent();
        assertTrue(places.contains(language.equals("zh") ? "北京" : "Beijing"), places);
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  @Test
  void unlikeUnitsAreNeverAdded() {
    try (BrowserContext context = browser.newContext()) {
      Page page = opened(context, query("pivot", "zh", FIGURES));
      page.locator(".pivot td").first().waitFor();
      assertEquals(0, page.locator(".pivot .unlike").count());
      page.locator("#workbench .filters select").nth(2).selectOption("sum");
      page.locator(".pivot .unlike").first().waitFor();
      assertTrue(page.locator(".pivot .unlike").last().textContent().startsWith("单位不同"));
      String pounds =
          """
          PREFIX sosa: <http://www.w3.org/ns/sosa/>
          PREFIX qudt: <http://qudt.org/schema/qudt/>
          SELECT ?of ?value ?unit WHERE {
            VALUES ?of { <https://w3id.org/triplehelix/id/industrial-decarbonisation-challenge> }
            ?figure sosa:hasFeatureOfInterest ?of ; sosa:hasSimpleResult ?value ; qudt:hasUnit ?unit
          }""";
      Page same = opened(context, query("pivot", "en", pounds));
      same.locator("#workbench .filters select").nth(2).selectOption("sum");
      assertTrue(same.locator(".pivot").textContent().contains("431000000 pound sterling"));
    }
  }

  @Test
  void faultsAreMarkedWhereTheyAre() {
    try (BrowserContext context = browser.newContext()) {
      Page page = opened(context, query("names", "zh", "SELECT ?s {\n?s ?p }"));
      page.locator(".fault").first().waitFor();
      assertTrue(page.locator("#workbench .fault").textContent().contains("第2行"));
      assertEquals("?s ?p }", page.locator(".fault-line ~ pre").first().textContent().strip());
      assertEquals("运行查询", page.locator(".yasqe_queryButton").first().getAttribute("aria-label"));
    }
  }

  @Test
  void theEditorIsDarkWhereThePageIs() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
      Page page = opened(context, query("names", "en", FIGURES));
      page.locator(".result-names td").first().waitFor();
      for (String part : List.of(".CodeMirror", ".yasgui", ".yasr")) {
        Object light =
            page.evaluate(
                """
                part => {
                  let box = document.querySelector(part), shade;
                  do { shade = getComputedStyle(box).backgroundColor; box = box.parentElement; }
                  while (box && /, 0\\)$|transparent/.test(shade));
                  return Math.max(...shade.match(/\\d+/g).slice(0, 3).map(Number));
                }""",
                part);
        assertTrue(((Number) light).intValue() < 90, part + " " + light);
      }
    }
  }

  @Test
  void paperIsWhiteForThoseWhoReadAtNight() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
      Page page = opened(context, "/page/id/medcity?lang=en");
      page.evaluate("document.documentElement.dataset.theme = 'dark'");
      String ink = "getComputedStyle(document.querySelector('main dd')).color";
      assertEquals("rgb(230, 228, 223)", page.evaluate(ink));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertEquals("rgb(0, 0, 0)", page.evaluate(ink));
      assertEquals(
          "rgb(86, 97, 107)",
          page.evaluate("getComputedStyle(document.querySelector('.evidence footer')).color"));
    }
  }

  @Test
  void thingsAreSuggestedAndDrawn() {
    try (BrowserContext context = browser.newContext()) {
      Page page = opened(context, "/explore?lang=zh");
      page.locator("#explore-from").pressSequentially("弹射中心网");
      page.locator("#explore-from-suggestions li").first().click();
      assertEquals("id/catapult-network", page.locator("#explore-from").inputValue());
      page.locator("#main form button").first().click();
      page.locator("#explore canvas").first().waitFor();
      page.locator("#explore .picture").focus();
      page.keyboard().press("ArrowRight");
      page.locator("#explore .told strong").waitFor();
      Download svg =
          page.waitForDownload(() -> page.locator("#explore button").getByText("SVG").click());
      assertTrue(Files.readString(svg.path()).contains("弹射中心网络</text>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertEquals("", String.join("\n", faults));
  }

  private void visit(BrowserContext context, String path, String language, int width) {
    String where = path + " at " + width + ": ";
    try (Page page = context.newPage()) {
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error") && !m.text().contains("404 (Not Found)")) {
              faults.add(where + m.text());
            }
          });
      page.onPageError(e -> faults.add(where + e));
      page.onRequest(
          r -> {
            if (!r.url().startsWith(address("/")) && !r.url().startsWith("data:")) {
              faults.add(where + "asks " + r.url());
            }
          });
      page.navigate(address(path));
      if (!page.locator("html").getAttribute("lang").equals(language)) {
        faults.add(where + "is not in " + language);
      }
      Object overflow =
          page.evaluate(
              "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (((Number) overflow).intValue() > 0) {
        faults.add(where + "is " + overflow + " px too wide");
      }
      if (language.equals(width == SCREENS.get(0).width ? "zh" : "en")) {
        check(page, where);
      }
      picture(page, path, width);
    }
  }

  @Test
  void whatIsNotAccessibleIsFound() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.setContent("<html lang=en><title>A</title><main><h1>A</h1><img src='data:,'></main>");
      check(page, "");
      assertTrue(faults.toString().startsWith("[image-alt "), faults.toString());
    }
  }

  /**
   * In each language, and on each screen; what takes longest is not done for all four. All within
   * the page, which is quicker, as no page has frames of other servers.
   */
  private void check(Page page, String where) {
    AxeRunOptions only = new AxeRunOptions();
    only.setResultTypes(List.of(ResultType.Violations.getKey()));
    new AxeBuilder(page)
        .setLegacyMode(true).options(only).exclude(EDITOR).analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(SiteIT::told)
            .forEach(violation -> faults.add(where + violation));
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " "
        + rule.getNodes().stream().limit(2).map(node -> node.getTarget().toString()).toList();
  }

  private static void picture(Page page, String path, int width) {
    String name = path.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "") + "-" + width + ".png";
    page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name)));
  }
}
