package org.triplehelix.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.graph.Content;
import org.triplehelix.layer.LayerImport.Bad;
import org.triplehelix.layer.LayerImport.Edition;
import org.triplehelix.layer.LayerImport.Outcome;
import org.triplehelix.source.BadInputException;

/** The records of the sample are made up, in the form of schema 2.1. */
class LayerImportTest {
  private static final Path SAMPLE =
      Path.of("src/test/resources/org/triplehelix/layer/sample.json");
  private static final Register ROR = Register.named("ror", Content.at(Path.of("")));
  private static final String PREFIXES =
      "PREFIX r: <https://ror.org/> PREFIX geo: <https://sws.geonames.org/>"
          + " PREFIX graph: <https://w3id.org/triplehelix/graph/>"
          + " PREFIX th: <https://w3id.org/triplehelix/ontology#>"
          + " PREFIX schema: <https://schema.org/> PREFIX dcterms: <http://purl.org/dc/terms/>"
          + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
          + " PREFIX owl: <http://www.w3.org/2002/07/owl#>"
          + " PREFIX void: <http://rdfs.org/ns/void#>"
          + " PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
          + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ";

  @TempDir Path folder;

  private final List<Bad> bad = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void whatARecordSaysStandsInTheGraphOfTheRegister() throws IOException {
    write(SAMPLE);
    demand("r:0zzzzzz01 a th:ExternalRecord ; th:authority th:ROR ; schema:identifier '0zzzzzz01'");
    demand("r:0zzzzzz01 th:recordKind th:RecordedEducation , th:RecordedFunder");
    demand("r:0zzzzzz01 th:recordStatus th:ActiveRecord ; th:recordFounded '1826'^^xsd:gYear");
    demand("r:0zzzzzz01 schema:name 'Brook University' ; rdfs:label 'Brook University'@en");
    demand("r:0zzzzzz01 rdfs:label '溪流大学'@zh ; skos:altLabel 'BU' , 'Université du Ruisseau'@fr");
    demand("r:0zzzzzz01 th:recordPlace geo:2643743\\/ ; th:recordCountry 'GB'");
    demand("r:0zzzzzz01 th:recordPart r:0zzzzzz02 ; th:recordPredecessor r:0zzzzzz05");
    demand("r:0zzzzzz01 schema:url <https://brook.example.org/>");
    demand("r:0zzzzzz01 schema:sameAs <http://www.wikidata.org/entity/Q999999901>");
    demand("r:0zzzzzz01 schema:sameAs <https://isni.org/isni/0000000000000001>");
    demand(
        "r:0zzzzzz02 th:recordPlace geo:2643743\\/ , geo:1816670\\/ ; th:recordParent r:0zzzzzz01");
    demand("r:0zzzzzz05 th:recordStatus th:InactiveRecord ; th:recordFounded '0842'^^xsd:gYear");
    demand("r:0zzzzzz05 th:recordSuccessor r:0zzzzzz01 ; rdfs:label 'Old Brook College'");
    demand("r:0zzzzzz06 schema:name '芦苇研究所' ; rdfs:label 'アシ研究所'@ja");
    demand("r:0zzzzzz02 th:recordRelated r:0zzzzzz06");
  }

  @Test
  void whatIsNotCertainIsLeftOut() throws IOException {
    write(SAMPLE);
    refuse("r:0zzzzzz01 schema:sameAs <https://doi.org/10.13039/1>");
    refuse("r:0zzzzzz01 schema:sameAs <https://isni.org/isni/0000000000000002>");
    refuse("r:0zzzzzz01 rdfs:label 'BU'");
    refuse("r:0zzzzzz16 schema:url ?any");
    demand("r:0zzzzzz16 schema:name 'Hostile <Weir>\\n\"Ltd\"'");
  }

