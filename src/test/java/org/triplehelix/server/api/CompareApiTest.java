package org.triplehelix.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.triplehelix.server.api.Served.json;
import static org.triplehelix.server.api.Served.problem;
import static org.triplehelix.server.api.Served.text;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;

/** Places side by side. */
class CompareApiTest {
  private static List<JsonObject> objects(JsonObject json, String member) {
    return json.get(member).getAsArray().stream().map(JsonValue::getAsObject).toList();
  }

  private static List<String> reasons(JsonObject row) {
    return objects(row, "reasons").stream().map(reason -> reason.getString("reason")).toList();
  }

  @Test
  void theResearchIntensityOfBeijingAndTheUnitedKingdomIsNotLikeWithLike() {
    List<JsonObject> rows =
        objects(json("/api/compare?places=beijing,united-kingdom&indicator=rd-intensity"), "rows");
    assertEquals(1, rows.size());
    JsonObject row = rows.get(0);
    List<JsonObject> cells = objects(row, "cells");
    assertEquals(1, objects(cells.get(0), "figures").size());
    assertEquals("0.06", objects(cells.get(0), "figures").get(0).get("value").toString());
    assertEquals(
        List.of("0.0174", "0.024"),
        objects(cells.get(1), "figures").stream().map(f -> f.get("value").toString()).toList());
    assertFalse(row.getBoolean("comparable"));
    assertTrue(reasons(row).containsAll(List.of("several", "period", "modality", "hedge")));
    assertFalse(reasons(row).contains("notStated"));
    assertFalse(reasons(row).contains("unit"));
  }

  @Test
  void whatIsNotStatedIsSaidAndIsNoZero() {
    JsonObject row =
        objects(json("/api/compare?places=london,beijing&indicator=jobs"), "rows").get(0);
    List<JsonObject> cells = objects(row, "cells");
    assertEquals("stated", cells.get(0).getString("state"));
    assertEquals("notStated", cells.get(1).getString("state"));
    assertEquals(List.of(), objects(cells.get(1), "figures"));
    assertEquals(List.of("notStated"), reasons(row));
    List<String> wide =
        text("/api/compare?places=london,beijing&indicator=jobs&format=csv").lines().toList();
    assertTrue(
        wide.get(0).contains(",london_as_written,london_value,london_figure,beijing_as_written,"));
    assertTrue(
        wide.get(1)
            .contains(
                ",\"318,480个工作岗位\",318480,https://w3id.org/triplehelix/figure/lb-s014-jobs,notStated,,,false,notStated"),
        wide.get(1));
  }

  @Test
  void theLongTableHasALineForEachFigureAndEachGap() {
    String query = "/api/compare?places=beijing,united-kingdom&indicator=rd-intensity";
    List<String> lines = text(query + "&shape=long&format=csv&evidence=true").lines().toList();
    assertEquals(1 + 3, lines.size());
    assertTrue(lines.get(0).startsWith("place,state,comparable,reasons,figure,"));
    assertTrue(lines.get(0).endsWith(",evidence_modality"));
    assertTrue(lines.get(3).contains("source/uk-clusters/s057"), lines.get(3));
    List<String> gap =
        text("/api/compare?places=london,beijing&indicator=jobs&shape=long&format=csv")
            .lines()
            .toList();
    assertTrue(gap.get(2).contains("id/beijing,notStated,false,notStated,,"), gap.get(2));
  }

  @Test
  void partsOfATextAndRepetitionsAreLeftOut() {
    String all = text("/api/compare?places=london,beijing,united-kingdom");
    Served.RELEASE.quads().stream()
        .filter(
            q ->
                q.isDefaultGraph() && q.getPredicate().getURI().matches(".*#(restates|incidental)"))
        .forEach(
            q -> assertFalse(all.contains("\"" + q.getSubject().getURI() + "\""), q.toString()));
  }

  @Test
  void oneAloneOrUnknownOnesCannotBeCompared() {
    assertTrue(problem(400, "/api/compare").getString("detail").contains("two"));
    problem(400, "/api/compare?places=london");
    problem(400, "/api/compare?places=london,london");
    assertTrue(
        problem(400, "/api/compare?places=london,bejing")
            .get("near")
            .toString()
            .contains("beijing"));
    assertTrue(
        problem(400, "/api/compare?places=london,UCL")
            .get("near")
            .toString()
            .contains("university-college-london"));
    assertEquals(
        0, problem(400, "/api/compare?places=london,qqqqqq").get("near").getAsArray().size());
    problem(400, "/api/compare?places=london,beijing&shape=tall");
  }
}
