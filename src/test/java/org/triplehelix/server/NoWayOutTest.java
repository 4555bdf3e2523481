package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.QuadFile;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.pipeline.Address;

/** What a query or a file names outside of the server is neither read nor called. */
class NoWayOutTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static HttpServer other;

  @TempDir static Path folder;
  private static Path secret;

  @BeforeAll
  static void listen() throws IOException {
    other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    other.createContext(
        "/",
        exchange -> {
          CALLS.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    other.start();
    secret = Files.writeString(folder.resolve("secret.txt"), "unspoken");
  }

  @AfterAll
  static void stop() {
    other.stop(0);
    SERVER.close();
  }

  private static String elsewhere() {
    return "http://127.0.0.1:" + other.getAddress().getPort() + "/";
  }

  private static HttpResponse<String> ask(String query) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + "/sparql"))
            .header("Accept", "text/csv")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "query=" + Address.encodedValue(query), StandardCharsets.UTF_8))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String document(String entity) {
    return "<!DOCTYPE a [<!ENTITY x SYSTEM '%s'>]><a>&x;</a>".formatted(entity);
  }

  @Test
  void theOtherServerCountsItsCalls() throws IOException, InterruptedException {
    int before = CALLS.get();
    CLIENT.send(
        HttpRequest.newBuilder(URI.create(elsewhere())).build(),
        HttpResponse.BodyHandlers.discarding());
    assertEquals(before + 1, CALLS.getAndSet(before));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (STR(?a) AS ?x) { BIND (STRDT(\"%s\", rdf:XMLLiteral) AS ?a) }",
        "SELECT (STRDT(\"%s\", rdf:XMLLiteral) = STRDT(\"<a>unspoken</a>\", rdf:XMLLiteral) AS ?x) {}",
        "SELECT ?x { VALUES ?x { \"%s\"^^rdf:XMLLiteral \"<b/>\"^^rdf:XMLLiteral } } ORDER BY ?x",
        "SELECT DISTINCT ?x { VALUES ?x { \"%s\"^^rdf:HTML \"%<s\"^^rdf:HTML } }",
        "SELECT ?x { ?s rdfs:label ?x FILTER (SAMETERM(?x, \"%s\"^^rdf:XMLLiteral)) }"
      })
  void entitiesOfXmlLiteralsAreNotRead(String query) throws IOException, InterruptedException {
    for (String entity : new String[] {elsewhere(), secret.toUri().toString()}) {
      HttpResponse<String> answer =
          ask(
              "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
                  + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
                  + query.replace("%s", document(entity)).replace("%<s", "<b/>"));
      assertEquals(200, answer.statusCode(), answer.body());
      assertFalse(answer.body().replace("<a>unspoken</a>", "").contains("unspoken"), answer.body());
      assertFalse(answer.body().contains("true"), answer.body());
    }
    assertEquals(0, CALLS.get());
  }

  @Test
  void entitiesOfFilesInXmlAreNotRead() throws IOException {
    for (String entity : new String[] {elsewhere(), secret.toUri().toString()}) {
      Path file = folder.resolve("bad.rdf");
      Files.writeString(
          file,
          """
          <!DOCTYPE r [<!ENTITY x SYSTEM "%s">]>
          <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
            <r:Description r:about="http://e/s"><e:p>&x;</e:p></r:Description>
          </r:RDF>
          """
              .formatted(entity));
      List<Quad> read = new ArrayList<>();
      QuadFile.read(file, read::add, bytes -> {});
      assertEquals(
          List.of(""), read.stream().map(q -> q.getObject().getLiteralLexicalForm()).toList());
    }
    assertEquals(0, CALLS.get());
  }

  @Test
  void filesInXmlWithoutEntitiesAreRead() throws IOException {
    Path file = folder.resolve("good.rdf");
    Files.writeString(
        file,
        """
        <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
          <r:Description r:about="http://e/s"><e:p>said</e:p></r:Description>
        </r:RDF>
        """);
    AtomicInteger read = new AtomicInteger();
    QuadFile.read(file, quad -> read.incrementAndGet(), bytes -> {});
    assertEquals(1, read.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<http://jena.apache.org/ARQ/jsFunction#%s>",
        "<http://jena.apache.org/ARQ/pyFunction#%s>",
        "<http://jena.apache.org/ARQ/graalFunction#%s>",
        "<http://jena.apache.org/ARQ/function#%s>"
      })
  void functionsOfScriptsAreRefused(String function) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask("SELECT (" + function.replace("%s", "run") + "(1) AS ?x) {}");
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("not offered"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../pom.xml", "file:///etc/passwd", "/etc/passwd", "name:(", "*", "a\\\\"})
  void fullTextIsSearchedInTheReleaseOnly(String wanted) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        ask(
            "PREFIX text: <http://jena.apache.org/text#> SELECT ?s { ?s text:query \""
                + wanted
                + "\" }");
    assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, answer.body());
    assertFalse(answer.body().contains("root:"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "//evil.example/..",
        "/%2Fevil.example/",
        "/%5Cevil.example/",
        "/id///evil.example",
        "/id/https://evil.example/",
        "/entity//evil.example",
        "/dump/latest//evil.example",
        "/page/https:%2F%2Fevil.example",
        "/?lang=//evil.example",
        "/id/london?format=//evil.example",
        "/release/https://evil.example"
      })
  void noAddressLeadsElsewhere(String target) throws IOException {
    try (Socket socket = new Socket("localhost", SERVER.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + target + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 "), answer);
      answer
          .substring(0, answer.indexOf("\r\n\r\n"))
          .lines()
          .filter(line -> line.regionMatches(true, 0, "Location:", 0, 9))
          .map(line -> line.substring(9).strip())
          .forEach(
              to ->
                  assertTrue(
                      to.matches("(/(?![/\\\\]).*|http://localhost:" + SERVER.port() + "/.*)"),
                      to));
    }
  }
}