  @Test
  void everyUselessRecordIsListedWithItsNumberAndReason() throws IOException {
    Outcome outcome = write(SAMPLE);
    assertEquals(16, outcome.read());
    assertEquals(5, outcome.taken());
    assertEquals(11, outcome.left());
    String told =
        bad.stream()
            .sorted((a, b) -> Long.compare(a.number(), b.number()))
            .map(b -> b.number() + " " + b.id() + ": " + b.reason())
            .collect(Collectors.joining("\n"));
    String[] expected = {
      "3 https://ror.org/0zzzzzz03: has a type .*Education; has no name .*",
      "4 https://ror.org/0zzzzzz04: has no name to be shown.*",
      "7 : is no JSON object",
      "8 https://example.org/7: has no id of the registry.*",
      "9 https://ror.org/0zzzzzz06: has the id of a record before it",
      "10 https://ror.org/0zzzzzz10: has a status .*",
      "11 https://ror.org/0zzzzzz11: has a type .*: coven",
      "12 https://ror.org/0zzzzzz12: has no type",
      "13 https://ror.org/0zzzzzz13: was established .*: long ago",
      "14 https://ror.org/0zzzzzz14: has a location without .*",
      "15 https://ror.org/0zzzzzz15: is related to .*"
    };
    List<String> lines = told.lines().toList();
    assertEquals(expected.length, lines.size(), told);
    for (int i = 0; i < expected.length; i++) {
      assertTrue(lines.get(i).matches(expected[i]), lines.get(i));
    }
    for (String id : List.of("04", "10", "11", "12", "13", "14", "15")) {
      refuse("r:0zzzzzz" + id + " ?p ?o");
    }
    refuse("r:0zzzzzz06 schema:name 'Reed Institute again'");
  }

  @Test
  void theLayerTellsWhoseItIs() throws IOException {
    Outcome outcome = write(SAMPLE);
    demand("graph:ror owl:versionInfo '2.9' ; dcterms:issued '2026-06-23'^^xsd:date");
    demand(
        "graph:ror dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;"
            + " dcterms:source 'sample.json' ; void:entities 5 ;"
            + " dcterms:identifier 'sha256:"
            + outcome.hash()
            + "'");
    assertEquals(
        outcome.statements(), out.toString(StandardCharsets.UTF_8).lines().distinct().count());
    assertTrue(
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .allMatch(line -> line.endsWith(" <" + ROR.graph() + "> .")));
  }

  @Test
  void theSameRecordsInAnyFormGiveTheSameContent() throws IOException {
    String text = Files.readString(SAMPLE);
    Path gzip = folder.resolve("a.json.gz");
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Path zip = folder.resolve("v2.9-2026-06-23-ror-data.zip");
    try (ZipOutputStream file = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(file, "v2.9-ror-data.csv", "id\n");
      put(file, "v2.9-ror-data.json", "[]");
      put(file, "v2.9-ror-data_schema_v2.json", text);
    }
    String hash = write(SAMPLE).hash();
    assertEquals(hash, write(gzip).hash());
    assertEquals(hash, write(zip).hash());
  }

