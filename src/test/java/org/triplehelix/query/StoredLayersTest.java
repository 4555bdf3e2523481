package org.triplehelix.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.Reifiers;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.layer.LayerImport;
import org.triplehelix.layer.Register;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.store.Store;
import org.triplehelix.store.StoreFolder;
import org.triplehelix.store.StoreLoad;

/** A release and a layer, in a store or beside it, answer as a dataset that holds both. */
class StoredLayersTest {
  private static final Path SAMPLE =
      Path.of("src/test/resources/org/triplehelix/layer/sample.json");
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final String PREFIXES =
      "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dcterms: <http://purl.org/dc/terms/>"
          + " PREFIX graph: <https://w3id.org/triplehelix/graph/>"
          + " PREFIX id: <https://w3id.org/triplehelix/id/>"
          + " PREFIX r: <https://ror.org/>"
          + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
          + " PREFIX schema: <https://schema.org/>"
          + " PREFIX text: <http://jena.apache.org/text#>"
          + " PREFIX th: <https://w3id.org/triplehelix/ontology#> ";

  private static final StoreLoad.Watcher STORED =
      new StoreLoad.Watcher() {
        @Override
        public void at(long statements, double part) {
          assertTrue(statements > 0);
        }

        @Override
        public void indexing(long statements) {
          assertTrue(statements > 0);
        }
      };

  @TempDir static Path folder;

  private static Release release;
  private static Store store;
  private static DatasetGraph dataset;
  private static DatasetGraph beside;
  private static DatasetGraph memory;

  @BeforeAll
  static void load() throws IOException {
    release = ReleaseBuilder.build(CONTENT);
    Path dump = folder.resolve("release.nq");
    memory = DatasetGraphFactory.createGeneral();
    release.quads().forEach(memory::add);
    try (OutputStream out = Files.newOutputStream(dump)) {
      RDFWriter.source(memory).lang(Lang.NQUADS).output(out);
    }
    Path layer = folder.resolve("ror.nq");
    try (OutputStream out = Files.newOutputStream(layer)) {
      LayerImport.write(
          Register.named("ror", CONTENT),
          List.of(SAMPLE),
          new LayerImport.Edition("2.9", ""),
          out,
          new LayerImport.Watcher() {
            @Override
            public void left(LayerImport.Bad bad) {
              assertTrue(bad.number() > 0);
            }

            @Override
            public void read(long records) {
              assertTrue(records > 0);
            }
          });
    }
    StoreFolder stores = new StoreFolder(folder.resolve("store"));
    StoreLoad.into(stores, List.of(dump, layer), STORED);
    store = Store.open(stores);
    dataset = ReleaseDataset.of(store.release().orElseThrow(), Optional.of(store), TIME);
    ReleaseDataset.prepare(dataset);
    beside = ReleaseDataset.of(release.with(Layers.in(List.of(layer))), TIME);
    ReleaseDataset.prepare(beside);
    release.asked().forEach(memory::add);
    RDFParser.source(layer).parse(memory);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void pagesShowWhatIsInTheStore() throws IOException, InterruptedException {
    StoreFolder own = new StoreFolder(folder.resolve("store-of-pages"));
    StoreLoad.into(own, List.of(folder.resolve("ror.nq")), STORED);
    demandPages(release, Options.at("127.0.0.1", 0).beside(Store.open(own)));
  }

  @Test
  void pagesShowWhatIsBesideTheRelease() throws IOException, InterruptedException {
    Layers layers = Layers.in(List.of(folder.resolve("ror.nq")));
    demandPages(release.with(layers), Options.at("127.0.0.1", 0));
  }

  private static void demandPages(Release served, Options options)
      throws IOException, InterruptedException {
    try (HelixServer server = HelixServer.start(served, Questions.in(CONTENT), options)) {
      String zh = page(server, "/records/ror/0zzzzzz01?lang=zh", 200);
      String en = page(server, "/records/ror/0zzzzzz01?lang=en", 200);
      assertTrue(zh.contains("溪流大学"), zh);
      assertTrue(en.contains("Brook University"), en);
      assertTrue(en.contains("/records/ror/0zzzzzz02\""), "relations lead to pages here");
      assertFalse(en.contains("\">&lt;http"), "addresses stand as they are");
      String named = page(server, "/records/ror/02jx3x895?lang=zh", 200);
      assertTrue(named.contains("<h1>伦敦大学学院</h1>"), "the register has no Chinese name");
      page(server, "/records/ror/0zzzzzz99", 404);
      String turtle = page(server, "/records/ror/0zzzzzz01?format=ttl", 200);
      assertTrue(turtle.contains("<https://ror.org/0zzzzzz01>"), turtle);
      assertTrue(turtle.contains("\"Brook University\""), turtle);
      assertTrue(
          page(server, "/questions/research-organisations-in-cities?lang=en", 200)
              .contains("</table>"));
    }
  }

  private static String page(HelixServer server, String path, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .header("Accept", "text/html")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(status, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void aGraphWithTripleTermsIsNoneOfRdf11() throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("terms.nq"),
            "<urn:x:s> <urn:x:p> <<( <urn:x:a> <urn:x:b> <urn:x:c> )>> <urn:x:g> .\n");
    StoreFolder own = new StoreFolder(folder.resolve("store-of-terms"));
    StoreLoad.into(own, List.of(file), STORED);
    Options options = Options.at("127.0.0.1", 0).beside(Store.open(own));
    try (HelixServer server = HelixServer.start(release, Questions.in(CONTENT), options)) {
      for (String format : List.of("nt", "ttl", "rdf", "jsonld")) {
        String problem = page(server, "/graphs?graph=urn:x:g&format=" + format, 406);
        assertTrue(problem.contains("triple term"), problem);
      }
    }
  }

  @Test
  void theReleaseComesBackWhole() {
    assertEquals(release.hash(), store.release().orElseThrow().hash());
  }

  @Test
  void whatIsPublishedBesideTheReleaseStandsInsteadOfTheLayerOfThatNameInTheStore()
      throws IOException {
    Path file = folder.resolve("other.nq");
    Files.writeString(
        file,
        "<https://ror.org/0zzzzzz88> <http://www.w3.org/2000/01/rdf-schema#label>"
            + " \"Weirs\"@en <https://w3id.org/triplehelix/graph/ror> .\n");
    Layers other = Layers.in(List.of(file));
    DatasetGraph both = ReleaseDataset.of(release.with(other), Optional.of(store), TIME);
    List<String> only = List.of("https://ror.org/0zzzzzz88");
    for (String query :
        List.of(
            "SELECT ?s { GRAPH graph:ror { ?s ?p ?o } }",
            "SELECT ?s { GRAPH ?g { ?s rdfs:label ?o } FILTER (?g = graph:ror) }",
            "SELECT ?s { GRAPH graph:ror { ?s text:query (rdfs:label 'weirs' 'lang:en') } }")) {
      both.begin(TxnType.READ);
      try {
        assertEquals(only, rows(both, query), query);
      } finally {
        both.end();
      }
    }
    String count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { } FILTER (?g = graph:ror) }";
    assertEquals(rows(beside, count), rows(both, count));
  }

