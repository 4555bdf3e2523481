package org.triplehelix.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** The real release, two retired names added, on a server that is known under another address. */
class DocumentsTest {
  private static final String PUBLIC = "https://graph.example.org/helix";
  private static final HelixServer SERVER = start("");
  private static final HelixServer PROXIED = start(PUBLIC);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static HelixServer start(String address) {
    return HelixServer.start(
        Retired.RELEASE, new Questions(List.of()), Options.at("127.0.0.1", 0).under(address));
  }

  /** The release with names that are no longer used. */
  private static final class Retired {
    static final Release RELEASE = release();

    private static Release release() {
      Release real = ReleaseBuilder.build(Content.at(Path.of("")));
      List<Quad> quads = new ArrayList<>(real.quads());
      quads.add(
          Quad.create(
              Quad.defaultGraphIRI, id("londres"), DCTerms.isReplacedBy.asNode(), id("london")));
      quads.add(
          Quad.create(
              Quad.defaultGraphIRI,
              id("atlantis"),
              OWL2.deprecated.asNode(),
              NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean)));
      return new Release(real.hash(), quads, real.prefixes());
    }
  }

  private static Node id(String name) {
    return NodeFactory.createURI(Family.ID.namespace() + name);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    PROXIED.close();
  }

  private static HttpResponse<String> get(HelixServer server, String target, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + target));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String target, String... headers) {
    return get(SERVER, target, headers);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html|/page/id/london",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|/page/id/london",
        "text/turtle|/doc/id/london.ttl",
        "*/*|/doc/id/london.ttl",
        "application/ld+json|/doc/id/london.jsonld",
        "application/rdf+xml|/doc/id/london.rdf",
        "application/n-triples|/doc/id/london.nt",
        "application/trig|/doc/id/london.trig",
        "application/n-quads|/doc/id/london.nq",
        "text/turtle;q=0.2, application/rdf+xml;q=0.7|/doc/id/london.rdf",
        "text/html;q=0.4, text/turtle;q=0.5|/doc/id/london.ttl",
        "text/turtle;version=1.2|/doc/id/london.ttl-1.2",
        "text/turtle;version=1.1|/doc/id/london.ttl",
        "application/n-quads;version=1.2, text/html;q=0.5|/doc/id/london.nq-1.2",
      })
  void aNameLeadsToWhatIsWanted(String accept, String location) {
    HttpResponse<String> answer = get("/id/london", "Accept", accept);
    assertEquals(303, answer.statusCode());
    assertEquals(location, header(answer, "Location"));
    assertTrue(header(answer, "Vary").contains("Accept"));
    assertTrue(header(answer, "Link").contains("</doc/id/london.ttl>; rel=\"describedby\""));
  }

  @Test
  void whatCannotBeHadIsToldWithWhatCan() {
    HttpResponse<String> answer = get("/id/london", "Accept", "image/png");
    assertEquals(406, answer.statusCode());
    assertTrue(answer.body().contains("\"application/ld+json\""), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/lundon", "/page/id/lundon", "/doc/id/lundon.ttl", "/figure/none"})
  void whatIsNotThereIsToldByItsName(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(404, answer.statusCode());
    JsonObject problem = JSON.parse(answer.body());
    assertTrue(problem.getString("name").startsWith(Family.BASE), answer.body());
    assertTrue(problem.getString("detail").contains(problem.getString("name")));
  }

  @Test
  void whatIsNotThereIsToldWithWhatIsNear() {
    assertTrue(get("/id/lundon").body().contains("triplehelix/id/london\""));
    assertTrue(get("/id/med-city").body().contains("triplehelix/id/medcity\""));
  }

  @Test
  void aRetiredNameLeadsToWhatTookItsPlace() {
    HttpResponse<String> answer = get("/id/londres", "Accept", "text/turtle");
    assertEquals(301, answer.statusCode());
    assertEquals("/id/london", header(answer, "Location"));
    HttpResponse<String> gone = get("/id/atlantis");
    assertEquals(410, gone.statusCode());
    assertTrue(gone.body().contains("atlantis"));
  }

  @Test
  void addressesAreThoseConfiguredAndNeverTheHosts() {
    HttpResponse<String> name = get(PROXIED, "/id/london", "Accept", "text/turtle");
    assertEquals(PUBLIC + "/doc/id/london.ttl", header(name, "Location"));
    assertTrue(header(name, "Link").contains("<" + PUBLIC + "/page/id/london>"));
    HttpResponse<String> page = get(PROXIED, "/page/id/london");
    assertTrue(page.body().contains("href=\"/helix/page/"), page.body());
    assertFalse(page.body().contains("href=\"/page/"));
    HttpResponse<String> json = get(PROXIED, "/doc/id/london.jsonld");
    assertTrue(json.body().contains(PUBLIC + "/context.jsonld"));
    for (HttpResponse<String> answer : List.of(name, page, json)) {
      assertFalse(answer.headers().map().toString().contains("localhost"));
      assertFalse(answer.body().contains("localhost"));
    }
    assertTrue(json.body().contains("\"https://w3id.org/triplehelix/id/london\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/search?q=london",
        "/dump/",
        "/catalog",
        "/releases",
        "/ontology",
        "/id/lundon",
        "/no"
      })
  void pagesLeadNowhereBesideTheConfiguredFolder(String path) {
    String page = get(PROXIED, path, "Accept", "text/html").body();
    Matcher links = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"").matcher(page);
    List<String> targets = links.results().map(link -> link.group(1)).toList();
    assertFalse(targets.isEmpty(), page);
    for (String target : targets) {
      assertTrue(target.matches("(/helix/|https?://|[#?]).*"), target);
    }
  }

  @Test
  void thePageOfWhatIsNotThereLeadsToWhatIsNear() {
    String page = get(PROXIED, "/id/lundon", "Accept", "text/html").body();
    assertTrue(page.contains("<a href=\"/helix/id/london\">"), page);
    assertFalse(page.contains("href=\"/helix/id/lundon\""), page);
  }

  @Test
  void documentsAreLinkedWithEachOtherAndTheirThing() {
    String links = header(get("/doc/id/medcity.ttl"), "Link");
    assertTrue(links.contains("<https://w3id.org/triplehelix/id/medcity>; rel=\"describes\""));
    assertTrue(links.contains("<https://w3id.org/triplehelix/id/medcity>; rel=\"cite-as\""));
    assertTrue(links.contains("</page/id/medcity>; rel=\"alternate\"; type=\"text/html\""), links);
    assertTrue(links.contains("/doc/id/medcity.ttl>; rel=\"canonical\""), links);
    HttpResponse<String> negotiated = get("/doc/id/medcity", "Accept", "application/rdf+xml");
    assertEquals("/doc/id/medcity.rdf", header(negotiated, "Content-Location"));
  }

  private static DatasetGraph parsed(String path, Lang lang) {
    return RDFParser.fromString(get(path).body(), lang).toDatasetGraph();
  }

  @Test
  void aDocumentHasStatementsNodesClaimsPassagesAndIdentities() {
    DatasetGraph trig = parsed("/doc/id/medcity.trig", Lang.TRIG);
    Graph said = trig.getDefaultGraph();
    Node medcity = id("medcity");
    Node th = NodeFactory.createURI(Family.BASE + "ontology#founded");
    Node year = NodeFactory.createLiteralDT("2014", XSDDatatype.XSDgYear);
    Node passage = NodeFactory.createURI(Family.SOURCE.namespace() + "london-beijing/s064");
    assertTrue(said.contains(medcity, th, year));
    assertTrue(trig.contains(passage, medcity, th, year));
    Node claim = trig.find(Graphs.CLAIMS, Node.ANY, RDF.object.asNode(), year).next().getSubject();
    assertTrue(trig.contains(Graphs.CLAIMS, claim, RDF.subject.asNode(), medcity));
    assertTrue(
        said.contains(passage, NodeFactory.createURI(Family.BASE + "ontology#gloss"), Node.ANY));
  }

  @Test
  void triplesOfAPlainDocumentAreNoTripleTerms() {
    assertFalse(get("/doc/id/medcity.ttl").body().contains("<<("));
    assertTrue(get("/doc/id/medcity.ttl-1.2").body().contains("<<("));
    assertTrue(get("/doc/id/medcity.nq-1.2").body().contains("<<("));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nt-1.2", "ttl-1.2", "nq-1.2", "trig-1.2"})
  void noDocumentInRdf12AssertsWhatIsRejected(String format) {
    Node rejected = NodeFactory.createURI(Family.CLAIM.namespace() + "lb-s027-medcity-a-site");
    Node describedAs = NodeFactory.createURI(TH.NS + "describedAs");
    DatasetGraph document = dataset("/doc/id/medcity." + format, format);
    assertTrue(document.contains(Node.ANY, rejected, RDF.Nodes.reifies, Node.ANY));
    assertFalse(document.contains(Node.ANY, id("medcity"), describedAs, Node.ANY));
    DatasetGraph said = dataset("/doc/id/medcity.trig", "trig");
    assertTrue(said.contains(Node.ANY, id("medcity"), describedAs, Node.ANY), "in its passage");
  }

  private static DatasetGraph dataset(String path, String format) {
    Lang lang = format.startsWith("n") ? Lang.NQUADS : Lang.TRIG;
    return RDFParser.fromString(get(path).body(), lang).toDatasetGraph();
  }

  @Test
  void thePageOfAPassageTellsWhatStandsFromWhatDoesNot() {
    String founded = said("/page/source/london-beijing/s064?lang=en", "founded");
    assertTrue(founded.contains("2014"), founded);
    assertFalse(founded.contains("class=\"mark"), founded);
    String mixed = "/page/source/london-beijing/s027?lang=en";
    assertTrue(said(mixed, "/page/fact/lb-s027-medcity-funding").contains(">doubted<"));
    assertTrue(said(mixed, "进行突破性的研究、教育和创新的场所").contains(">rejected<"));
    assertTrue(said(mixed, "London Cancer Hub").contains(">planned<"));
  }

  @Test
  void whatIsDeniedStandsApart() {
    String[] page = get("/page/id/work-contract?lang=en").body().split("id=\"unasserted\"");
    String visa = "/page/id/high-potential-individual-visa";
    assertEquals(2, page.length);
    assertFalse(page[0].substring(page[0].indexOf("<main")).contains(visa), page[0]);
    assertTrue(page[1].contains(visa) && page[1].contains(">denied<"), page[1]);
  }

  /** The first of the statements of a passage's page that has some words. */
  private static String said(String path, String words) {
    String told = get(path).body().split("<ul class=\"told\">")[1];
    return Stream.of(told.split("<li>"))
        .filter(statement -> statement.contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOntologyIsADocumentWithItsTermsAsFragments() {
    HttpResponse<String> html = get("/ontology", "Accept", "text/html", "Accept-Language", "zh");
    assertTrue(html.body().contains("id=\"Intermediary\""), "no fragment");
    assertTrue(html.body().contains("三螺旋创新生态本体"));
    for (String accept : List.of("text/turtle", "application/rdf+xml", "application/ld+json")) {
      HttpResponse<String> answer = get("/ontology", "Accept", accept);
      assertEquals(200, answer.statusCode());
      assertTrue(header(answer, "Content-Type").startsWith(accept));
      assertTrue(answer.body().contains("Intermediary"));
    }
    assertEquals(200, get("/ontology/0.1.0").statusCode());
    assertEquals(404, get("/ontology/9.9.9").statusCode());
  }
}