  @Test
  void oneRecordOnEachLineWillDo() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLE);
    String one = lines.get(1).strip().replaceFirst(",$", "");
    String two = lines.get(2).strip().replaceFirst(",$", "");
    assertEquals(2, write(file("lines.jsonl", one + "\n" + two + "\n")).taken());
  }

  @Test
  void aDamagedFileIsRefusedAsAWhole() throws IOException {
    String text = Files.readString(SAMPLE);
    Stream.of(
            text.substring(0, text.length() / 2),
            text.replaceFirst(",\n", "\n"),
            text.substring(0, text.lastIndexOf(']')),
            text + "and more",
            text + text,
            "[" + "[".repeat(100_000),
            "\"no list\"",
            "",
            "[]",
            "[1, 2]")
        .forEach(
            damaged ->
                assertThrows(
                    BadInputException.class,
                    () -> write(file("damaged.json", damaged)),
                    () -> damaged.substring(0, Math.min(40, damaged.length()))));
    Path gone = folder.resolve("gone.json");
    assertThrows(BadInputException.class, () -> write(gone));
    Path latin = folder.resolve("latin.json");
    Files.write(latin, text.getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(BadInputException.class, () -> write(latin));
  }

  @Test
  void aFaultIsToldShortlyAndWithItsPlace() {
    for (String damaged : List.of("[{\"id\": " + "[".repeat(100_000), "[{\"id\": 1}, nonsense]")) {
      Path file = file("damaged.json", damaged);
      String told = assertThrows(BadInputException.class, () -> write(file)).getMessage();
      assertTrue(told.contains("at line 1 column"), told);
      assertTrue(told.length() < file.toString().length() + 120, told);
      assertFalse(told.contains("JsonReader"), told);
    }
  }

  @Test
  void whichOfSeveralFilesOfAZipIsMeantIsNotGuessed() throws IOException {
    String text = Files.readString(SAMPLE);
    Path zip = folder.resolve("two.zip");
    try (ZipOutputStream file = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(file, "a.json", text);
      put(file, "b.json", text);
    }
    assertThrows(BadInputException.class, () -> write(zip));
  }

  @Test
  void anIdInAListIsNone() throws IOException {
    String text =
        Files.readString(SAMPLE)
            .replaceAll(
                "\"id\": (\"https://ror.org/0zzzzzz01\"), \"links", "\"id\": [$1], \"links");
    assertEquals(16, write(file("list.json", text)).read());
    assertTrue(bad.stream().anyMatch(one -> one.reason().equals("has an id that is no text")));
    refuse("r:0zzzzzz01 schema:name ?any");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'names':[NAME,{'value':{'a':1},'types':['alias']}]}|has a name that is no text",
        "{'names':[NAME,{'value':7,'types':['label']}]}|has a name that is no text",
        "{'names':[NAME,{'value':' ','types':['label']}]}|has a name that is no text",
        "{'names':[NAME],'locations':[{'geonames_id':5,'geonames_details':{'name':{'a':1}}}]}"
            + "|has a location whose name or country is no text",
        "{'names':[NAME],'locations':[{'geonames_id':5,'geonames_details':{'country_code':5}}]}"
            + "|has a location whose name or country is no text"
      },
      quoteCharacter = '`')
  void whatIsToBeTextIsText(String odd, String reason) throws IOException {
    String name = "{'value':'A','types':['ror_display'],'lang':null}";
    String start = "{'id':'https://ror.org/0zzzzzz0%d','status':'active','types':['other'],";
    String text =
        "[" + start.formatted(1) + "'names':[NAME]}," + start.formatted(2) + odd.substring(1) + "]";
    LayerImport.Outcome outcome =
        write(file("odd.json", text.replace("NAME", name).replace('\'', '"')));
    assertEquals(1, outcome.taken());
    assertEquals(List.of(reason), bad.stream().map(LayerImport.Bad::reason).toList());
  }

  @Test
  void aRecordThatNeverEndsDoesNotFillTheMemory() throws IOException {
    Path file = folder.resolve("endless.json");
    try (var text = Files.newBufferedWriter(file)) {
      text.write("[{\"id\": [");
      String some =
          IntStream.range(0, 10_000).mapToObj(i -> "1000").collect(Collectors.joining(","));
      for (int i = 0; i < 200; i++) {
        text.write(some + ",");
      }
      text.write("1]}]");
    }
    BadInputException e = assertThrows(BadInputException.class, () -> write(file));
    assertTrue(e.getMessage().contains("more than"), e.getMessage());
  }

  @Test
  void anUnknownRegisterIsRefused() {
    BadInputException e =
        assertThrows(BadInputException.class, () -> Register.named("rar", Content.at(Path.of(""))));
    assertTrue(e.getMessage().contains("ror"), e.getMessage());
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome write(Path file) throws IOException {
    out.reset();
    bad.clear();
    LayerImport.Watcher watcher =
        new LayerImport.Watcher() {
          @Override
          public void left(Bad one) {
            bad.add(one);
          }

          @Override
          public void read(long records) {
            assertTrue(records >= 0);
          }
        };
    return LayerImport.write(ROR, List.of(file), new Edition("2.9", "2026-06-23"), out, watcher);
  }

  private void demand(String pattern) {
    assertTrue(holds(pattern), pattern);
  }

  private void refuse(String pattern) {
    assertFalse(holds(pattern), pattern);
  }

  private boolean holds(String pattern) {
    DatasetGraph dataset =
        RDFParser.fromString(out.toString(StandardCharsets.UTF_8), Lang.NQUADS).toDatasetGraph();
    try (QueryExec asked =
        QueryExec.dataset(dataset)
            .query(PREFIXES + "ASK { GRAPH graph:ror { " + pattern + " } }")
            .build()) {
      return asked.ask();
    }
  }
}