  @Test
  void theViewWithReifiersHasThemBesideIt() {
    Layers layers = Layers.in(List.of(folder.resolve("ror.nq")));
    assertEquals(layers, Reifiers.view(release.with(layers)).layers());
  }

  @Test
  void everySavedQuestionHasItsAnswer() {
    for (Question question : Questions.in(CONTENT).list()) {
      if (!question.name().equals("research-organisations-in-cities")) {
        for (DatasetGraph asked : List.of(dataset, beside)) {
          assertEquals(
              question.expected().text(), within(asked, question).toCsv(), question.name());
        }
      }
    }
  }

  private static Answer within(DatasetGraph asked, Question question) {
    asked.begin(ReadWrite.READ);
    try {
      return Answer.of(question.query(Map.of(), release.prefixes()), asked, release.prefixes());
    } finally {
      asked.end();
    }
  }

  /**
   * Of the sample: Brook University and its institute in London; the institute, Reed and Weir in
   * Beijing; what is inactive does not count.
   */
  @Test
  void organisationsAreCountedInTheCitiesOfTheDocuments() {
    Question question =
        Questions.in(CONTENT).named("research-organisations-in-cities").orElseThrow();
    for (DatasetGraph asked : List.of(dataset, beside)) {
      assertEquals(
          List.of(
              List.of("id:beijing", "th:RecordedCompany", "1", ""),
              List.of("id:beijing", "th:RecordedFacility", "1", ""),
              List.of("id:beijing", "th:RecordedNonprofit", "1", ""),
              List.of("id:london", "th:RecordedEducation", "1", ""),
              List.of("id:london", "th:RecordedFacility", "1", ""),
              List.of("id:london", "th:RecordedFunder", "1", "")),
          within(asked, question).rows());
    }
  }

