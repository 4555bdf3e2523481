package org.triplehelix.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Question;
import org.triplehelix.query.Questions;
import org.w3c.dom.NodeList;

/** What programs find out about the dataset from a real server. */
class DiscoveryTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Release RELEASE = ReleaseBuilder.build(CONTENT);
  private static final Questions QUESTIONS = Questions.in(CONTENT);
  private static final HelixServer SERVER =
      HelixServer.start(RELEASE, QUESTIONS, Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Node DATASET = NodeFactory.createURI("https://w3id.org/triplehelix/");
  private static final String PREFIXES =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX graph: <https://w3id.org/triplehelix/graph/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX void-ext: <http://ldf.fi/void-ext#>
      """;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String address() {
    return "http://localhost:" + SERVER.port();
  }

  private static HttpResponse<String> get(String target, String accept) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address() + target)).header("Accept", accept).build();
      return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Graph graph(String target, String type) {
    HttpResponse<String> answer = get(target, type);
    assertEquals(200, answer.statusCode(), answer.body());
    return RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type)).toGraph();
  }

  private static List<JsonObject> ask(String query) {
    HttpResponse<String> answer =
        get(
            "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
            "application/sparql-results+json");
    assertEquals(200, answer.statusCode(), query + answer.body());
    return JSON.parse(answer.body())
        .getObj("results")
        .getArray("bindings")
        .map(JsonValue::getAsObject)
        .toList();
  }

  private static boolean holds(String ask) {
    String query = URLEncoder.encode(PREFIXES + ask, StandardCharsets.UTF_8);
    return JSON.parse(get("/sparql?query=" + query, "application/sparql-results+json").body())
        .getBoolean("boolean");
  }

  private static String value(JsonObject row, String variable) {
    return row.getObj(variable).getString("value");
  }

  // In the endpoint, by the patterns that editors use.

  @Test
  void editorsFindThePrefixes() {
    TreeMap<String, String> found = new TreeMap<>();
    ask(PREFIXES + "SELECT * { [] sh:namespace ?namespace ; sh:prefix ?prefix }")
        .forEach(row -> found.put(value(row, "prefix"), value(row, "namespace")));
    assertEquals(new TreeMap<>(RELEASE.prefixes().map()), found);
    assertTrue(found.containsKey("question") && found.containsKey("lb"), found.toString());
  }

  @Test
  void editorsFindWhichClassesAndDatatypesAPropertyOfAClassLeadsTo() {
    String pattern =
        """
        ?part void:class th:City ; void:propertyPartition ?property .
        ?property void:property th:within ; void:triples ?n ; void:classPartition/void:class th:Country .
        ?part void:propertyPartition ?coordinate .
        ?coordinate void:property schema:latitude ;
          void-ext:datatypePartition/void-ext:datatype <http://www.w3.org/2001/XMLSchema#decimal> .
        """;
    List<JsonObject> rows = ask(PREFIXES + "SELECT ?n {" + pattern + "}");
    assertEquals(1, rows.size());
    List<JsonObject> counted =
        ask(PREFIXES + "SELECT (COUNT(*) AS ?n) { ?city a th:City ; th:within ?place }");
    assertEquals(value(counted.get(0), "n"), value(rows.get(0), "n"));
    String wrong = pattern.replace("th:Country", "th:Figure");
    assertEquals(List.of(), ask(PREFIXES + "SELECT ?n {" + wrong + "}"));
  }

  @Test
  void editorsAreToldOfWhatPeopleDescribeAndOfNothingElse() {
    String pattern = "ASK { ?part void:class %s ; void:propertyPartition/void:property %s }";
    assertTrue(holds(pattern.formatted("th:Figure", "th:asWritten")));
    assertTrue(holds(pattern.formatted("skos:Concept", "skos:broader")));
    assertFalse(holds(pattern.formatted("owl:Class", "rdfs:subClassOf")), "of the ontology");
    assertFalse(holds(pattern.formatted("schema:City", "th:within")), "a class that follows");
    assertFalse(holds(pattern.formatted("th:Figure", "prov:wasDerivedFrom")), "what follows");
    String all =
        "SELECT DISTINCT ?class ?property ?to { ?part void:class ?class ; void:propertyPartition ?p"
            + " . ?p void:property ?property OPTIONAL { { ?p void:classPartition/void:class ?to }"
            + " UNION { ?p void-ext:datatypePartition/void-ext:datatype ?to } } }";
    assertTrue(ask(PREFIXES + all).size() < 2_500, "as many as an editor takes in five seconds");
  }

  @Test
  void everyQuestionIsAnExampleThatRunsAsItStands() {
    List<JsonObject> examples =
        ask(
            PREFIXES
                + "SELECT ?example ?query { ?example a sh:SPARQLExecutable ;"
                + " rdfs:comment ?zh , ?en ; sh:select ?query"
                + " FILTER (LANG(?zh) = 'zh' && LANG(?en) = 'en') } ORDER BY ?example");
    assertEquals(QUESTIONS.list().size(), examples.size());
    for (JsonObject example : examples) {
      String name = value(example, "example").replaceFirst(".*/", "");
      Question question = QUESTIONS.named(name).orElseThrow();
      String query = value(example, "query");
      assertFalse(query.contains("?_"), query);
      long expected = question.expected().text().lines().count() - 1;
      assertEquals(expected, ask(query).size(), name);
    }
  }

  // VoID.

  @Test
  void countsOfPartitionsAreTrue() {
    String classes =
        """
        SELECT ?class ?told ?n {
          { SELECT ?class (COUNT(?x) AS ?n) { ?x a ?class } GROUP BY ?class }
          <https://w3id.org/triplehelix/> void:classPartition ?part .
          ?part void:class ?class ; void:entities ?told .
          FILTER (STRSTARTS(STR(?class), STR(th:)) && ?class != th:Release)
        }""";
    List<JsonObject> rows = ask(PREFIXES + classes);
    assertTrue(rows.size() > 90, rows.size() + " classes");
    rows.forEach(row -> assertEquals(value(row, "n"), value(row, "told"), row.toString()));
    List<JsonObject> properties =
        ask(
            PREFIXES
                + """
                SELECT ?property ?told ?n {
                  { SELECT ?property (COUNT(?x) AS ?n) { ?x ?property ?y } GROUP BY ?property }
                  <https://w3id.org/triplehelix/> void:propertyPartition ?part .
                  ?part void:property ?property ; void:triples ?told .
                  FILTER (STRSTARTS(STR(?property), STR(th:)) && ?property != th:contentHash)
                }""");
    assertTrue(properties.size() > 100, properties.size() + " properties");
    properties.forEach(row -> assertEquals(value(row, "n"), value(row, "told"), row.toString()));
  }

  @Test
  void linksetsCountTheLinks() {
    List<JsonObject> told =
        ask(
            PREFIXES
                + "SELECT (SUM(?n) AS ?sum) { ?links a void:Linkset ;"
                + " void:linkPredicate schema:sameAs ; void:triples ?n }");
    List<JsonObject> links =
        ask(
            PREFIXES
                + "SELECT (COUNT(*) AS ?n) { GRAPH graph:identities { ?thing schema:sameAs ?same }"
                + " }");
    assertEquals(value(links.get(0), "n"), value(told.get(0), "sum"));
    List<JsonObject> targets =
        ask(PREFIXES + "SELECT ?t { ?links a void:Linkset ; void:objectsTarget ?t }");
    List<String> names = targets.stream().map(row -> value(row, "t")).toList();
    for (String authority : List.of("ROR", "Wikidata", "GeoNames")) {
      assertTrue(names.contains("https://w3id.org/triplehelix/ontology#" + authority));
    }
  }

  @Test
  void whatDescribesTheReleaseIsAskedInTheDefaultGraphAndStandsInOneGraph() {
    List<JsonObject> missing =
        ask(
            PREFIXES
                + "SELECT * { GRAPH graph:meta { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }"
                + " LIMIT 5");
    assertEquals(List.of(), missing);
    Node select = NodeFactory.createURI("http://www.w3.org/ns/shacl#select");
    assertTrue(
        RELEASE.quads().stream()
            .filter(q -> q.getPredicate().equals(select))
            .allMatch(q -> q.getGraph().getURI().endsWith("/graph/meta")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.well-known/void", "/.well-known/sparql-examples", "/catalog"})
  void descriptionsAreTheSameInEveryFormat(String path) {
    Graph turtle = graph(path, "text/turtle");
    for (String type :
        List.of("application/n-triples", "application/ld+json", "application/rdf+xml")) {
      assertTrue(turtle.isIsomorphicWith(graph(path, type)), path + " as " + type);
    }
    assertTrue(turtle.stream().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));
  }

  // DCAT.

  private static ValidationReport report(Graph catalogue) {
    Graph shapes =
        RDFParser.source("src/test/resources/org/triplehelix/server/dcat-ap.ttl").toGraph();
    return ShaclValidator.get().validate(shapes, catalogue);
  }

  @Test
  void theCatalogueHasWhatItsProfileDemands() {
    Graph catalogue = graph("/catalog", "text/turtle");
    assertEquals(
        List.of(),
        report(catalogue).getEntries().stream()
            .map(e -> e.focusNode() + " " + e.resultPath() + " " + e.message())
            .toList());
    catalogue.remove(DATASET, DCTerms.spatial.asNode(), Node.ANY);
    assertFalse(report(catalogue).conforms());
  }

  @Test
  void theCatalogueCreditsWhatItsIdentitiesWereReadIn() {
    Graph catalogue = graph("/catalog", "text/turtle");
    Node identities = NodeFactory.createURI("https://w3id.org/triplehelix/graph/identities");
    String rights =
        catalogue.stream(identities, DCTerms.rights.asNode(), Node.ANY)
            .map(t -> t.getObject().getLiteralLexicalForm())
            .reduce("", String::concat);
    for (String source : List.of("GeoNames", "mySociety", "ROR", "ODbL")) {
      assertTrue(rights.contains(source), rights);
    }
    for (String language : List.of("zh", "en")) {
      assertTrue(get("/catalog?lang=" + language, "text/html").body().contains("mySociety"));
    }
  }

  @Test
  void creditsAreDataAndStandWithWhatIsTaken() {
    Graph catalogue = graph("/catalog", "text/turtle");
    Node identities = NodeFactory.createURI("https://w3id.org/triplehelix/graph/identities");
    Node openDatabase = NodeFactory.createURI("https://spdx.org/licenses/ODbL-1.0");
    assertEquals(
        2,
        catalogue.stream(identities, DCTerms.source.asNode(), Node.ANY)
            .filter(t -> catalogue.contains(t.getObject(), DCTerms.license.asNode(), openDatabase))
            .count());
    for (Node whole : List.of(DATASET, identities)) {
      List<Node> files =
          catalogue.stream(whole, DCAT.distribution.asNode(), Node.ANY)
              .map(t -> t.getObject())
              .toList();
      assertFalse(files.isEmpty());
      for (Node file : files) {
        assertTrue(catalogue.contains(file, DCTerms.rights.asNode(), Node.ANY), file.getURI());
      }
    }
  }

  @Test
  void theVersionIsOneEverywhere() throws IOException {
    Matcher pom =
        Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(pom.find());
    List<JsonObject> versions =
        ask(
            PREFIXES
                + "SELECT DISTINCT ?v { VALUES ?s { <https://w3id.org/triplehelix/>"
                + " <https://w3id.org/triplehelix/ontology> } ?s dcat:version|owl:versionInfo ?v }");
    assertEquals(List.of(pom.group(1)), versions.stream().map(r -> value(r, "v")).toList());
    List<JsonObject> release = ask(PREFIXES + "SELECT ?v { ?r a th:Release ; dcat:version ?v }");
    assertEquals(pom.group(1) + "+" + RELEASE.shortHash(), value(release.get(0), "v"));
  }

  // The home page, and what crawlers read.

  @Test
  void theHomePageHoldsTheDatasetForSearchEngines() {
    String page = get("/?lang=zh", "text/html").body();
    Matcher block =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>").matcher(page);
    assertTrue(block.find(), page);
    JsonObject dataset = JSON.parse(block.group(1));
    assertEquals("Dataset", dataset.getString("@type"));
    assertEquals(DATASET.getURI(), dataset.getString("@id"));
    assertEquals(address() + "/", dataset.getString("url"));
    assertEquals(5, dataset.getArray("isBasedOn").count());
    assertEquals(16, dataset.getArray("distribution").count());
    assertTrue(dataset.getString("temporalCoverage").matches("\\d{4}-\\d\\d-\\d\\d/\\d{4}-.*"));
    assertFalse(block.group(1).contains("<"), "would end the block");
  }

  @Test
  void whoAsksForRdfAtTheRootIsLedToTheDescriptionOfTheDataset() {
    HttpResponse<String> answer = get("/", "text/turtle");
    assertEquals(303, answer.statusCode());
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertEquals("/.well-known/void?format=ttl", location);
    Graph description = RDFParser.fromString(get(location, "*/*").body(), Lang.TURTLE).toGraph();
    assertTrue(description.contains(DATASET, Node.ANY, Node.ANY));
    HttpResponse<String> page = get("/", "text/html");
    assertEquals(200, page.statusCode());
    assertTrue(
        page.headers()
            .firstValue("Link")
            .orElseThrow()
            .contains("</.well-known/void>; rel=\"describedby\""));
  }

  @Test
  void theSitemapNamesEveryPageInBothLanguages() throws Exception {
    String robots = get("/robots.txt", "*/*").body();
    String sitemap = "Sitemap: " + address() + "/sitemap.xml";
    assertTrue(robots.lines().toList().contains(sitemap), robots);
    byte[] xml = get("/sitemap.xml", "*/*").body().getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    NodeList urls =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < urls.getLength(); i++) {
      pages.add(urls.item(i).getTextContent());
    }
    assertTrue(pages.size() > 1000 && pages.size() <= 50_000, pages.size() + " pages");
    for (String language : List.of("zh", "en")) {
      for (String path : List.of("/", "/catalog", "/page/id/london", "/page/question/contents")) {
        assertTrue(pages.contains(address() + path + "?lang=" + language), path);
      }
    }
    assertTrue(pages.stream().noneMatch(p -> p.contains("/claim/") || p.contains("#")));
  }

  @Test
  void theServicesTellTheirLanguageAndWhereExamplesAre() {
    String sd = "http://www.w3.org/ns/sparql-service-description#";
    Node language = NodeFactory.createURI(sd + "supportedLanguage");
    Node newest = NodeFactory.createURI(sd + "SPARQL12Query");
    Node examples = NodeFactory.createURI(address() + "/.well-known/sparql-examples");
    for (String path : List.of("/sparql", "/sparql-1.2")) {
      Graph description = graph(path, "text/turtle");
      Node service = NodeFactory.createURI(address() + path + "#service");
      assertTrue(description.contains(service, RDFS.Nodes.seeAlso, examples));
      assertTrue(description.contains(service, language, newest));
    }
  }

  @Test
  void theServiceTellsPrefixesAndClasses() {
    Graph service = graph("/sparql", "text/turtle");
    Node part = NodeFactory.createURI(DATASET.getURI() + "#th:City");
    Node content = NodeFactory.createURI(address() + "/sparql#default-graph");
    Node partition = NodeFactory.createURI("http://rdfs.org/ns/void#classPartition");
    assertTrue(service.contains(content, partition, part));
    Node prefix = NodeFactory.createURI("http://www.w3.org/ns/shacl#prefix");
    assertEquals(RELEASE.prefixes().map().size(), service.stream(null, prefix, null).count());
  }
}
