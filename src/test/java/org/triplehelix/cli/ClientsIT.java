package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.cli.Commands.Result;
import org.triplehelix.cli.Commands.Server;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.vocab.Family;

/**
 * Clients that others have made work with the server and the dumps as they are. {@code .ci/run}
 * installs them; elsewhere what is not there is skipped.
 */
class ClientsIT {
  private static final String HELIX = Commands.HOME.resolve("helix").toString();
  static final String PYTHON = "/usr/bin/python3";
  static final Path MODULES = Commands.HOME.resolve("target/clients/node_modules");
  private static final Path COMUNICA = MODULES.resolve(".bin/comunica-sparql");

  /** Of so many names, one has its documents read by others; EveryNameIT reads those of all. */
  private static final int EACH = 25;

  private static final String YASGUI = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";
  private static final Pattern SOURCE =
      Pattern.compile("https://w3id\\.org/triplehelix/source/[a-z-]+");
  private static final Set<String> SOURCES =
      new TreeSet<>(
          List.of(
              "https://w3id.org/triplehelix/source/beijing-centre",
              "https://w3id.org/triplehelix/source/london-beijing",
              "https://w3id.org/triplehelix/source/london-guangzhou",
              "https://w3id.org/triplehelix/source/uk-clusters",
              "https://w3id.org/triplehelix/source/world-centres"));