  @Test
  void queriesOverBothAnswerAsInMemory() {
    for (String query :
        List.of(
            "SELECT * { GRAPH graph:ror { ?s ?p ?o } }",
            "SELECT * { GRAPH graph:ror { ?a th:recordPart ?b . ?b schema:name ?n } }",
            "SELECT * { GRAPH graph:ror { ?a th:recordPart ?b OPTIONAL { ?b schema:url ?n } } }",
            "SELECT * { GRAPH graph:ror { ?a (th:recordPart|th:recordSuccessor)+ ?b } }",
            "SELECT * { GRAPH graph:ror { ?a rdfs:label ?n FILTER CONTAINS(?n, 'Weir') } }",
            "SELECT * { GRAPH ?g { ?a rdfs:label ?n FILTER CONTAINS(?n, 'Weir') } }",
            "SELECT * { GRAPH ?g { ?a schema:name ?n } FILTER CONTAINS(?n, 'Brook') }",
            "SELECT * { GRAPH ?g { ?a rdfs:label ?n } FILTER CONTAINS(LCASE(?n), 'brook') }",
            "SELECT * { ?p th:recordOf ?c GRAPH graph:ror { ?r th:recordPlace ?p } }",
            "SELECT * { GRAPH graph:ror { ?r th:recordPlace ?p } ?p th:recordOf ?c }",
            "SELECT ?r ?c { GRAPH graph:ror { ?r th:recordPlace ?p } GRAPH ?g { ?p th:recordOf ?c } }",
            "SELECT DISTINCT ?g { GRAPH ?g { ?s th:recordKind ?k } }",
            "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s schema:identifier ?k } }",
            "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { } }",
            "SELECT * { GRAPH <urn:x-arq:UnionGraph> { r:0zzzzzz01 ?p ?o } }",
            "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:UnionGraph> { ?s schema:identifier ?o } }",
            "SELECT * { r:0zzzzzz01 ?p ?o }",
            "SELECT * { VALUES ?g { graph:ror graph:identities } GRAPH ?g { ?s th:authority th:ROR } }",
            "SELECT * { GRAPH ?g { ?s th:authority ?o } ?g a dcat:Dataset }",
            "SELECT * { GRAPH ?g { ?s rdfs:label ?o } ?g dcterms:isPartOf+ ?d }",
            "SELECT * { GRAPH ?g { ?s th:authority ?o } ?g (a|dcterms:isPartOf)* ?d }",
            "SELECT * { ?g dcterms:isPartOf ?d { GRAPH ?g { ?s rdfs:label ?o } } UNION { ?s th:says ?g } }",
            "SELECT * { GRAPH ?g { ?s th:authority ?o } OPTIONAL { ?g dcterms:isPartOf ?d } }",
            "SELECT * { GRAPH ?g { ?s th:authority ?o } MINUS { ?g dcterms:isPartOf ?d } }",
            "SELECT * { ?x th:authority th:ROR OPTIONAL { GRAPH ?g { ?x schema:name ?n } } ?g dcterms:isPartOf ?d }",
            "SELECT * { GRAPH graph:ror { ?g ?q dcat:Dataset } GRAPH ?g { ?s th:recordKind ?o } }",
            "SELECT * { GRAPH ?g { ?s th:recordKind ?o } GRAPH ?h { ?s th:authority ?a } ?h a ?k }",
            "SELECT ?k (COUNT(DISTINCT ?r) AS ?n) { GRAPH graph:ror { ?r th:recordKind ?k ; th:recordPlace ?p } } GROUP BY ?k",
            "SELECT (COUNT(DISTINCT ?y) AS ?n) { GRAPH graph:ror { ?r th:recordFounded ?y } }",
            "SELECT (COUNT(DISTINCT ?r) AS ?n) { { ?r th:authority th:ROR } UNION { GRAPH graph:ror { ?r th:recordKind ?k } } }",
            "SELECT (COUNT(DISTINCT ?r) AS ?n) { ?k a ?t OPTIONAL { GRAPH graph:ror { ?r th:recordKind ?k } } }",
            "SELECT ?g (COUNT(DISTINCT ?r) AS ?n) (COUNT(*) AS ?m) { GRAPH ?g { ?r th:authority th:ROR } } GROUP BY ?g",
            "SELECT * FROM graph:ror { ?s th:recordKind ?o }",
            "SELECT * FROM NAMED graph:ror { GRAPH ?g { ?s th:recordKind ?o } }")) {
      assertEquals(rows(memory, query), rows(beside, query), query);
      assertEquals(rows(memory, query), rows(dataset, query), query);
      dataset.begin(TxnType.READ);
      try {
        assertEquals(rows(memory, query), rows(dataset, query), query);
      } finally {
        dataset.end();
      }
    }
  }

