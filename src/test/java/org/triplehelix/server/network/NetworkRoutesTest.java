package org.triplehelix.server.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.export.network.NetworkFormat;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkView;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** Networks over HTTP, of the real content. */
class NetworkRoutesTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final NetworkViews VIEWS = NetworkViews.in(CONTENT);
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT),
          new Questions(List.of()),
          Options.at("127.0.0.1", 0).with(VIEWS));
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final double EXACT = 1e-9;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static HttpResponse<String> send(String target, String accept) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target))
                  .header("Accept", accept)
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String target) {
    HttpResponse<String> answer = send(target, "text/html, */*;q=0.5");
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static JsonObject problem(String target, int status) {
    HttpResponse<String> answer = send(target, "application/json");
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.parse(answer.body());
  }

  static List<String> names() {
    return VIEWS.list().stream().map(NetworkView::name).toList();
  }

  @ParameterizedTest
  @EnumSource(NetworkFormat.class)
  void everyFormatIsAFileWithItsPageReleaseAndLicence(NetworkFormat format) {
    String target = "/network/organisations." + format.extension() + "?focus=medcity";
    HttpResponse<String> answer = send(target, "*/*");
    assertEquals(200, answer.statusCode());
    var headers = answer.headers();
    assertTrue(headers.firstValue("Content-Type").orElseThrow().startsWith(format.mediaType()));
    assertEquals(
        "attachment; filename=\"triplehelix-organisations." + format.extension() + "\"",
        headers.firstValue("Content-Disposition").orElseThrow());
    String link = headers.firstValue("Link").orElseThrow();
    String release = headers.firstValue("X-Release").orElseThrow();
    assertTrue(link.contains(target + ">; rel=\"canonical\""), link);
    assertTrue(link.contains("</network/organisations?focus=medcity>; rel=\"describedby\""), link);
    assertTrue(link.contains("</dump/" + release + "/>; rel=\"via\""), link);
    assertEquals(200, send("/dump/" + release + "/", "text/html").statusCode());
    assertTrue(answer.body().contains("/id/medcity"), "no MedCity");
    assertEquals(
        answer.body(),
        text("/network/organisations?focus=medcity&format=" + format.extension()),
        "format= gives another file");
  }

  @Test
  void labelsAreInTheLanguageThatIsAskedFor() {
    String zh = text("/network/organisations.gexf?lang=zh");
    String en = text("/network/organisations.gexf?lang=en");
    assertTrue(zh.contains("label=\"大伦敦政府\""), "no Chinese label");
    assertTrue(en.contains("label=\"Greater London Authority\""), "no English label");
    assertTrue(en.contains("value=\"大伦敦政府\""), "the other name is an attribute");
  }

  @Test
  void partsAreSmallerThanTheWhole() {
    int whole = edges("").size();
    for (String part :
        List.of(
            "focus=medcity",
            "focus=MedCity&depth=2",
            "kinds=public-body",
            "source=london-beijing",
            "relations=th:collaboratesWith",
            "status=doubted")) {
      int edges = edges("?" + part).size();
      assertTrue(edges > 0 && edges < whole, part + " gives " + edges + " of " + whole);
    }
    assertEquals(
        edges("?kinds=public-body,company"),
        edges("?kinds=public-body&kinds=company"),
        "a form sends one kind at a time");
  }

  @Test
  void whatIsNotThereIsToldWithWhatIsNear() {
    assertEquals(
        "medcity",
        problem("/network/organisations.gexf?focus=medcty", 400)
            .get("near")
            .getAsArray()
            .get(0)
            .getAsString()
            .value());
    JsonObject kind = problem("/network/organisations?kinds=plce", 400);
    assertEquals("kinds", kind.getString("parameter"));
    assertTrue(kind.get("near").toString().contains("\"place\""));
    assertTrue(
        problem("/network/organisation", 404).get("near").toString().contains("organisations"));
    assertTrue(problem("/network/organisations.xls", 404).get("known").toString().contains("gexf"));
    assertTrue(problem("/network/central?network=none", 404).hasKey("known"));
    for (String bad : List.of("depth=0", "depth=7", "depth=x", "from=2020-13", "to=soon")) {
      JsonObject told = problem("/network/organisations?" + bad, 400);
      assertEquals(bad.replaceFirst("=.*", ""), told.getString("parameter"));
      assertTrue(told.getString("remedy").startsWith("Give "), told.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void allNetworksAreOnOnePage(String language) {
    String page = text("/network?lang=" + language);
    for (NetworkView view : VIEWS.list()) {
      assertTrue(page.contains(">" + view.title(language) + "</a></h2>"), view.name());
      assertTrue(page.contains("/network/" + view.name() + ".gexf?lang=" + language), view.name());
    }
    String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    assertEquals(language.equals("zh"), HAN.matcher(main).find());
  }

  @Test
  void programsGetTheSameList() {
    JsonObject list = JSON.parse(send("/network?format=json", "*/*").body());
    for (var entry : list.get("networks").getAsArray()) {
      JsonObject network = entry.getAsObject();
      assertTrue(names().contains(network.getString("name")));
      assertTrue(number(network, "edges") > 0);
      assertEquals(NetworkFormat.values().length, network.get("files").getAsArray().size());
    }
    assertEquals(names().size(), list.get("networks").getAsArray().size());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNetworkIsAPageInBothLanguages(String name) {
    for (String language : List.of("zh", "en")) {
      String page = text("/network/" + name + "?lang=" + language);
      NetworkView view = VIEWS.named(name).orElseThrow();
      assertTrue(page.contains("<h1>" + view.title(language) + "</h1>"));
      assertTrue(page.contains("<svg class=\"network\""), "no picture");
      assertTrue(page.contains("<circle "), "no things in the picture");
      assertTrue(page.contains("/network/" + name + ".graphml?lang=" + language));
      assertTrue(page.contains("/network/central?network=" + name));
      assertTrue(
          text("/network/central?lang=" + language + "&network=" + name).contains("PageRank"));
    }
  }

  @Test
  void whatIsChosenIsInTheFormAndInTheFiles() {
    String page =
        text(
            "/network/organisations?lang=en&focus=medcity&depth=2&kinds=public-body&kinds=organisation");
    assertTrue(page.contains("name=\"focus\" value=\"medcity\""), page);
    assertTrue(page.contains("value=\"public-body\" checked"));
    assertTrue(
        page.contains(
            "/network/organisations.gexf?focus=medcity&amp;depth=2"
                + "&amp;kinds=public-body%2Corganisation&amp;lang=en"),
        page);
    assertTrue(page.contains("Organisations · MedCity"));
    assertTrue(page.contains("/page/source/"), "no passages");
    String nothing = text("/network/organisations?lang=en&focus=medcity&kinds=place");
    assertTrue(nothing.contains("0 nodes") && !nothing.contains("<svg class=\"network\""));
  }

  @Test
  void edgesHaveTheirEvidenceAndTheirMarks() {
    String page = text("/network/organisations?lang=en&status=doubted");
    assertTrue(page.contains("class=\"mark doubt\""), "nothing is marked");
    assertTrue(page.contains("/page/source/"), "no passages");
    assertFalse(
        text("/network/organisations?lang=en&status=accepted").contains("class=\"mark doubt\""));
  }

  @Test
  void aPictureStandsAlone() {
    String part = text("/embed/network/organisations?part=picture&lang=zh");
    assertTrue(part.contains("<svg class=\"network\"") && part.contains("大伦敦政府"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void recipesAreToldForEachToolWithThisServersAddress(String language) {
    String page = text("/network/recipes?lang=" + language);
    for (String tool :
        List.of("Gephi", "Cytoscape", "NetworkX", "igraph", "Neo4j", "Graphviz", "yEd")) {
      assertTrue(page.contains("<h2>" + tool), tool);
    }
    String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    assertEquals(language.equals("zh"), HAN.matcher(main).find(), "in one language");
    assertFalse(main.contains("localhost:3030"), "the commands ask another server");
    assertTrue(main.contains("http://localhost:" + SERVER.port() + "/network/"));
  }

  @Test
  void everyFileThatARecipeGetsIsThere() {
    var commands =
        Pattern.compile("'http://localhost:\\d+(/network/[^']+)'")
            .matcher(text("/network/recipes?lang=en"));
    int count = 0;
    while (commands.find()) {
      assertEquals(200, send(commands.group(1).replace("&amp;", "&"), "*/*").statusCode());
      count++;
    }
    assertTrue(count >= 7, "commands: " + count);
  }

  private static int number(JsonObject object, String name) {
    return object.get(name).getAsNumber().value().intValue();
  }

  private static List<JsonObject> edges(String query) {
    return objects(JSON.parse(text("/network/organisations.json" + query)), "links");
  }

  private static List<JsonObject> objects(JsonObject file, String name) {
    List<JsonObject> objects = new ArrayList<>();
    file.get(name).getAsArray().forEach(one -> objects.add(one.getAsObject()));
    return objects;
  }

  /** Counts edges and walks along them, apart from the library that measures. */
  @Test
  void measuresAreWhatACountAndAWalkGive() {
    JsonObject file = JSON.parse(text("/network/organisations.json"));
    Map<String, JsonObject> nodes = new LinkedHashMap<>();
    objects(file, "nodes").forEach(node -> nodes.put(node.getString("id"), node));
    Map<String, Integer> degrees = new HashMap<>();
    Map<String, Integer> weights = new HashMap<>();
    Map<String, Set<String>> neighbours = new TreeMap<>();
    nodes.keySet().forEach(node -> neighbours.put(node, new HashSet<>()));
    for (JsonObject edge : objects(file, "links")) {
      String source = edge.getString("source");
      String target = edge.getString("target");
      for (String end : List.of(source, target)) {
        degrees.merge(end, 1, Integer::sum);
        weights.merge(end, number(edge, "weight"), Integer::sum);
      }
      neighbours.get(source).add(target);
      neighbours.get(target).add(source);
    }
    Map<String, Map<String, Integer>> distances = new HashMap<>();
    Map<String, Map<String, Long>> ways = new HashMap<>();
    for (String node : nodes.keySet()) {
      distances.put(node, new HashMap<>());
      ways.put(node, new HashMap<>());
      walk(node, neighbours, distances.get(node), ways.get(node));
    }
    for (Map.Entry<String, JsonObject> node : nodes.entrySet()) {
      String name = node.getKey();
      assertEquals(degrees.get(name), number(node.getValue(), "degree"), name);
      assertEquals(weights.get(name), number(node.getValue(), "weighted_degree"), name);
      assertEquals(
          between(name, nodes.keySet(), distances, ways),
          node.getValue().get("betweenness").getAsNumber().value().doubleValue(),
          EXACT,
          name);
      for (String other : nodes.keySet()) {
        assertEquals(
            distances.get(name).containsKey(other),
            number(node.getValue(), "component") == number(nodes.get(other), "component"),
            name + " and " + other);
      }
    }
  }

  private static void walk(
      String start,
      Map<String, Set<String>> neighbours,
      Map<String, Integer> distances,
      Map<String, Long> ways) {
    Deque<String> waiting = new ArrayDeque<>(List.of(start));
    distances.put(start, 0);
    ways.put(start, 1L);
    while (!waiting.isEmpty()) {
      String here = waiting.poll();
      for (String next : neighbours.get(here)) {
        if (!distances.containsKey(next)) {
          distances.put(next, distances.get(here) + 1);
          waiting.add(next);
        }
        if (distances.get(next) == distances.get(here) + 1) {
          ways.merge(next, ways.get(here), Long::sum);
        }
      }
    }
  }

  /** The share of shortest ways between two others that lead over a node, over all pairs. */
  private static double between(
      String node,
      Set<String> nodes,
      Map<String, Map<String, Integer>> distances,
      Map<String, Map<String, Long>> ways) {
    double sum = 0;
    for (String from : nodes) {
      for (String to : nodes) {
        boolean isOver =
            from.compareTo(to) < 0
                && !node.equals(from)
                && !node.equals(to)
                && distances.get(from).containsKey(to)
                && distances.get(from).containsKey(node)
                && distances.get(from).get(node) + distances.get(node).get(to)
                    == distances.get(from).get(to);
        if (isOver) {
          sum +=
              (double) ways.get(from).get(node) * ways.get(node).get(to) / ways.get(from).get(to);
        }
      }
    }
    return 2 * sum / ((nodes.size() - 1.0) * (nodes.size() - 2.0));
  }
}
