package org.triplehelix.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.triplehelix.server.api.Served.json;
import static org.triplehelix.server.api.Served.number;
import static org.triplehelix.server.api.Served.problem;
import static org.triplehelix.server.api.Served.text;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures as the documents have them. */
class FiguresApiTest {
  private static final String FIGURE = "https://w3id.org/triplehelix/figure/";

  private static List<String> ids(String query) {
    return json("/api/figures?" + query).get("figures").getAsArray().stream()
        .map(JsonValue::getAsObject)
        .map(figure -> figure.getString("id").replace(FIGURE, ""))
        .toList();
  }

  private static JsonObject figure(String query) {
    return json("/api/figures?" + query).get("figures").getAsArray().get(0).getAsObject();
  }

  @Test
  void londonsJobsAreAsPrinted() {
    JsonObject jobs = figure("place=london&indicator=jobs&evidence=true");
    assertEquals(FIGURE + "lb-s014-jobs", jobs.getString("id"));
    assertEquals(318_480, number(jobs, "value"));
    assertEquals("318,480个工作岗位", jobs.getString("asWritten"));
    assertEquals("Exact", jobs.getString("qualifier"));
    assertTrue(jobs.get("period").isNull());
    assertEquals("London", jobs.getObj("of").getString("name"));
    JsonObject evidence = jobs.get("evidence").getAsArray().get(0).getAsObject();
    assertEquals(
        "https://w3id.org/triplehelix/source/london-beijing/s014", evidence.getString("passage"));
  }

  @Test
  void aHedgeLeavesTheOtherEndOpen() {
    JsonObject raised = figure("place=wayra");
    assertEquals("MoreThan", raised.getString("qualifier"));
    assertEquals(100_000_000, number(raised.getObj("lower"), "value"));
    assertFalse(raised.getObj("lower").getBoolean("included"));
    assertTrue(raised.get("upper").isNull());
  }

  @Test
  void whyOneIsDoubtedAndWhoseMoneyItIsIsTold() {
    JsonObject zones = figure("status=doubted&source=world-centres&lang=zh");
    assertFalse(zones.getString("note").isBlank());
    JsonObject funds = figure("place=beijing&indicator=funds&source=beijing-centre");
    assertEquals("Public", funds.getString("side"));
    assertTrue(figure("place=london&indicator=jobs").get("note").isNull());
    String head = text("/api/figures?place=london&format=csv").lines().findFirst().orElseThrow();
    assertTrue(head.contains(",side,modality,status,note,"), head);
  }

  @Test
  void aPeriodFindsWhatOverlapsIt() {
    assertTrue(ids("period=2016").contains("bc-s058-growth"), "2013/2024");
    assertTrue(ids("period=2024-12-31").contains("bc-s058-growth"));
    assertTrue(ids("period=..%2F2013").contains("bc-s058-growth"));
    assertFalse(ids("period=2025").contains("bc-s058-growth"));
    assertFalse(ids("period=2012").contains("bc-s058-growth"));
    assertFalse(ids("period=2016").contains("lb-s014-jobs"), "has no period");
  }

  @Test
  void severalValuesAreAlternativesAndSeveralParametersConditions() {
    List<String> both = ids("place=london,beijing");
    assertEquals(both, ids("place=id:london&place=id:beijing"));
    assertEquals(both.size(), ids("place=london").size() + ids("place=beijing").size());
    assertTrue(ids("place=london&indicator=jobs").size() < ids("place=london").size());
    assertEquals(List.of(), ids("place=wayra&indicator=jobs"));
    assertTrue(ids("modality=planned").stream().allMatch(ids("modality=Planned")::contains));
    assertTrue(ids("source=uk-clusters").stream().allMatch(id -> id.startsWith("uk-")));
  }

  @Test
  void thePlaceIsExactlyThatOne() {
    assertFalse(ids("place=united-kingdom").contains("lb-s014-jobs"));
    assertTrue(ids("place=london").contains("lb-s014-jobs"));
  }

  @Test
  void everyFigureIsThereOnceInBothForms() {
    JsonObject all = json("/api/figures");
    long total = number(all, "total");
    assertEquals(
        Served.RELEASE.quads().stream()
            .filter(q -> q.isDefaultGraph() && q.getObject().toString().endsWith("#Figure"))
            .filter(q -> q.getSubject().toString().startsWith(FIGURE))
            .count(),
        total);
    assertEquals(total, all.get("figures").getAsArray().size());
    assertEquals(total + 1, text("/api/figures?format=csv").split("\r\n").length);
  }

  @Test
  void aRowHoldsValueBoundsAndWording() {
    List<String> lines = text("/api/figures?place=wayra&format=csv").lines().toList();
    assertTrue(lines.get(0).contains(",value,min,min_included,max,max_included,qualifier,"));
    assertTrue(
        lines.get(1).contains(",100000000,100000000,false,,,MoreThan,超过1亿美元,"), lines.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "place=lodnon, london",
    "indicator=job, jobs",
    "source=london-bejing, london-beijing"
  })
  void unknownNamesGetNearOnes(String query, String near) {
    JsonObject problem = problem(400, "/api/figures?" + query);
    assertTrue(
        problem.get("near").getAsArray().stream()
            .anyMatch(n -> n.getAsString().value().equals(near)));
  }

  @Test
  void whatIsNoPeriodOrWordIsTold() {
    assertTrue(problem(400, "/api/figures?period=soon").getString("detail").contains("2016-04"));
    problem(400, "/api/figures?period=2016&period=2017");
    problem(400, "/api/figures?status=good");
    problem(400, "/api/figures?limit=many");
  }
}
