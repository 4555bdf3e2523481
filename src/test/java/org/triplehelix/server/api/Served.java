package org.triplehelix.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.report.ReportLog;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;

/** The real content on one server for all tests of the API, until the JVM ends. */
final class Served {
  static final Content CONTENT = Content.at(Path.of(""));
  static final Questions QUESTIONS = Questions.in(CONTENT);
  static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  static final HelixServer SERVER =
      HelixServer.start(
          RELEASE,
          QUESTIONS,
          Options.at("127.0.0.1", 0)
              .with(NetworkViews.in(CONTENT))
              .taking(ReportLog.open(reports()), 100));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Served() {}

  private static Path reports() {
    try {
      return Files.createTempDirectory("reports");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpResponse<String> send(String target) {
    return send(target, "*/*");
  }

  static HttpResponse<String> send(String target, String accept) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + target))
              .header("Accept", accept)
              .build(),
          BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(String target) {
    HttpResponse<String> answer = send(target);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  static JsonObject json(String target) {
    return JSON.parse(text(target));
  }

  static JsonObject problem(int status, String target) {
    HttpResponse<String> answer = send(target);
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    return JSON.parse(answer.body());
  }

  static long number(JsonObject json, String member) {
    return json.getNumber(member).longValue();
  }
}
