package org.triplehelix.server.explore;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** Parts of the graph, with the real content. */
class ExploreTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT),
          new Questions(List.of()),
          Options.at("127.0.0.1", 0).with(NetworkViews.in(CONTENT)));

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

  private static String text(String target) {
    HttpResponse<String> answer = send(target);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  static List<String> views() {
    return View.ALL.stream().map(View::name).toList();
  }

  @Test
  void thereIsAGalleryInBothLanguages() {
    assertTrue(views().size() >= 8);
    String zh = text("/explore?lang=zh");
    String en = text("/explore?lang=en");
    for (View view : View.ALL) {
      assertTrue(zh.contains(">" + view.chinese() + "</a>"), view.name());
      assertTrue(en.contains("/explore?view=" + view.name() + "&amp;lang=en"), view.name());
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyViewHasEdgesWithNames(String view) {
    JsonObject graph = JSON.parse(text("/explore/graph?view=" + view));
    assertTrue(
        graph.get("edges").getAsArray().size() >= 3, view + graph.get("edges").getAsArray().size());
    for (var node : graph.get("nodes").getAsArray()) {
      assertFalse(node.getAsObject().getString("zh").startsWith("<"), node.toString());
    }
    assertTrue(text("/explore?lang=zh&view=" + view).contains("<td>"));
  }

  @Test
  void edgesHaveTheirEvidence() {
    JsonObject graph = JSON.parse(text("/explore/graph?focus=id/catapult-network"));
    boolean told =
        graph.get("edges").getAsArray().stream()
            .map(edge -> edge.getAsObject())
            .filter(edge -> edge.getString("source").endsWith("/digital-catapult"))
            .anyMatch(edge -> edge.get("evidence").toString().contains("/source/uk-clusters/"));
    assertTrue(told);
  }

  @Test
  void thingsAreTiedByAPath() {
    JsonObject path =
        JSON.parse(
            text("/explore/graph?from=id/digital-catapult&to=id/cell-and-gene-therapy-catapult"));
    assertEquals(2, path.get("edges").getAsArray().size());
    assertTrue(
        text("/explore?focus=id/london&to=id/beijing&lang=en").contains("From London to Beijing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"focus", "from", "to"})
  void aViewAndAThingAreNotAskedForAtOnce(String parameter) throws Exception {
    for (String path : List.of("/explore", "/explore/graph")) {
      HttpResponse<String> both = send(path + "?view=catapults&" + parameter + "=id/london");
      assertEquals(400, both.statusCode());
      assertTrue(both.body().contains("view=catapults alone"), both.body());
      assertEquals(200, send(path + "?view=catapults&" + parameter + "=").statusCode());
    }
  }

  @Test
  void whatIsAroundAThingIsWhatItsQueryGives() {
    String page = text("/explore?focus=id/medcity&lang=en");
    Matcher code = Pattern.compile("<code>(PREFIX.*?)</code>", Pattern.DOTALL).matcher(page);
    assertTrue(code.find(), "no query");
    String query = code.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    JsonObject answer =
        JSON.parse(
            text("/sparql?format=json&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    Set<String> asked = new TreeSet<>();
    answer.get("results").getAsObject().get("bindings").getAsArray().stream()
        .map(row -> row.getAsObject())
        .forEach(
            row ->
                asked.add(
                    String.join(
                        " ",
                        row.getObj("subject").getString("value"),
                        row.getObj("relation").getString("value"),
                        row.getObj("object").getString("value"))));
    Set<String> drawn = new TreeSet<>();
    JSON.parse(text("/explore/graph?focus=id/medcity")).get("edges").getAsArray().stream()
        .map(edge -> edge.getAsObject())
        .forEach(
            edge ->
                drawn.add(
                    String.join(
                        " ",
                        edge.getString("source"),
                        edge.getString("relation"),
                        edge.getString("target"))));
    assertTrue(drawn.size() > 5, drawn.toString());
    assertEquals(drawn, asked);
  }

  @Test
  void pathsHaveTheirQuery() {
    String page = text("/explore?from=id/digital-catapult&to=id/medicines-discovery-catapult");
    assertTrue(page.contains("VALUES (?subject ?relation ?object)"), page);
    assertTrue(page.contains("/query?query="));
  }

  @Test
  void thingsAreFoundByName() {
    for (String name : List.of("MedCity", "%E4%BC%A6%E6%95%A6", "London")) {
      assertTrue(text("/explore?lang=en&focus=" + name).contains("<table>"), name);
    }
    assertTrue(text("/explore?lang=en").contains("data-suggest=\"/search/suggest\""));
  }

  @Test
  void edgesAreATable() {
    String table = text("/explore/graph?view=catapults&lang=zh&format=csv");
    assertTrue(
        table.startsWith("\uFEFFsource,source_name,relation,relation_name,target,target_name,"));
    assertTrue(table.contains("数字化弹射中心") && table.contains("/id/digital-catapult,"), table);
    assertTrue(table.contains("/source/uk-clusters/s"), "no passages");
  }

  @Test
  void plansAndDoubtsLookOtherwise() {
    String lessons = text("/explore/graph?view=lessons&lang=en");
    assertTrue(lessons.contains("\"look\" : \"plan\""), "lessons are recommended");
    String catapults = text("/explore/graph?view=catapults&lang=en");
    assertTrue(catapults.contains("\"look\" : \"doubt\""), "who pays for them is doubted");
  }

  @Test
  void whatIsNotThereIsToldOf() {
    assertEquals(404, send("/explore?view=nothing").statusCode());
    assertEquals(400, send("/explore?focus=no-such-thing").statusCode());
    assertEquals(400, send("/explore/graph").statusCode());
  }

  private static HttpResponse<String> sent(String type, String body) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + SERVER.port() + "/explore/graph"))
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String form(String edges) {
    return "format=gexf&lang=zh&edges=" + URLEncoder.encode(edges, StandardCharsets.UTF_8);
  }

  @Test
  void whatIsOnTheScreenIsAFileOfGraphToolsWithItsEvidence() {
    List<String> edges =
        JSON.parse(text("/explore/graph?view=catapults")).get("edges").getAsArray().stream()
            .map(edge -> edge.getAsObject())
            .map(
                edge ->
                    String.join(
                        " ",
                        edge.getString("source"),
                        edge.getString("relation"),
                        edge.getString("target")))
            .toList();
    List<String> half = edges.subList(0, edges.size() / 2);
    HttpResponse<String> answer =
        sent("application/x-www-form-urlencoded", form(String.join("\n", half)));
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("application/gexf+xml", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(half.size(), answer.body().split("<edge ", -1).length - 1);
    assertTrue(answer.body().contains("/source/uk-clusters/s"), "no passages");
    assertTrue(answer.body().contains("弹射中心"), "no Chinese label");
    String whole = text("/explore/graph?view=catapults&format=gexf");
    assertEquals(edges.size(), whole.split("<edge ", -1).length - 1);
  }

  @Test
  void whatTheGraphDoesNotSayIsNoFile() {
    String form = "application/x-www-form-urlencoded";
    for (String edges : List.of("", "a b", "http://a http://b http://c")) {
      HttpResponse<String> answer = sent(form, form(edges));
      assertEquals(400, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("\"parameter\" : \"edges\""), answer.body());
    }
    assertEquals(415, sent("text/csv", "edges").statusCode());
  }

  @Test
  void kindsAndColoursAreThoseOfTheFiles() {
    String page = text("/explore?view=catapults&lang=zh");
    String kinds = NetworkViews.in(CONTENT).kinds().list().toString();
    for (var node : JSON.parse(text("/explore/graph?view=catapults")).get("nodes").getAsArray()) {
      String kind = node.getAsObject().getString("kind");
      assertTrue(kinds.contains("name=" + kind + ","), kind);
    }
    var place = NetworkViews.in(CONTENT).kinds().named("place").orElseThrow();
    assertTrue(page.contains(place.colour()), "another colour");
    assertTrue(
        text("/explore/graph?view=catapults&format=cyjs").contains("\"" + place.colour() + "\""));
  }
}
