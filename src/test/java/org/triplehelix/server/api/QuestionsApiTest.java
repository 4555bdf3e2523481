package org.triplehelix.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.triplehelix.server.api.Served.json;
import static org.triplehelix.server.api.Served.number;
import static org.triplehelix.server.api.Served.problem;
import static org.triplehelix.server.api.Served.send;
import static org.triplehelix.server.api.Served.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.triplehelix.query.Question;
import org.triplehelix.server.figure.Parameters;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;

/** Saved questions over HTTP. */
class QuestionsApiTest {
  private static final String WAYRA = "/api/questions/figures-of-a-thing?thing=id:wayra";
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

  static Stream<Question> questions() {
    return Served.QUESTIONS.list().stream();
  }

  private static Stream<JsonObject> objects(JsonObject json, String member) {
    return json.get(member).getAsArray().stream().map(JsonValue::getAsObject);
  }

  private static List<String> strings(JsonObject json, String member) {
    return json.get(member).getAsArray().stream().map(v -> v.getAsString().value()).toList();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyQuestionHasTheRowsThatWereReadFromTheDocuments(Question question) {
    List<String> expected = question.expected().text().lines().toList();
    JsonObject answer = json("/api/questions/" + question.name());
    assertEquals(expected.get(0), String.join(",", strings(answer, "columns")));
    assertEquals(expected.size() - 1, objects(answer, "rows").count());
    assertEquals(expected.size() - 1, number(answer, "total"));
    assertEquals(Served.RELEASE.hash(), answer.getString("release"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void namesDoNotCollide(Question question) {
    Set<String> taken = Set.of("limit", "offset", "evidence", "bom", "format", "lang", "release");
    question.parameters().forEach(p -> assertFalse(taken.contains(p.name()), p.name()));
    question
        .file()
        .query()
        .getResultVars()
        .forEach(
            column ->
                assertFalse(taken.contains(column) || column.startsWith("evidence_"), column));
  }

  @Test
  void theListCanBeNarrowed() {
    JsonObject figures = json("/api/questions?area=figures&tag=plans");
    assertTrue(number(figures, "total") > 0);
    objects(figures, "questions")
        .forEach(
            q -> {
              assertEquals("figures", q.getString("area"));
              assertTrue(strings(q, "tags").contains("plans"));
            });
    assertTrue(
        objects(json("/api/questions?q=%E9%99%90%E5%AE%9A%E8%AF%AD"), "questions")
            .anyMatch(q -> q.getString("name").equals("figures-of-a-thing")));
    assertEquals(0, number(json("/api/questions?q=zzzz"), "total"));
    assertTrue(strings(problem(400, "/api/questions?area=figure"), "known").contains("figures"));
  }

  @ParameterizedTest
  @CsvSource({"wayra", "id:wayra", "id/wayra", "https%3A%2F%2Fw3id.org%2Ftriplehelix%2Fid%2Fwayra"})
  void aThingIsNamedInEachWayThatPeopleWrite(String name) {
    JsonObject answer = json("/api/questions/figures-of-a-thing?thing=" + name);
    assertEquals(
        "https://w3id.org/triplehelix/id/wayra",
        answer.getObj("parameters").getObj("thing").getString("id"));
    assertEquals(1, number(answer, "total"));
  }

  @Test
  void whatCannotBeUsedIsToldWithWhatItMustBe() {
    JsonObject thing = problem(400, "/api/questions/figures-of-a-thing?thing=lodnon");
    assertEquals("thing", thing.getString("parameter"));
    assertTrue(strings(thing, "near").contains("london"));
    JsonObject number = problem(400, "/api/questions/largest-figures?least=many");
    assertTrue(number.getString("detail").contains("a whole number"));
    assertTrue(
        strings(problem(404, "/api/questions/figures-of-a-thin"), "near")
            .contains("figures-of-a-thing"));
    problem(400, WAYRA + "&thing=id:london");
    problem(400, WAYRA + "&place=id:london");
    problem(400, WAYRA + "&limit=0");
    problem(400, WAYRA + "&limit=10001");
    problem(400, WAYRA + "&offset=-1");
    problem(400, WAYRA + "&evidence=yes");
    problem(400, "/api/questions/figures-of-a-thing?thing=");
  }

  @Test
  void pagesTogetherAreTheWhole() {
    String whole = text("/api/questions/planned-measures?format=csv");
    List<String> rows = new ArrayList<>();
    String next = "/api/questions/planned-measures?format=csv&limit=7";
    int pages = 0;
    while (next != null) {
      var page = send(next);
      List<String> lines = page.body().lines().toList();
      rows.addAll(lines.subList(1, lines.size()));
      pages++;
      Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElseThrow());
      next = link.find() ? link.group(1) : null;
    }
    List<String> all = whole.lines().toList();
    assertEquals(all.subList(1, all.size()), rows);
    assertEquals((rows.size() + 6) / 7, pages);
    assertTrue(pages > 1);
    assertEquals(0, objects(json("/api/questions/planned-measures?offset=9999"), "rows").count());
  }

  @Test
  void aRowOfAFigureCarriesItsSentence() {
    JsonObject row = objects(json(WAYRA + "&evidence=true"), "rows").findFirst().orElseThrow();
    assertEquals(100_000_000, number(row, "number"));
    JsonObject evidence = objects(row, "evidence").findFirst().orElseThrow();
    assertEquals(
        "https://w3id.org/triplehelix/source/london-beijing/s016", evidence.getString("passage"));
    assertEquals("超过1亿美元", evidence.getString("wording"));
    assertEquals("Accepted", evidence.getString("status"));
    assertEquals("Stated", evidence.getString("modality"));
  }

  private static JsonObject evidence(String target, String claim) {
    return objects(json(target), "rows")
        .flatMap(row -> objects(row, "evidence"))
        .filter(e -> e.hasKey("claim") && e.getString("claim").endsWith(claim))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsDoubtedOrPlannedIsToldAsSuch() {
    JsonObject doubted =
        evidence(
            "/api/questions/figures-of-a-thing?thing=london&evidence=true",
            "figure/lb-s026-health-science-centres");
    assertEquals("Doubted", doubted.getString("status"));
    assertTrue(doubted.getString("passage").endsWith("london-beijing/s026"));
    JsonObject planned =
        evidence(
            "/api/questions/goals-of-a-centre?evidence=true", "fact/bc-s114-national-strategy");
    assertEquals("Planned", planned.getString("modality"));
  }

  @Test
  void aPlainTripleLeadsToTheSentencesThatSayIt() {
    JsonObject apple =
        objects(json("/api/questions/companies-active-in-a-place?evidence=true"), "rows")
            .filter(row -> row.getObj("company").getString("id").endsWith("id/apple"))
            .findFirst()
            .orElseThrow();
    List<JsonObject> evidence = objects(apple, "evidence").toList();
    assertTrue(
        evidence.stream().allMatch(e -> e.getString("passage").endsWith("london-beijing/s015")));
    assertTrue(evidence.size() > 0);
  }

  @Test
  void countsRestOnAllThatWasCountedOrSayThatTheyDoNotTell() {
    JsonObject measures = json("/api/questions/measures-by-modality?evidence=true");
    objects(measures, "rows")
        .forEach(row -> assertTrue(objects(row, "evidence").count() > 0, row.toString()));
    JsonObject contents = json("/api/questions/contents?evidence=true");
    objects(contents, "rows").forEach(row -> assertEquals(0, objects(row, "evidence").count()));
    assertTrue(contents.getObj("evidenceNote").getString("en").contains("counts"));
  }

  @Test
  void evidenceOfATableHasAsManyPartsInEachCell() {
    List<String> lines = text(WAYRA + "&evidence=true&format=csv").lines().toList();
    assertTrue(
        lines
            .get(0)
            .endsWith(",evidence_passages,evidence_wording,evidence_status,evidence_modality"));
    assertTrue(
        lines
            .get(1)
            .endsWith(
                ",https://w3id.org/triplehelix/source/london-beijing/s016,超过1亿美元,Accepted,Stated"));
  }

  @Test
  void whatFollowsIsToldAsSuch() {
    JsonObject answer = json("/api/questions/programme-reach?evidence=true");
    assertTrue(
        objects(answer, "rows")
            .flatMap(row -> objects(row, "evidence"))
            .anyMatch(e -> e.getString("status").equals("Inferred") && !e.hasKey("passage")));
  }

  @Test
  void namesAreInTheLanguageThatIsAsked() {
    assertTrue(text(WAYRA + "&lang=zh").contains("\"超过\""));
    assertTrue(text(WAYRA + "&lang=en").contains("\"more than\""));
  }

  @Test
  void excelGetsItsMarkIfItIsAskedFor() {
    assertTrue(text(WAYRA + "&format=csv&bom=true").startsWith("\uFEFFindicator,"));
    assertTrue(text(WAYRA + "&format=csv").startsWith("indicator,"));
    assertTrue(text(WAYRA + "&format=json&bom=true").startsWith("{"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyRowCanCarryItsEvidence(Question question) {
    JsonObject answer = json("/api/questions/" + question.name() + "?evidence=true");
    objects(answer, "rows")
        .forEach(
            row -> {
              List<JsonObject> evidence = objects(row, "evidence").toList();
              assertTrue(!evidence.isEmpty() || answer.hasKey("evidenceNote"));
              if (row.hasKey("passage") && row.get("passage").isObject() && !evidence.isEmpty()) {
                String passage = row.getObj("passage").getString("id");
                assertTrue(
                    evidence.stream()
                        .anyMatch(
                            e -> e.hasKey("passage") && e.getString("passage").equals(passage)),
                    row.toString());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("questions")
  void rowsAsJsonLdHaveNoBlankNodes(Question question) {
    String target = "/api/questions/" + question.name() + "?evidence=true&format=jsonld";
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text(target), Lang.JSONLD).parse(graph);
    assertTrue(graph.stream().map(Triple::getObject).noneMatch(node -> node.isBlank()));
    assertTrue(graph.stream().map(Triple::getSubject).noneMatch(node -> node.isBlank()));
    assertTrue(graph.stream().noneMatch(t -> t.toString().contains("://localhost")), target);
    long rows =
        graph.stream()
            .map(t -> t.getSubject().getURI())
            .filter(iri -> iri.contains("#row="))
            .distinct()
            .count();
    assertEquals(question.expected().text().lines().count() - 1, rows);
  }

  @Test
  void aReleaseThatIsNamedIsKeptForEver() {
    var pinned = send(WAYRA + "&release=" + Served.RELEASE.shortHash());
    assertEquals(200, pinned.statusCode());
    assertTrue(pinned.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
    problem(404, WAYRA + "&release=000000000000");
  }

  @Test
  void whereThereAreNoWordsNoneCanBeUsed() {
    Parameters parameters =
        new Parameters(
            new Call(
                "GET", "/", Map.of(), "", "", "en", new Call.Caller("", true, "", Call.Page.NONE)));
    Problem problem =
        assertThrows(Problem.class, () -> parameters.oneOf("area", "x", List.of(), String::strip));
    assertEquals(400, problem.kind().status());
  }
}
