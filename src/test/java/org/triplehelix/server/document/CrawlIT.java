package org.triplehelix.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Family;

/** Who begins at the root and follows Link headers and RDF alone comes to every entity. */
class CrawlIT {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  private static final HelixServer SERVER =
      HelixServer.start(RELEASE, Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
  private static final Pattern LINK = Pattern.compile("<([^>]*)>");

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /** The path of what can be fetched here: names of the project, and addresses of the server. */
  private static String path(String iri) {
    String own = "http://localhost:" + SERVER.port();
    for (String base : List.of(Family.BASE, own + "/", "/")) {
      if (iri.startsWith(base)) {
        return "/" + iri.substring(base.length()).replaceFirst("#.*", "");
      }
    }
    return "";
  }

  private void find(String iri) {
    String path = path(iri);
    if (!path.isEmpty() && !path.startsWith("/dump/") && seen.add(path)) {
      open.add(path);
    }
  }

  private void follow(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path))
            .header("Accept", "text/turtle")
            .build();
    HttpResponse<String> answer;
    try {
      answer = CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    answer.headers().allValues("Link").forEach(this::links);
    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/turtle")) {
      RDFParser.fromString(answer.body(), Lang.TTL)
          .toGraph()
          .find()
          .forEach(
              t ->
                  Stream.of(t.getSubject(), t.getPredicate(), t.getObject())
                      .filter(Node::isURI)
                      .forEach(node -> find(node.getURI())));
    }
  }

  private void links(String header) {
    Matcher link = LINK.matcher(header);
    while (link.find()) {
      find(link.group(1));
    }
  }

  @Test
  void reachesEveryEntity() {
    find("/");
    while (!open.isEmpty()) {
      List<String> found = List.copyOf(open);
      open.clear();
      found.parallelStream().forEach(this::follow);
    }
    Set<String> missed = new TreeSet<>();
    for (Quad quad : RELEASE.quads()) {
      Node subject = quad.getSubject();
      if (subject.getURI().startsWith(Family.ID.namespace())
          && !seen.contains(path(subject.getURI()))) {
        missed.add(subject.getURI());
      }
    }
    assertEquals(Set.of(), missed);
    assertTrue(seen.size() > 5_000, seen.size() + " addresses");
  }
}
