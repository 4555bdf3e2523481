package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.server.pipeline.Route;

/**
 * What holds for every page: its data, its query and its citation; a title and a description of its
 * own in its language; and no more bytes than {@code docs/pages.md} allows. The server is asked
 * which pages it has, so that none is forgotten.
 */
class PagesTest {
  /** Routes that answer in HTML with something else than a page of the site. */
  private static final Map<String, String> NO_PAGES =
      Map.of(
          "/embed/*", "a part of a page, which cites the whole",
          "/reconcile/entity/*", "a preview in the windows of other programs",
          "/problem/*", "tells of errors, and nothing of the release");

  /** Pages without a query behind them. */
  private static final Map<String, String> NO_QUERY =
      Map.of("/search", "an index of names finds and ranks, which no query asks");

  /** The same page at an address that names its version. */
  private static final String VERSION = "/ontology/0.1.0";

  /** Pages that routes do not give as their examples. */
  private static final List<String> MORE =
      List.of(
          "/compare",
          "/figures",
          "/search?q=london",
          "/explore",
          "/explore?focus=id/london",
          "/explore?from=id/medcity&to=id/beijing",
          "/query",
          "/questions?area=places",
          "/questions/contents",
          "/timeline?place=london",
          "/lessons?audience=beijing",
          "/page/id/medcity",
          "/page/id/london",
          "/page/source/london-beijing",
          "/page/source/london-beijing/s014",
          "/page/figure/lb-s014-jobs",
          "/page/concept/themes/innovation",
          "/sources/uk-clusters",
          "/network/everything",
          "/network/policy",
          "/network/central?network=everything");

  private static final Pattern ASSET =
      Pattern.compile("<(?:link rel=\"stylesheet\" href|script[^>]* src)=\"([^\"]+)\"");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<String, Integer> ASSETS = new HashMap<>();
  private static HelixServer server;
  private static List<String> pages;

  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void start() {
    Content content = Content.at(Path.of(""));
    server =
        HelixServer.start(
            ReleaseBuilder.build(content),
            Questions.in(content),
            Options.at("127.0.0.1", 0).with(NetworkViews.in(content)));
    pages = new ArrayList<>(MORE);
    for (Route route : server.routes()) {
      HttpResponse<byte[]> answer = get(route.example(), "identity");
      boolean isHtml =
          answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
      if (isHtml && answer.statusCode() == 200 && !NO_PAGES.containsKey(route.path())) {
        pages.add(route.example());
      }
    }
    pages =
        pages.stream().map(page -> page.replaceFirst("[?&]lang=[a-z]+", "")).distinct().toList();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path, String encoding) {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .header("Accept", "text/html,*/*;q=0.1")
            .header("Accept-Encoding", encoding));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String in(String language, String page) {
    return page + (page.contains("?") ? "&" : "?") + "lang=" + language;
  }

