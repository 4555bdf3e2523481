package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;

/** Parts of pages in a frame of another site, in a real browser; whole pages are refused there. */
class EmbedsIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/screenshots");

  private static HelixServer server;
  private static HttpServer other;
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> errors = new ArrayList<>();

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
            Options.at("127.0.0.1", 0).with(NetworkViews.in(content)));
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          String frame =
              "<!doctype html><title>Other</title><p>Another site</p><iframe src=\"http://localhost:"
                  + server.port()
                  + exchange.getRequestURI().toString().replace("&", "&amp;")
                  + "\" width=\"300\" height=\"480\"></iframe>";
          byte[] body = frame.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    other.start();
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      browser.close();
      playwright.close();
      other.stop(0);
      server.close();
    }
  }

  private Page framing(String path, ColorScheme scheme) {
    Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(scheme));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.navigate("http://127.0.0.1:" + other.getAddress().getPort() + path);
    return page;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/embed/figures?indicator=jobs&part=charts|svg .bar",
        "/embed/figures?place=london&indicator=jobs&part=table|table.figures",
        "/embed/compare?places=london,beijing&part=economic|table.beside",
        "/embed/gaps?part=theme|table.gaps",
        "/embed/map?part=places|.panel-world svg",
        "/embed/lessons?part=flows|.flows svg",
        "/embed/timeline?part=years|svg.years",
        "/embed/page/id/medcity?part=graph|svg.neighbourhood",
        "/embed/questions/figures-of-a-thing?thing=wayra&part=answer|table.answer",
        "/embed/explore?view=catapults&part=picture|#explore canvas"
      })
  void anotherSiteShowsAPart(String path, String what) {
    for (String language : List.of("zh", "en")) {
      ColorScheme scheme = language.equals("zh") ? ColorScheme.LIGHT : ColorScheme.DARK;
      try (Page page = framing(path + "&lang=" + language, scheme)) {
        FrameLocator frame = page.frameLocator("iframe");
        frame.locator(what).first().waitFor();
        assertTrue(frame.locator("footer code").isVisible());
        assertTrue(frame.locator(".embed").all().stream().noneMatch(e -> e.isVisible()));
        Object over = frame.locator("html").evaluate("root => root.scrollWidth - root.clientWidth");
        assertEquals(0, ((Number) over).intValue(), "too wide at 300 px: " + path);
        assertEquals(List.of(), errors);
        String name = (path + "-" + language).replaceAll("[^a-z0-9]+", "-").substring(1);
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
      }
    }
  }

  @Test
  void theWayToThePageOpensBesideTheOtherSite() {
    try (Page page = framing("/embed/gaps?part=theme&lang=en", ColorScheme.LIGHT)) {
      Page opened =
          page.waitForPopup(() -> page.frameLocator("iframe").locator("footer a").last().click());
      opened.waitForLoadState();
      assertTrue(opened.url().contains("/gaps?lang=en"), opened.url());
      assertEquals("Other", page.title());
    }
  }

  @Test
  void aWholePageRefusesToBeFramed() {
    try (Page page = framing("/gaps?lang=en", ColorScheme.LIGHT)) {
      page.waitForCondition(() -> !errors.isEmpty());
      assertTrue(errors.get(0).contains("frame-ancestors 'self'"), errors.toString());
      assertEquals(0, page.frameLocator("iframe").locator("table.gaps").count());
    }
  }
}