  /** The layer tells of itself in its own graph, so of its name the default graph has no triple. */
  @Test
  void aLayerIsLookedIntoOnlyWhereItGivesRows() {
    for (String joined :
        List.of(
            "GRAPH ?g { ?s ?p ?o } ?g dcterms:isPartOf ?d",
            "GRAPH ?g { ?s ?p ?o } ?g dcterms:isPartOf+ ?d . ?d a th:Source",
            "{ GRAPH ?g { ?s ?p ?o } } UNION { ?s th:statedIn ?g } ?g dcterms:isPartOf+ ?d",
            "GRAPH ?g { ?s ?p ?o FILTER CONTAINS(STR(?o), 'a') } ?d dcterms:hasPart ?g")) {
      assertTrue(leavesLayersOut(joined), joined);
    }
    for (String joined :
        List.of(
            "GRAPH ?g { ?s ?p ?o } ?s dcterms:isPartOf ?d",
            "GRAPH ?g { ?s ?p ?o } ?g dcterms:isPartOf* ?d",
            "GRAPH ?g { ?s ?p ?o } GRAPH graph:ror { ?g a ?d }",
            "?s a th:City OPTIONAL { GRAPH ?g { ?s ?p ?o } } ?g dcterms:isPartOf ?d",
            "?s a th:City MINUS { GRAPH ?g { ?s ?p ?o } } ?g dcterms:isPartOf ?d",
            "{ SELECT ?s { GRAPH ?g { ?s ?p ?o } } } ?g dcterms:isPartOf ?d")) {
      assertFalse(leavesLayersOut(joined), joined);
    }
  }

  private static boolean leavesLayersOut(String joined) {
    Op op =
        Algebra.optimize(
            Algebra.compile(QueryFactory.create(PREFIXES + "SELECT * { " + joined + " }")));
    List<Op> elements =
        op instanceof OpSequence sequence
            ? sequence.getElements()
            : List.of(((OpJoin) op).getLeft(), ((OpJoin) op).getRight());
    dataset.begin(TxnType.READ);
    try {
      return LayersAside.of(
              elements,
              (ReleaseDatasetGraph) dataset,
              ExecutionContext.create(dataset, dataset.getContext()))
          .toString()
          .contains("(label");
    } finally {
      dataset.end();
    }
  }

  @Test
  void fullTextFindsWhatIsInALayerOnlyThere() {
    String inLayer =
        "SELECT ?s { GRAPH graph:ror { ?s text:query (rdfs:label 'weirs' 'lang:en') } }";
    String chinese = "SELECT ?s { GRAPH graph:ror { ?s text:query (rdfs:label '芦苇' 'lang:zh') } }";
    String outside = "SELECT ?s { ?s text:query (rdfs:label 'weirs' 'lang:en') }";
    for (DatasetGraph asked : List.of(dataset, beside)) {
      assertEquals(
          List.of("https://ror.org/0zzzzzz02", "https://ror.org/0zzzzzz16"), rows(asked, inLayer));
      assertEquals(List.of("https://ror.org/0zzzzzz06"), rows(asked, chinese));
      assertEquals(List.of(), rows(asked, outside));
    }
  }

  @Test
  void nothingOfALayerIsInTheDefaultGraph() {
    for (DatasetGraph asked : List.of(dataset, beside)) {
      assertEquals(release.defaultGraphSize(), asked.getDefaultGraph().size());
    }
  }

  @Test
  void aDescriptionTellsWhatALayerSays() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExec asked =
        QueryExec.dataset(dataset).query("DESCRIBE <https://ror.org/0zzzzzz02>").build()) {
      RDFWriter.source(asked.describe()).lang(Lang.NTRIPLES).output(out);
    }
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("Brook Institute of Weirs"));
  }

  private static List<String> rows(DatasetGraph asked, String query) {
    try (QueryExec execution = QueryExec.dataset(asked).query(PREFIXES + query).build()) {
      RowSet rows = execution.select();
      List<String> names = rows.getResultVars().stream().map(Var::getVarName).toList();
      return Iter.toList(rows).stream()
          .map(
              row ->
                  String.join(
                      "|",
                      names.stream()
                          .map(
                              name ->
                                  row.get(name) == null
                                      ? ""
                                      : row.get(name).isURI()
                                          ? row.get(name).getURI()
                                          : row.get(name).toString())
                          .toList()))
          .sorted()
          .toList();
    }
  }
}