  private static String html(String page) {
    HttpResponse<byte[]> answer = get(page, "identity");
    assertEquals(200, answer.statusCode(), page);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static Optional<String> first(String regex, String html) {
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(html);
    return matcher.find()
        ? Optional.of(StringEscapeUtils.unescapeHtml4(matcher.group(1)))
        : Optional.empty();
  }

  private void demand(boolean holds, String page, String fault) {
    if (!holds) {
      faults.add(page + " " + fault);
    }
  }

  private void noFaults() {
    assertEquals("", String.join("\n", faults));
  }

  @Test
  void thereArePagesAndTheExceptionsAreStillOnes() {
    assertTrue(pages.size() > MORE.size() + 15, pages.toString());
    Set<String> paths = new HashSet<>();
    server.routes().forEach(route -> paths.add(route.path()));
    assertTrue(paths.containsAll(NO_PAGES.keySet()), paths.toString());
    assertTrue(paths.containsAll(NO_QUERY.keySet()), paths.toString());
    assertTrue(pages.contains(VERSION), pages.toString());
  }

  @Test
  void everyPageHasItsData() {
    for (String page : pages) {
      Optional<String> data =
          first("<link rel=\"alternate\" (?!hreflang)[^>]*href=\"([^\"]+)\"", html(in("en", page)));
      demand(data.isPresent(), page, "links to no data");
      if (data.isPresent()) {
        HttpResponse<byte[]> answer =
            send(
                HttpRequest.newBuilder(
                    URI.create("http://localhost:" + server.port() + data.get())));
        String type = answer.headers().firstValue("Content-Type").orElse("");
        demand(
            answer.statusCode() == 200 && !type.startsWith("text/html"),
            page,
            data.get() + " is " + answer.statusCode() + " " + type);
      }
    }
    noFaults();
  }

  @Test
  void everyPageHasTheQueryBehindItAndTheQueryAnswers() {
    for (String page : pages) {
      if (NO_QUERY.containsKey(page.replaceFirst("[?].*", ""))) {
        continue;
      }
      Optional<String> query = query(html(in("zh", page)));
      demand(query.isPresent(), page, "shows no query");
      query.ifPresent(
          text -> demand(answers(text) == 200, page, "has a query that fails: " + text));
    }
    noFaults();
  }

  private static Optional<String> query(String html) {
    return first("href=\"[^\"]*/query[?][^\"]*?query=([^\"&]+)", html)
        .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
        .or(
            () ->
                first(
                    "action=\"[^\"]*/query\"><input type=\"hidden\" name=\"query\" value=\"([^\"]+)",
                    html))
        .or(() -> first("<textarea id=\"query\"[^>]*>([^<]+)", html));
  }

  private static int answers(String query) {
    String body = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/sparql"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void everyPageTellsHowToCiteIt() {
    String release = first("<code>([0-9a-f]{12})</code>", html("/?lang=en")).orElseThrow();
    for (String page : pages) {
      for (String language : List.of("zh", "en")) {
        String html = html(in(language, page));
        String citation = first("id=\"citation\"[^>]*>(.*?)</section>", html).orElse("");
        demand(citation.contains("Triple Helix contributors"), page, "has no citation");
        demand(citation.contains(release), page, "is cited without the release");
        demand(
            citation.contains("https://w3id.org/triplehelix/"), page, "is cited without address");
        demand(
            citation.contains("[DS/OL]") == language.equals("zh"),
            page,
            "is not cited by GB/T 7714 in Chinese alone: " + citation);
        Optional<String> bibtex = first("href=\"([^\"]*/cite/[^\"]*format=bib)\"", citation);
        demand(
            bibtex.isPresent()
                ? get(bibtex.get(), "identity").statusCode() == 200
                : citation.contains("@misc{triplehelix-page") && citation.contains("\"dataset\""),
            page,
            "has no BibTeX or CSL JSON");
      }
    }
    noFaults();
  }

  @Test
  void aCitationNamesThePageAndItsLastingAddress() {
    String zh = html("/gaps?lang=zh");
    String release = first("<code>([0-9a-f]{12})</code>", zh).orElseThrow();
    assertTrue(
        zh.contains(
            "Triple Helix contributors. 空缺[DS/OL]//三螺旋：创新生态知识图谱：发布版"
                + release
                + ". https://w3id.org/triplehelix/gaps."),
        first("id=\"citation\"[^>]*>(.*?)</section>", zh).orElseThrow());
    assertFalse(html("/problem/not-found?lang=zh").contains("id=\"citation\""));
  }

  @Test
  void titlesAndDescriptionsAreTheirOwnAndInTheLanguageOfThePage() {
    for (String language : List.of("zh", "en")) {
      Map<String, String> titles = new HashMap<>();
      Map<String, String> descriptions = new HashMap<>();
      for (String page : pages) {
        if (page.equals(VERSION)) {
          continue;
        }
        String html = html(in(language, page));
        String title = first("<title>(.*?)</title>", html).orElse("").strip();
        String description =
            first("<meta name=\"description\" content=\"([^\"]*)\"", html).orElse("");
        String where = page + " in " + language;
        demand(!title.isEmpty() && !title.startsWith("·"), where, "has no title");
        demand(
            description.length() >= (language.equals("zh") ? 10 : 30),
            where,
            "has a description that says little: " + description);
        demand(
            HAN.matcher(description).find() == language.equals("zh"),
            where,
            "is described in another language: " + description);
        demand(
            HAN.matcher(title).find() == language.equals("zh"),
            where,
            "has a title in another language: " + title);
        String same = titles.put(title, page);
        demand(same == null, where, "has the title of " + same + ": " + title);
        String alike = descriptions.put(description, page);
        demand(alike == null, where, "has the description of " + alike + ": " + description);
      }
    }
    noFaults();
  }

  @Test
  void readingPagesKeepToTheBudget() throws IOException {
    Set<String> weighed = new TreeSet<>(pages);
    weighed.addAll(heaviest());
    weighed.add("/figures?limit=1000");
    weighed.add(
        "/compare?places=london,beijing,guangzhou,united-kingdom,china,cambridge,oxford,tokyo,berlin,paris");
    for (String source :
        List.of(
            "london-beijing",
            "london-guangzhou",
            "beijing-centre",
            "world-centres",
            "uk-clusters")) {
      weighed.add("/sources/" + source);
    }
    for (String page : weighed) {
      for (String language : List.of("zh", "en")) {
        int bytes = weight(in(language, page));
        demand(bytes < budget("reading"), page, "weighs " + bytes + " bytes in " + language);
      }
    }
    noFaults();
  }

  @Test
  void librariesOfToolsKeepToTheirOwnBudget() throws IOException {
    String workbench = html("/query?lang=en");
    for (String library : List.of("yasgui.js", "yasgui.css", "echarts.js", "cytoscape.js")) {
      String path =
          first("(/assets/" + Pattern.quote(library) + "[^\"&]*)", workbench).orElseThrow();
      int bytes = get(path, "gzip").body().length;
      assertTrue(bytes > 1_000 && bytes < budget(library), library + " weighs " + bytes);
    }
  }

  /** The number of bytes that docs/pages.md allows. */
  private static int budget(String what) throws IOException {
    String table = Files.readString(Path.of("docs/pages.md"));
    return 1_000
        * Integer.parseInt(
            first("\\| " + Pattern.quote(what) + "[^|]*\\| (\\d+) KB", table).orElseThrow());
  }

  /** Compressed, with its style and scripts; libraries are counted apart. */
  private static int weight(String page) throws IOException {
    HttpResponse<byte[]> answer = get(page, "gzip");
    assertEquals(200, answer.statusCode(), page);
    boolean isSmall = answer.headers().firstValue("Content-Encoding").isEmpty();
    String html =
        new String(
            isSmall
                ? answer.body()
                : new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    int bytes = answer.body().length;
    int assets = 0;
    for (Matcher asset = ASSET.matcher(html); asset.find(); assets++) {
      if (asset.group(1).contains("/css/") || asset.group(1).contains("/js/")) {
        bytes += ASSETS.computeIfAbsent(asset.group(1), path -> get(path, "gzip").body().length);
      }
    }
    assertTrue(assets > 1, page + " has no style or script");
    return bytes;
  }

  /** The pages of the things of which most is said. */
  private static List<String> heaviest() {
    String query =
        "SELECT ?thing (COUNT(*) AS ?n) { ?s ?p ?thing FILTER(STRSTARTS(STR(?thing),"
            + " 'https://w3id.org/triplehelix/id/')) } GROUP BY ?thing ORDER BY DESC(?n) LIMIT 12";
    String rows =
        new String(
            get(
                    "/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                    "identity")
                .body(),
            StandardCharsets.UTF_8);
    List<String> things =
        Pattern.compile("https://w3id.org/triplehelix(/id/[^,]+),")
            .matcher(rows)
            .results()
            .map(found -> "/page" + found.group(1))
            .toList();
    assertEquals(12, things.size(), rows);
    return things;
  }
}
