package org.triplehelix.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.Publishing;
import org.triplehelix.graph.Release;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** A server tells how far it follows, and wants no requests unless it does. */
class FollowStatusTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  private static HttpResponse<String> get(HelixServer server, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void whoFollowsIsReadyOnceItHasCaughtUpAndUntilItStops() throws Exception {
    FollowStatus status = new FollowStatus();
    try (Publishing publishing = new Publishing(folder)) {
      Release release = publishing.release("说法");
      Options options = Options.at("127.0.0.1", 0).following(status);
      try (HelixServer server = HelixServer.start(release, new Questions(List.of()), options)) {
        status.uses(release, 7);
        status.lags(5);
        HttpHeaders standing = get(server, "/sparql").headers();
        assertEquals("7", standing.firstValue("X-Log-Offset").orElseThrow());
        assertEquals("5", standing.firstValue("X-Log-Lag").orElseThrow());
        HttpResponse<String> behind = get(server, "/ready");
        assertEquals(503, behind.statusCode());
        assertTrue(behind.body().contains("has not read its log to the end"), behind::body);
        status.lags(0);
        status.caughtUp();
        HttpResponse<String> ready = get(server, "/ready");
        assertEquals(200, ready.statusCode(), ready::body);
        String told = ready.body().replaceAll("\\s", "");
        assertTrue(
            told.contains("\"release\":\"" + release.hash() + "\",\"offset\":7,\"lag\":0"), told);
        status.lags(3);
        assertEquals(200, get(server, "/ready").statusCode(), "a step that comes is no obstacle");
        status.stop("The log cannot be followed: at offset 8 it is broken.");
        HttpResponse<String> stopped = get(server, "/ready");
        assertEquals(503, stopped.statusCode());
        assertTrue(stopped.body().contains("at offset 8 it is broken"), stopped::body);
        HttpResponse<String> answer = get(server, "/sparql");
        assertEquals(200, answer.statusCode());
        assertEquals("3", answer.headers().firstValue("X-Log-Lag").orElseThrow());
        String metrics = get(server, "/metrics").body();
        for (String line :
            List.of(
                "helix_follow_stopped 1.0", "helix_follow_lag 3.0", "helix_follow_offset 7.0")) {
          assertTrue(metrics.contains(line), metrics);
        }
      }
    }
  }
}
