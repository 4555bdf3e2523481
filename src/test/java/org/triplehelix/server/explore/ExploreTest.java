package org.triplehelix.server.explore;

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
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;

/** Parts of the graph, with the real content. */
class ExploreTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT),
          new Questions(List.of()),
          HelixServer.Options.at("127.0.0.1", 0));

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

  @Test
  void whatIsNotThereIsToldOf() {
    assertEquals(404, send("/explore?view=nothing").statusCode());
    assertEquals(400, send("/explore?focus=no-such-thing").statusCode());
    assertEquals(400, send("/explore/graph").statusCode());
  }
}
