package org.triplehelix.server.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.graph.Releases;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The feed of releases, their versions in RDF, and what changed from one to another. */
class ReleasesRouteTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Instant FIRST = Instant.parse("2026-11-18T08:00:00Z");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private static Release one;
  private static Release two;
  private static Release served;
  private static HelixServer server;

  @BeforeAll
  static void start() throws IOException {
    try (Fixture files = new Fixture()) {
      one = files.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
      two =
          files.reading("mu:s001 { id:anvil th:within id:brook ; th:basedIn id:brook }").release();
      served =
          files.reading("mu:s001 { id:anvil th:within id:clerk ; th:basedIn id:brook }").release();
      keep(one, FIRST);
      keep(two, FIRST.plusSeconds(60));
      Questions questions = Questions.in(Content.at(files.root()));
      server =
          HelixServer.start(
              Releases.in(new ReleaseFolder(folder), served),
              () -> questions,
              Options.at("127.0.0.1", 0));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void keep(Release release, Instant time) throws IOException {
    Path file = folder.resolve(release.hash() + ".nq.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      RdfExport.write(release, RdfFormat.NQUADS, out);
    }
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private static HttpResponse<String> get(String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theNameOfAKeptReleaseLeadsToItsFiles() {
    for (String name : List.of(one.hash(), one.shortHash())) {
      HttpResponse<String> answer = get("/release/" + name);
      assertEquals(303, answer.statusCode(), answer.body());
      String files = answer.headers().firstValue("Location").orElseThrow();
      assertEquals("/dump/" + one.hash() + "/", files);
      assertEquals(200, get(files).statusCode());
    }
    String own = get("/release/" + served.hash()).headers().firstValue("Location").orElseThrow();
    assertEquals("/doc/release/" + served.hash() + ".ttl", own);
    assertEquals(404, get("/release/" + "0".repeat(64)).statusCode());
  }

  private static Document feed(String language) throws Exception {
    HttpResponse<String> answer = get("/releases?format=atom&lang=" + language);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("application/atom+xml", answer.headers().firstValue("Content-Type").orElseThrow());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagNameNS(ATOM, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getParentNode() == parent) {
        found.add((Element) nodes.item(i));
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    assertEquals(1, found.size(), name);
    return found.get(0).getTextContent();
  }

  private static List<String> links(Element parent, String relation) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  @Test
  void theFeedHasWhatAtomDemands() throws Exception {
    for (String language : List.of("zh", "en")) {
      Element feed = feed(language).getDocumentElement();
      assertEquals("feed", feed.getLocalName());
      assertEquals(ATOM, feed.getNamespaceURI());
      assertEquals(language, feed.getAttribute("xml:lang"));
      assertEquals("https://w3id.org/triplehelix/releases", text(feed, "id"));
      assertTrue(!text(feed, "title").isBlank());
      assertEquals("Triple Helix contributors", text(children(feed, "author").get(0), "name"));
      assertEquals(1, links(feed, "self").size());
      assertEquals(1, links(feed, "alternate").size());
      List<Element> entries = children(feed, "entry");
      Instant last = Instant.parse(text(feed, "updated"));
      Set<String> ids = new HashSet<>();
      for (Element entry : entries) {
        Instant updated = Instant.parse(text(entry, "updated"));
        assertTrue(!updated.isAfter(last), "newest first");
        last = updated;
        assertTrue(ids.add(text(entry, "id")));
        assertTrue(!text(entry, "title").isBlank());
        assertEquals(1, links(entry, "alternate").size());
      }
      assertEquals(Set.of(one.iri().getURI(), two.iri().getURI(), served.iri().getURI()), ids);
    }
  }

  @Test
  void everyLinkOfTheFeedLeadsToWhatItSays() throws Exception {
    NodeList links = feed("en").getElementsByTagNameNS(ATOM, "link");
    assertTrue(links.getLength() >= 7);
    for (int i = 0; i < links.getLength(); i++) {
      Element link = (Element) links.item(i);
      String href = link.getAttribute("href");
      HttpResponse<String> answer = get(href.substring(href.indexOf('/', 8)));
      assertEquals(200, answer.statusCode(), href);
      String type = answer.headers().firstValue("Content-Type").orElseThrow();
      if (!link.getAttribute("type").equals("text/html")) {
        assertTrue(type.startsWith(link.getAttribute("type")), href + " " + type);
      }
    }
  }

  @Test
  void anEntrySaysWhatChanged() throws Exception {
    List<Element> entries = children(feed("en").getDocumentElement(), "entry");
    assertEquals(
        "Statements: 1 changed, 0 added, 0 removed. Things: 0 new, 0 gone.",
        text(entries.get(0), "summary"));
    assertEquals(
        "Statements: 0 changed, 1 added, 0 removed. Things: 0 new, 0 gone.",
        text(entries.get(1), "summary"));
    assertEquals("The oldest release that is kept here.", text(entries.get(2), "summary"));
    List<Element> zh = children(feed("zh").getDocumentElement(), "entry");
    assertTrue(text(zh.get(1), "summary").contains("新增1条"), text(zh.get(1), "summary"));
  }

  @Test
  void thePageListsThemInBothLanguages() {
    for (String language : List.of("zh", "en")) {
      String page = get("/releases?format=html&lang=" + language).body();
      for (Release release : List.of(one, two, served)) {
        assertTrue(page.contains(release.shortHash()), page);
      }
      assertTrue(page.contains("/releases/" + one.hash() + "/" + two.hash()), page);
      assertTrue(page.contains("type=\"application/atom+xml\""), page);
    }
  }

  @Test
  void theVersionsAreAChain() {
    for (String format : List.of("ttl", "jsonld", "nt", "rdf")) {
      HttpResponse<String> answer = get("/releases?format=" + format);
      Lang lang =
          switch (format) {
            case "ttl" -> Lang.TURTLE;
            case "jsonld" -> Lang.JSONLD;
            case "nt" -> Lang.NTRIPLES;
            default -> Lang.RDFXML;
          };
      DatasetGraph versions = RDFParser.fromString(answer.body(), lang).toDatasetGraph();
      String ask =
          """
          PREFIX dcat: <http://www.w3.org/ns/dcat#>
          ASK {
            <https://w3id.org/triplehelix/> dcat:hasVersion <%1$s> , <%2$s> , <%3$s> ;
              dcat:hasCurrentVersion <%3$s> .
            <%3$s> dcat:previousVersion <%2$s> .
            <%2$s> dcat:previousVersion <%1$s> .
            FILTER NOT EXISTS { <%1$s> dcat:previousVersion ?none }
          }"""
              .formatted(one.iri(), two.iri(), served.iri());
      try (QueryExec execution = QueryExec.dataset(versions).query(ask).build()) {
        assertTrue(execution.ask(), format + "\n" + answer.body());
      }
    }
  }

  @Test
  void theDifferenceIsToldAndThePatchTurnsTheOneIntoTheOther() {
    String path = "/releases/" + one.shortHash() + "/" + served.hash();
    String text = get(path).body();
    assertTrue(text.contains("+ th:within id:clerk"), text);
    HttpResponse<String> patch = get(path + "?format=patch");
    assertTrue(
        patch
            .headers()
            .firstValue("Content-Type")
            .orElseThrow()
            .startsWith("application/rdf-patch"));
    assertTrue(patch.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> one.quads().forEach(dataset::add));
    RDFPatchOps.read(new ByteArrayInputStream(patch.body().getBytes(StandardCharsets.UTF_8)))
        .apply(new RDFChangesApply(dataset));
    Set<Quad> after = new HashSet<>();
    Txn.executeRead(dataset, () -> dataset.find().forEachRemaining(after::add));
    assertEquals(new HashSet<>(served.quads()), after);
  }

  @Test
  void whatIsNotKeptIsToldWithWhatIs() {
    for (String path :
        List.of(
            "/releases/0123456789ab/" + one.hash(),
            "/releases/" + one.hash() + "/" + one.hash().substring(0, 11))) {
      HttpResponse<String> answer = get(path);
      assertEquals(404, answer.statusCode(), path);
      assertTrue(answer.body().contains(two.hash()), answer.body());
    }
    for (String path : List.of("/releases/", "/releases/" + one.hash(), "/releases/a/b/c")) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }

  @Test
  void whatWasTakenAwaySinceIsGone() throws IOException {
    try (Fixture files = new Fixture()) {
      Path other = Files.createDirectory(folder.resolve("other"));
      Path file = other.resolve("0".repeat(64) + ".nq.gz");
      Files.write(file, new byte[0]);
      try (HelixServer damaged =
          HelixServer.start(
              Releases.in(new ReleaseFolder(other), one),
              () -> Questions.in(Content.at(files.root())),
              Options.at("127.0.0.1", 0))) {
        HttpResponse<String> answer =
            CLIENT.send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://localhost:"
                                + damaged.port()
                                + "/releases/"
                                + "0".repeat(64)
                                + "/"
                                + one.hash()))
                    .build(),
                BodyHandlers.ofString());
        assertEquals(410, answer.statusCode(), answer.body());
        HttpResponse<String> feed =
            CLIENT.send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://localhost:" + damaged.port() + "/releases?format=atom&lang=en"))
                    .build(),
                BodyHandlers.ofString());
        assertEquals(200, feed.statusCode(), feed.body());
        assertTrue(feed.body().contains("What changed is not counted."), feed.body());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
