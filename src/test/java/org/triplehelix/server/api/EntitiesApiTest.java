package org.triplehelix.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.triplehelix.server.api.Served.json;
import static org.triplehelix.server.api.Served.problem;
import static org.triplehelix.server.api.Served.send;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;

/** Things as plain JSON. */
class EntitiesApiTest {
  private static final String NAMESPACE = "https://w3id.org/triplehelix/";

  private static List<JsonObject> objects(JsonObject json, String member) {
    return json.get(member).getAsArray().stream().map(JsonValue::getAsObject).toList();
  }

  private static JsonObject statement(
      JsonObject entity, String member, String property, String value) {
    return objects(entity, member).stream()
        .filter(
            g -> g.getObj("property").getString("id").equals(NAMESPACE + "ontology#" + property))
        .flatMap(group -> objects(group, "values").stream())
        .filter(v -> v.get("value").toString().contains(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void londonHasNamesStatementsFiguresAndIdentities() {
    JsonObject london = json("/api/entities/london");
    assertEquals("伦敦", london.getObj("names").getString("zh"));
    assertEquals("London", london.getObj("names").getString("en"));
    assertTrue(
        objects(london, "types").stream().anyMatch(type -> type.getString("id").endsWith("#City")));
    JsonObject key = statement(london, "statements", "keySector", "digital-technology");
    assertEquals("passages", key.getString("basis"));
    assertTrue(
        objects(key, "evidence").stream()
            .anyMatch(
                e ->
                    e.getString("passage").endsWith("london-beijing/s014")
                        && e.getString("wording").equals("重要的产业之一")));
    assertTrue(
        objects(london, "figures").stream()
            .anyMatch(f -> f.getString("id").endsWith("figure/lb-s014-jobs")));
    assertTrue(
        objects(london, "identities").stream()
            .anyMatch(i -> i.getString("authority").equals("GeoNames")));
    assertEquals(51.5, london.getObj("coordinates").getNumber("latitude").doubleValue(), 0.1);
  }

  @Test
  void whatFollowsAndWhatCuratorsSayIsToldApart() {
    JsonObject london = json("/api/entities/london");
    assertEquals(
        "curators", statement(london, "statements", "within", "id/england").getString("basis"));
    assertEquals(
        "inference", statement(london, "statements", "within", "id/world").getString("basis"));
    JsonObject within = statement(london, "statedElsewhere", "activeIn", "id/apple");
    assertEquals("passages", within.getString("basis"));
  }

  @Test
  void whatIsNoThingGoesByItsPath() {
    assertEquals(
        NAMESPACE + "concept/sectors/life-sciences",
        json("/api/entities/concept/sectors/life-sciences").getString("iri"));
    assertEquals(json("/api/entities/medcity"), json("/api/entities/id/medcity"));
  }

  @Test
  void ofAThingItIsToldHowItIsCited() {
    assertEquals(
        "<" + NAMESPACE + "id/london>; rel=\"cite-as\"",
        send("/api/entities/london").headers().firstValue("Link").orElseThrow());
  }

  @Test
  void whatIsNotThereIsToldWithWhatIsNear() {
    assertTrue(problem(404, "/api/entities/lodnon").get("near").toString().contains("\"london\""));
    assertTrue(
        problem(404, "/api/entities/concept/sectors/life-science")
            .get("near")
            .toString()
            .contains("concept/sectors/life-sciences"));
  }

  @Test
  void theBeginningLeadsToEachPart() {
    objects(json("/api"), "parts")
        .forEach(
            part ->
                assertEquals(
                    200,
                    send(part.getString("example").replaceFirst("http://[^/]*", "")).statusCode()));
  }
}
