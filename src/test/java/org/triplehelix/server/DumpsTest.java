package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Reifiers;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.source.Digest;

/** The releases as files, of the real content on a real server. */
class DumpsTest {
  private static final Release RELEASE = ReleaseBuilder.build(Content.at(Path.of("")));
  private static final HelixServer SERVER = server();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ROOT = "/dump/" + RELEASE.hash() + "/";
  private static final String SMALL = ROOT + "graph/meta.nt";

  private static HelixServer server() {
    return HelixServer.start(RELEASE, new Questions(List.of()), Options.at("127.0.0.1", 0));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<byte[]> get(String path) {
    return send(to(path));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static JsonObject problem(HttpResponse<byte[]> answer) {
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    return JSON.parse(text(answer));
  }

  private static byte[] file(String path) {
    HttpResponse<byte[]> answer = get(path);
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  private static Set<Quad> parsed(byte[] bytes, Lang lang) {
    Set<Quad> quads = new HashSet<>();
    RDFParser.source(new ByteArrayInputStream(bytes))
        .lang(lang)
        .parse(
            new StreamRDFBase() {
              @Override
              public void triple(Triple triple) {
                quads.add(Quad.create(Quad.defaultGraphIRI, triple));
              }

              @Override
              public void quad(Quad quad) {
                quads.add(
                    quad.isDefaultGraph()
                        ? Quad.create(Quad.defaultGraphIRI, quad.asTriple())
                        : quad);
              }
            });
    return quads;
  }

  private static Lang lang(String name) {
    return RDFLanguages.filenameToLang(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nq", "trig", "jsonld", "nt", "ttl", "rdf"})
  void aWholeDumpIsTheRelease(String ending) {
    Set<Quad> all =
        RELEASE.quads().stream()
            .filter(q -> Set.of("nq", "trig", "jsonld").contains(ending) || q.isDefaultGraph())
            .collect(Collectors.toSet());
    byte[] bytes = file(ROOT + "triplehelix." + ending);
    assertEquals(all, parsed(bytes, lang("x." + ending)));
    assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("<<("));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nq", "trig"})
  void aDumpInRdf12IsItsView(String ending) {
    Set<Quad> quads = parsed(file(ROOT + "triplehelix-1.2." + ending), lang("x." + ending));
    assertEquals(Set.copyOf(Reifiers.view(RELEASE).quads()), quads);
    assertEquals(
        Set.of(Quad.defaultGraphIRI, Graphs.CLAIMS, Graphs.REIFIERS),
        quads.stream().map(Quad::getGraph).collect(Collectors.toSet()));
    Node rejected =
        NodeFactory.createURI("https://w3id.org/triplehelix/claim/lb-s027-medcity-a-site");
    Triple reified =
        quads.stream()
            .filter(q -> q.getSubject().equals(rejected))
            .filter(q -> q.getPredicate().equals(RDF.Nodes.reifies))
            .findAny()
            .orElseThrow()
            .getObject()
            .getTriple();
    assertTrue(quads.stream().noneMatch(q -> q.asTriple().equals(reified)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"turtle-1.2", "ntriples-1.2"})
  void theCommandLineWritesTheViewAsOneGraph(String label) throws IOException {
    RdfFormat format = RdfFormat.named(label).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfExport.write(RELEASE, format, out);
    assertEquals(
        Reifiers.view(RELEASE).quads().stream()
            .filter(Quad::isDefaultGraph)
            .collect(Collectors.toSet()),
        parsed(out.toByteArray(), Lang.TURTLE));
  }

  @ParameterizedTest
  @CsvSource({
    "NQUADS, triplehelix.nq",
    "NTRIPLES, triplehelix.nt",
    "NQUADS12, triplehelix-1.2.nq",
    "JSONLD, triplehelix.jsonld"
  })
  void theCommandLineWritesTheSameBytes(RdfFormat format, String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfExport.write(RELEASE, format, out);
    assertArrayEquals(out.toByteArray(), file(ROOT + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nq", "trig", "jsonld", "nt", "ttl", "rdf"})
  void eachFixedGraphIsAFile(String ending) {
    Set<Node> graphs =
        RELEASE.quads().stream()
            .map(Quad::getGraph)
            .filter(g -> g.getURI().startsWith("https://w3id.org/triplehelix/graph/"))
            .collect(Collectors.toSet());
    assertTrue(graphs.containsAll(Set.of(Graphs.REGISTER, Graphs.CLAIMS, Graphs.META)));
    boolean named = Set.of("nq", "trig", "jsonld").contains(ending);
    for (Node graph : graphs) {
      Set<Quad> quads =
          RELEASE.quads().stream()
              .filter(q -> q.getGraph().equals(graph))
              .map(q -> named ? q : Quad.create(Quad.defaultGraphIRI, q.asTriple()))
              .collect(Collectors.toSet());
      String path = ROOT + "graph/" + graph.getLocalName() + "." + ending;
      assertEquals(quads, parsed(file(path), lang("x." + ending)), path);
    }
  }

  @Test
  void theDefaultGraphAndTheSourcesAreFilesToo() {
    assertArrayEquals(file(ROOT + "triplehelix.nt"), file(ROOT + "graph/default.nq"));
    String source = "https://w3id.org/triplehelix/source/london-beijing/";
    Set<Quad> passages =
        RELEASE.quads().stream()
            .filter(q -> q.getGraph().getURI().startsWith(source))
            .collect(Collectors.toSet());
    assertTrue(passages.size() > 100);
    assertEquals(passages, parsed(file(ROOT + "source/london-beijing.trig"), Lang.TRIG));
    assertEquals(passages, parsed(file(ROOT + "source/london-beijing.nq"), Lang.NQUADS));
  }

  @ParameterizedTest
  @CsvSource({"'', 16", "graph/, 120", "source/, 20"})
  void checksumsAndTheListAreOfTheFiles(String folder, int count) throws IOException {
    HttpResponse<byte[]> sums = get(ROOT + folder + "SHA256SUMS");
    assertTrue(header(sums, "Cache-Control").contains("immutable"));
    List<String> lines = text(sums).lines().toList();
    assertEquals(count, lines.size());
    String page = text(send(to(ROOT + folder).header("Accept", "text/html")));
    for (String line : lines) {
      String name = line.substring(66);
      byte[] bytes = file(ROOT + folder + name);
      assertEquals(new Digest().add(bytes).hex() + "  " + name, line);
      assertTrue(page.contains(">" + name + "</a>") && page.contains(line.substring(0, 64)), name);
      if (name.endsWith(".gz")) {
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        assertArrayEquals(file(ROOT + folder + name.substring(0, name.length() - 3)), plain);
      }
    }
  }

  @Test
  void aFileIsKeptForEverAndTold() {
    HttpResponse<byte[]> answer = get(ROOT + "triplehelix.ttl");
    assertEquals("text/turtle; charset=utf-8", header(answer, "Content-Type"));
    assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
    assertEquals("bytes", header(answer, "Accept-Ranges"));
    assertEquals("attachment; filename=\"triplehelix.ttl\"", header(answer, "Content-Disposition"));
    assertEquals('"' + new Digest().add(answer.body()).hex() + '"', header(answer, "ETag"));
    assertEquals(RELEASE.hash(), header(answer, "X-Release"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertFalse(header(answer, "X-Request-Id").isEmpty());
    assertTrue(header(answer, "Server-Timing").startsWith("file;"));
    assertEquals("", header(answer, "Last-Modified"));
    assertEquals(
        "application/n-quads; version=1.2",
        header(get(ROOT + "triplehelix-1.2.nq"), "Content-Type"));
    HttpResponse<byte[]> zipped = get(ROOT + "triplehelix.ttl.gz");
    assertEquals("application/gzip", header(zipped, "Content-Type"));
    assertEquals("", header(zipped, "Content-Encoding"));
    assertNotEquals(header(answer, "ETag"), header(zipped, "ETag"));
  }

  @Test
  void headTellsTheLength() {
    HttpResponse<byte[]> get = get(SMALL);
    HttpResponse<byte[]> head = send(to(SMALL).method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(Integer.toString(get.body().length), header(head, "Content-Length"));
    assertEquals(header(get, "ETag"), header(head, "ETag"));
    HttpResponse<byte[]> part =
        send(to(SMALL).header("Range", "bytes=0-9").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, part.statusCode());
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    String etag = header(get(SMALL), "ETag");
    HttpResponse<byte[]> known = send(to(SMALL).header("If-None-Match", "\"x\", " + etag));
    assertEquals(304, known.statusCode());
    assertEquals(etag, header(known, "ETag"));
    assertEquals(0, known.body().length);
    assertEquals(200, send(to(SMALL).header("If-None-Match", "\"x\"")).statusCode());
    assertEquals(200, send(to(SMALL).header("If-Match", etag)).statusCode());
    HttpResponse<byte[]> other = send(to(SMALL).header("If-Match", "\"x\""));
    assertEquals(412, other.statusCode());
    assertEquals(412, problem(other).getNumber("status").intValue());
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-9, 0, 10", "bytes=5-5, 5, 6", "bytes=10-, 10, 0", "bytes=-7, -7, 0"})
  void aRangeIsAPart(String range, int from, int to) {
    byte[] all = file(SMALL);
    int start = from < 0 ? all.length + from : from;
    int end = to == 0 ? all.length : to;
    HttpResponse<byte[]> part = send(to(SMALL).header("Range", range));
    assertEquals(206, part.statusCode());
    assertArrayEquals(Arrays.copyOfRange(all, start, end), part.body());
    assertEquals(
        "bytes " + start + "-" + (end - 1) + "/" + all.length, header(part, "Content-Range"));
    assertEquals(header(get(SMALL), "ETag"), header(part, "ETag"));
    assertEquals("application/n-triples", header(part, "Content-Type"));
  }

  @Test
  void severalRangesAreSeveralParts() {
    byte[] all = file(SMALL);
    HttpResponse<byte[]> parts = send(to(SMALL).header("Range", "bytes=0-9, 20-29,-5"));
    assertEquals(206, parts.statusCode());
    assertTrue(header(parts, "Content-Type").startsWith("multipart/byteranges; boundary="));
    String body = text(parts);
    assertTrue(body.contains("bytes 0-9/" + all.length), body);
    assertTrue(body.contains("bytes 20-29/" + all.length), body);
    assertTrue(body.contains(new String(all, 20, 10, StandardCharsets.UTF_8)), body);
  }

  @Test
  void aRangeBeyondTheEndIsRefused() {
    int size = file(SMALL).length;
    HttpResponse<byte[]> answer = send(to(SMALL).header("Range", "bytes=" + size + "-"));
    assertEquals(416, answer.statusCode());
    assertEquals("bytes */" + size, header(answer, "Content-Range"));
    assertEquals(size, problem(answer).getNumber("size").intValue());
    assertEquals("", header(answer, "ETag").replaceAll("\"[0-9a-f]{20}\"", ""));
    assertFalse(header(answer, "Cache-Control").contains("immutable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines=1-2", "bytes=a-b", "bytes", "bytes=0-1;x"})
  void aRangeThatNobodyCanReadIsPassedOver(String range) {
    HttpResponse<byte[]> answer = send(to(SMALL).header("Range", range));
    assertEquals(200, answer.statusCode());
    assertArrayEquals(file(SMALL), answer.body());
  }

  @Test
  void aRangeHoldsOnlyOfTheFileThatTheClientHas() {
    String etag = header(get(SMALL), "ETag");
    HttpRequest.Builder range = to(SMALL).header("Range", "bytes=0-9");
    assertEquals(206, send(range.copy().header("If-Range", etag)).statusCode());
    assertEquals(200, send(range.copy().header("If-Range", "\"other\"")).statusCode());
    assertEquals(200, send(range.copy().header("If-Range", "W/" + etag)).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "latest/, ''",
    "latest, ''",
    "latest/graph/claims.nq.gz, graph/claims.nq.gz",
    "SHORT/triplehelix.nq, triplehelix.nq",
    "WHOLE, ''",
    "WHOLE/graph, graph/"
  })
  void otherNamesLeadToTheWholeHash(String path, String target) {
    String asked = path.replace("SHORT", RELEASE.shortHash()).replace("WHOLE", RELEASE.hash());
    HttpResponse<byte[]> answer = send(to("/dump/" + asked).header("Accept", "image/png"));
    assertEquals(302, answer.statusCode());
    assertEquals(ROOT + target, header(answer, "Location"));
    assertEquals("public, no-cache", header(answer, "Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triplehelix.docx",
        "graph/nothing.nq",
        "graph/claims",
        "nothing/x.nq",
        "source/none.nq",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "graph/..%5cx",
        "triplehelix.nq/",
        "graph//meta.nq"
      })
  void whatIsNoFileIsToldWithThoseThatAre(String name) {
    HttpResponse<byte[]> answer = get(ROOT + name);
    assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, name);
    if (answer.statusCode() == 404) {
      JsonObject problem = problem(answer);
      assertTrue(problem.hasKey("files") || problem.hasKey("paths"), name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789ab", "x", "SHORTER", "..", "latest2"})
  void anotherReleaseIsToldWithThoseThatThereAre(String name) {
    String asked = name.replace("SHORTER", RELEASE.hash().substring(0, 11));
    HttpResponse<byte[]> answer = get("/dump/" + asked + "/triplehelix.nq");
    assertEquals(404, answer.statusCode());
    if (!name.equals("..")) {
      assertEquals(
          RELEASE.hash(),
          problem(answer).get("releases").getAsArray().get(0).getAsString().value());
    }
  }

  @Test
  void releasesAndTheirFilesAreListedForMachines() {
    var list = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text(send(to("/dump/").header("Accept", "text/turtle"))), Lang.TURTLE)
        .parse(list);
    assertTrue(list.contains(Node.ANY, DCAT.dataset.asNode(), RELEASE.iri()));
    var files = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text(send(to(ROOT).header("Accept", "application/ld+json"))), Lang.JSONLD)
        .parse(files);
    List<Node> distributions =
        files.find(RELEASE.iri(), DCAT.distribution.asNode(), Node.ANY).toList().stream()
            .map(Triple::getObject)
            .toList();
    assertEquals(16, distributions.size());
    for (Node distribution : distributions) {
      String path = URI.create(distribution.getURI()).getPath();
      Node size = files.find(distribution, DCAT.byteSize.asNode(), Node.ANY).next().getObject();
      assertEquals(file(path).length, ((Number) size.getLiteralValue()).intValue(), path);
    }
    assertTrue(files.find().toList().stream().noneMatch(t -> t.getSubject().isBlank()));
  }

  @Test
  void whatTheCatalogueSaysCanBeDownloadedIsThere() {
    var catalogue = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            text(send(to("/catalog").header("Accept", "application/n-triples"))), Lang.NTRIPLES)
        .parse(catalogue);
    List<Node> files =
        catalogue.find(Node.ANY, DCAT.downloadURL.asNode(), Node.ANY).toList().stream()
            .map(Triple::getObject)
            .toList();
    assertTrue(files.size() > 16, files.toString());
    for (Node file : files) {
      String path = URI.create(file.getURI()).getPath().replaceFirst("^/triplehelix/", "/");
      HttpResponse<byte[]> answer = send(to(path).method("HEAD", BodyPublishers.noBody()));
      assertEquals(200, answer.statusCode(), path);
    }
  }

  @Test
  void manyWhoAskAtOnceGetTheSame() {
    List<CompletableFuture<HttpResponse<byte[]>>> answers =
        Stream.generate(
                () ->
                    CLIENT.sendAsync(
                        to(ROOT + "graph/inferred.rdf.gz").build(), BodyHandlers.ofByteArray()))
            .limit(12)
            .toList();
    byte[] first = answers.get(0).join().body();
    for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
      assertEquals(200, answer.join().statusCode());
      assertArrayEquals(first, answer.join().body());
    }
  }

  @Test
  void thePageDoesNotWaitForFilesAndFilesAreGoneWhenTheServerIs() throws IOException {
    Set<Path> before = folders();
    HelixServer other = server();
    URI page = URI.create("http://localhost:" + other.port() + ROOT + "?lang=en");
    HttpResponse<byte[]> first = send(HttpRequest.newBuilder(page).header("Accept", "text/html"));
    assertTrue(text(first).contains("is made when it is first asked for"), text(first));
    assertEquals("no-store", header(first, "Cache-Control"));
    assertEquals(before, folders());
    URI uri = URI.create("http://localhost:" + other.port() + SMALL);
    send(HttpRequest.newBuilder(uri));
    Set<Path> made = new HashSet<>(folders());
    made.removeAll(before);
    assertEquals(1, made.size());
    other.close();
    assertFalse(Files.exists(made.iterator().next()));
  }

  private static Set<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(p -> p.getFileName().toString().startsWith("helix-dumps-"))
          .collect(Collectors.toSet());
    }
  }
}