  private static String endpoint;
  private static Server server;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    int port = Commands.freePort();
    endpoint = "http://localhost:" + port + "/sparql";
    server = new Server(List.of(HELIX, "serve", "--port", Integer.toString(port)));
    server.ready();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Goes on if a client is there; where all are to be there, that one is not is a fault. */
  static void needs(boolean there, String client, String remedy) {
    String message = "skipped: " + client + " is not there; " + remedy;
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(there, message);
    }
    assumeTrue(there, message);
  }

  static boolean runs(String... command) {
    return Commands.shell("command -v " + command[0]).code() == 0
        && (command.length == 1 || Commands.run(command).code() == 0);
  }

  static String said(String... command) {
    Result result = Commands.run(command);
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  private static Set<String> sources(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = SOURCE.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void rdflibAsksTheEndpointAsAStore() {
    needs(runs(PYTHON, "-c", "import rdflib"), "rdflib", "apt install python3-rdflib");
    String said = said(PYTHON, "src/test/resources/clients/rdflib-client.py", endpoint);
    assertEquals(
        """
        rows 5000
        terms True
        ask True
        construct 5
        triples 5
        zh ['金三角']
        """,
        said.replace("\r\n", "\n"));
  }

  @Test
  void comunicaFindsOutWhatTheEndpointIsAndAsksIt() {
    needs(Files.exists(COMUNICA), "Comunica", "see .ci/run");
    String all = "{ ?source a <https://w3id.org/triplehelix/ontology#Source> }";
    for (String given : List.of(endpoint, "sparql@" + endpoint)) {
      String rows = said("node", COMUNICA.toString(), given, "SELECT ?source " + all);
      assertEquals(SOURCES, sources(rows), rows);
      String graph = said("node", COMUNICA.toString(), given, "CONSTRUCT WHERE " + all);
      assertEquals(SOURCES, sources(graph), graph);
      assertTrue(graph.contains("ontology#Source"), graph);
    }
  }

  /** Paths of names of every family, one in a line. */
  private Path names() throws IOException {
    List<String> paths =
        ReleaseBuilder.build(Content.at(Commands.HOME)).quads().stream()
            .map(quad -> quad.getSubject().getURI())
            .filter(iri -> iri.startsWith(Family.BASE) && iri.indexOf('#') < 0)
            .map(iri -> iri.substring(Family.BASE.length() - 1))
            .filter(path -> path.length() > 1)
            .distinct()
            .sorted()
            .toList();
    List<String> some =
        IntStream.range(0, paths.size()).filter(i -> i % EACH == 0).mapToObj(paths::get).toList();
    assertTrue(some.size() > 100, some.size() + " names");
    return Files.write(folder.resolve("names"), some);
  }

  private void demandSameDocuments(String command) throws IOException {
    Path names = names();
    Result result = Commands.shell(command + " < " + names);
    assertEquals(0, result.code(), result.err());
    assertEquals(Files.readAllLines(names).size() + " names", result.out().strip());
  }

  @Test
  void rdflibReadsTheSameInEveryFormatOfADocument() throws IOException {
    needs(runs(PYTHON, "-c", "import rdflib"), "rdflib", "apt install python3-rdflib");
    demandSameDocuments(PYTHON + " src/test/resources/clients/documents.py " + address());
  }

  @Test
  void othersReadTheSameInRdf12AndJsonLd() throws IOException {
    needs(Files.exists(MODULES.resolve("jsonld")), "jsonld.js and N3.js", "see .ci/run");
    demandSameDocuments(
        "node src/test/resources/clients/documents.js " + MODULES + " " + address());
  }

  private static String address() {
    return endpoint.replace("/sparql", "");
  }

  @Test
  void yasguiOfAnotherSiteShowsRows() throws IOException {
    needs(runs("chromium"), "Chromium", "apt install chromium");
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String page =
        Files.readString(Path.of("src/test/resources/clients/yasgui.html"))
            .replace("ENDPOINT", endpoint);
    serve(site, "/", "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    serve(site, "/yasgui.min.js", "text/javascript; charset=utf-8", part("yasgui.min.js"));
    serve(site, "/yasgui.min.css", "text/css; charset=utf-8", part("yasgui.min.css"));
    site.start();
    try {
      String shown =
          said(
              "chromium",
              "--headless",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-dev-shm-usage",
              "--user-data-dir=" + folder.resolve("profile"),
              "--virtual-time-budget=20000",
              "--dump-dom",
              "http://127.0.0.1:" + site.getAddress().getPort() + "/");
      assertTrue(shown.contains("<title>5 rows</title>"), shown);
      assertEquals(SOURCES, sources(shown.substring(shown.indexOf("<tbody"))));
    } finally {
      site.stop(0);
    }
  }

  private static byte[] part(String name) throws IOException {
    try (InputStream in = ClientsIT.class.getResourceAsStream(YASGUI + name)) {
      return in.readAllBytes();
    }
  }

  private static void serve(HttpServer site, String path, String type, byte[] body) {
    site.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @Test
  void rapperReadsTheSameTriplesAsJena() throws IOException {
    needs(runs("rapper"), "rapper", "apt install raptor2-utils");
    Release release = ReleaseBuilder.build(Content.at(Commands.HOME));
    Set<Triple> ours =
        release.quads().stream()
            .filter(Quad::isDefaultGraph)
            .map(Quad::asTriple)
            .collect(Collectors.toSet());
    assertTrue(ours.size() > 40_000);
    for (RdfFormat format : List.of(RdfFormat.NTRIPLES, RdfFormat.TURTLE, RdfFormat.RDFXML)) {
      Path file = folder.resolve("dump." + format.extension());
      try (OutputStream out = Files.newOutputStream(file)) {
        RdfExport.write(release, format, out);
      }
      Set<Triple> theirs =
          triples(said("rapper", "-q", "-i", format.label(), "-o", "ntriples", file.toString()));
      assertTrue(ours.equals(theirs), format + ": " + difference(ours, theirs));
    }
  }

  private static String difference(Set<Triple> one, Set<Triple> other) {
    Set<Triple> differing = new HashSet<>(one);
    differing.removeAll(other);
    Set<Triple> more = new HashSet<>(other);
    more.removeAll(one);
    differing.addAll(more);
    return differing.stream().limit(5).toList().toString();
  }

  private static Set<Triple> triples(String lines) {
    Set<Triple> triples = new HashSet<>();
    RDFParser.fromString(lines, Lang.NTRIPLES).toGraph().find().forEachRemaining(triples::add);
    return triples;
  }
}
