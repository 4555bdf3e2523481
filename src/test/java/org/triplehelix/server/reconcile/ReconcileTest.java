package org.triplehelix.server.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.Questions;
import org.triplehelix.server.HelixServer;
import org.triplehelix.server.Options;
import org.triplehelix.server.pipeline.Json;

/** The requests that OpenRefine sends, and the shapes of answers that the protocol demands. */
class ReconcileTest {
  private static final Content CONTENT = Content.at(Path.of(""));
  private static final HelixServer SERVER =
      HelixServer.start(
          ReleaseBuilder.build(CONTENT), Questions.in(CONTENT), Options.at("127.0.0.1", 0));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ROOT = "http://localhost:" + SERVER.port();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String url) {
    return send(
        HttpRequest.newBuilder(URI.create(url.startsWith("http") ? url : ROOT + url))
            .header("Accept", "*/*"));
  }

  private static HttpResponse<String> post(String target, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(ROOT + target))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "*/*")
            .POST(BodyPublishers.ofString(form)));
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("application/json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    return JSON.parse(answer.body());
  }

  private static JsonArray array(JsonObject object, String member) {
    return object.get(member).getAsArray();
  }

  private static List<JsonObject> objects(JsonObject object, String member) {
    return array(object, member).stream().map(JsonValue::getAsObject).toList();
  }

  private static JsonObject batch(String target, String queries) {
    return json(post(target, "queries=" + encoded(queries)));
  }

  private static List<JsonObject> candidates(String query) {
    return objects(batch("/reconcile", "{\"q0\":" + query + "}").getObj("q0"), "result");
  }

  private static double score(JsonObject candidate) {
    return candidate.get("score").getAsNumber().value().doubleValue();
  }

  private static boolean isMatch(JsonObject candidate) {
    return candidate.get("match").getAsBoolean().value();
  }

  /** A query as OpenRefine writes it. */
  private static String query(String name, String type) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("query", name);
    if (type != null) {
      query.put("type", type);
      query.put("type_strict", "should");
    }
    return Json.line(query);
  }

  @ParameterizedTest
  @CsvSource({
    "伦敦, th:City, id/london",
    "London, th:City, id/london",
    "Beijing, th:City, id/beijing",
    "广州, th:City, id/guangzhou",
    "剑桥, th:City, id/cambridge",
    "LOTI, , id/loti",
    "伦敦技术和创新办公室, , id/loti",
    "AHRC, th:FundingBody, id/arts-and-humanities-research-council",
    "The Alan Turing Institute, th:ResearchInstitute, id/alan-turing-institute",
    "艾伦图灵研究所, th:ResearchInstitute, id/alan-turing-institute",
    "Alibaba, th:Company, id/alibaba",
    "阿里巴巴, org:Organization, id/alibaba",
    "DEEPMIND, th:Company, id/deepmind",
    "阿斯利康, th:Company, id/astrazeneca",
    "Wellcome Trust, th:Charity, id/wellcome-trust",
    "MedCity, th:Intermediary, id/medcity",
    "歐盟, th:InternationalOrganization, id/european-union",
    "University  of CAMBRIDGE, th:University, id/university-of-cambridge",
    "怀柔科学城, th:Zone, id/huairou-science-city",
    "UCL, th:University, id/university-college-london",
    "京津冀国家高新区联盟, th:Alliance, id/beijing-tianjin-hebei-national-high-tech-zone-alliance",
  })
  void aSheetOfNamesIsMatched(String name, String type, String id) {
    List<JsonObject> candidates = candidates(query(name, type));
    assertFalse(candidates.isEmpty(), name);
    assertEquals(id, candidates.get(0).getString("id"), candidates.toString());
    assertTrue(isMatch(candidates.get(0)), candidates.get(0).toString());
    assertTrue(candidates.stream().skip(1).noneMatch(ReconcileTest::isMatch));
  }

  @ParameterizedTest
  @CsvSource({
    "Londan, th:City, id/london",
    "Cambridge University, th:University, id/university-of-cambridge",
    "lundun, th:City, id/london",
    "图灵研究所, th:ResearchInstitute, id/alan-turing-institute",
    "Wellcome, th:Charity, id/wellcome-trust",
  })
  void whatIsNearlySoIsACandidateAndNoMatch(String name, String type, String id) {
    List<JsonObject> candidates = candidates(query(name, type));
    assertEquals(id, candidates.get(0).getString("id"), candidates.toString());
    assertTrue(candidates.stream().noneMatch(ReconcileTest::isMatch));
    assertTrue(score(candidates.get(0)) < 100);
  }

  @Test
  void anUnknownNameIsNotMatched() {
    assertTrue(candidates(query("Xyzzyx Qwpf", null)).isEmpty());
    assertTrue(candidates(query("火星科学院", null)).stream().noneMatch(ReconcileTest::isMatch));
    assertTrue(candidates("{\"query\":\"" + "a".repeat(20_000) + "\"}").isEmpty());
  }

  @Test
  void theWrongTypeIsNotMatched() {
    JsonObject should = candidates(query("London", "th:Company")).get(0);
    assertEquals("id/london", should.getString("id"));
    assertFalse(isMatch(should));
    assertEquals(50, score(should));
    assertTrue(
        candidates("{\"query\":\"London\",\"type\":\"th:Company\",\"type_strict\":\"any\"}")
            .stream()
            .noneMatch(c -> c.getString("id").equals("id/london")));
    assertTrue(
        candidates("{\"query\":\"London\",\"type\":\"Q515\"}").isEmpty(), "of another service");
    assertTrue(
        isMatch(
            candidates(
                    "{\"query\":\"London\",\"type\":[\"th:Company\",\"th:Place\"],"
                        + "\"type_strict\":\"any\"}")
                .get(0)));
    assertTrue(
        candidates(
                "{\"query\":\"London\",\"type\":[\"th:Company\",\"th:Place\"],"
                    + "\"type_strict\":\"all\"}")
            .isEmpty());
  }

  @Test
  void anIdentifierIsItself() {
    for (String id : List.of("id/london", "id:london", "https://w3id.org/triplehelix/id/london")) {
      List<JsonObject> candidates = candidates(query(id, null));
      assertEquals(1, candidates.size());
      assertEquals("id/london", candidates.get(0).getString("id"));
      assertTrue(isMatch(candidates.get(0)));
    }
    assertEquals("id/medcity", candidates(query("medcity", null)).get(0).getString("id"));
  }

  @Test
  void whatIsKnownBesideDecides() {
    String within = "{\"query\":\"Cambridge\",\"properties\":[{\"pid\":\"th:within\",\"v\":%s}]}";
    for (String there :
        List.of("\"England\"", "\"英格兰\"", "{\"id\":\"id/england\"}", "[\"id/england\"]")) {
      JsonObject first = candidates(within.formatted(there)).get(0);
      assertEquals("id/cambridge", first.getString("id"), there);
      assertTrue(isMatch(first), first.toString());
      assertEquals(100, score(first));
    }
    JsonObject elsewhere =
        candidates(within.formatted("\"China\"")).stream()
            .filter(c -> c.getString("id").equals("id/cambridge"))
            .findFirst()
            .orElseThrow();
    assertFalse(isMatch(elsewhere));
    assertEquals(70, score(elsewhere));
  }

  @Test
  void propertiesAloneAreEnough() {
    List<JsonObject> candidates =
        candidates("{\"properties\":[{\"pid\":\"th:ROR\",\"v\":\"001aqnf71\"}]}");
    assertEquals(1, candidates.size());
    assertEquals("id/uk-research-and-innovation", candidates.get(0).getString("id"));
    assertTrue(isMatch(candidates.get(0)));
  }

  @Test
  void namesComeInTheLanguageAskedFor() {
    String london = "{\"q0\":{\"query\":\"London\",\"type\":\"th:City\"}}";
    JsonObject zh = objects(batch("/reconcile?lang=zh", london).getObj("q0"), "result").get(0);
    assertEquals("伦敦", zh.getString("name"));
    assertEquals("城市", objects(zh, "type").get(0).getString("name"));
    JsonObject en = objects(batch("/reconcile?lang=en", london).getObj("q0"), "result").get(0);
    assertEquals("London", en.getString("name"));
    assertTrue(
        send(HttpRequest.newBuilder(URI.create(ROOT + "/reconcile?queries=" + encoded(london)))
                .header("Accept-Language", "zh-CN,zh;q=0.9"))
            .body()
            .contains("伦敦"));
  }

  @Test
  void candidatesHaveTheShapeOfTheProtocol() {
    JsonObject results =
        batch(
            "/reconcile",
            "{\"q0\":{\"query\":\"university\",\"limit\":3,\"type\":\"th:University\"},"
                + "\"q1\":{\"query\":\"智慧城市\"},\"Q b\":{\"query\":\"nothing of the kind\"}}");
    assertEquals(Set.of("q0", "q1", "Q b"), results.keySet());
    assertEquals(3, array(results.getObj("q0"), "result").size());
    for (String name : results.keys()) {
      double last = 100;
      Set<String> ids = new HashSet<>();
      for (JsonObject candidate : objects(results.getObj(name), "result")) {
        assertFalse(candidate.getString("id").isEmpty());
        assertTrue(ids.add(candidate.getString("id")));
        assertFalse(candidate.getString("name").isEmpty());
        assertTrue(score(candidate) >= 0 && score(candidate) <= last, candidate.toString());
        last = score(candidate);
        assertTrue(candidate.get("match").isBoolean());
        for (JsonObject type : objects(candidate, "type")) {
          assertFalse(type.getString("id").isEmpty());
          assertFalse(type.getString("name").isEmpty());
        }
        for (JsonObject feature : objects(candidate, "features")) {
          assertFalse(feature.getString("id").isEmpty());
          assertTrue(feature.get("value").isNumber() || feature.get("value").isBoolean());
        }
      }
    }
  }

  @Test
  void theManifestTellsWhatThereIs() {
    JsonObject manifest = json(get("/reconcile"));
    assertEquals("0.2", array(manifest, "versions").get(0).getAsString().value());
    assertEquals("https://w3id.org/triplehelix/", manifest.getString("identifierSpace"));
    assertEquals("https://w3id.org/triplehelix/ontology#", manifest.getString("schemaSpace"));
    assertFalse(manifest.getString("name").isEmpty());
    assertTrue(manifest.getObj("view").getString("url").contains("{{id}}"));
    assertTrue(manifest.getObj("preview").getString("url").contains("{{id}}"));
    assertTrue(manifest.getObj("preview").get("width").isNumber());
    assertTrue(manifest.getObj("preview").get("height").isNumber());
    assertTrue(manifest.get("batchSize").isNumber());
    Map<String, String> types = new LinkedHashMap<>();
    objects(manifest, "defaultTypes")
        .forEach(t -> types.put(t.getString("id"), t.getString("name")));
    assertEquals(array(manifest, "defaultTypes").size(), types.size());
    assertEquals("organisation", types.get("org:Organization"));
    assertEquals(manifest, json(get("/reconcile?format=json&lang=en")));
    assertFalse(manifest.equals(json(get("/reconcile?lang=zh"))));
  }

  /** As a client: the address of the manifest, with what it is to put in. */
  @Test
  void addressesOfTheManifestAnswer() {
    JsonObject manifest = json(get("/reconcile"));
    JsonObject suggest = manifest.getObj("suggest");
    for (String part : List.of("entity", "type", "property")) {
      JsonObject service = suggest.getObj(part);
      List<JsonObject> found =
          objects(
              json(
                  get(
                      service.getString("service_url")
                          + service.getString("service_path")
                          + "?prefix=ci&callback=x&type=&type_strict=any")),
              "result");
      assertFalse(found.isEmpty(), part);
      String id = found.get(0).getString("id");
      assertFalse(found.get(0).getString("name").isEmpty());
      JsonObject flyout =
          json(
              get(
                  service.getString("flyout_service_url")
                      + service.getString("flyout_service_path").replace("${id}", encoded(id))));
      assertEquals(id, flyout.getString("id"));
      assertTrue(flyout.getString("html").startsWith("<p>"));
    }
    String id = encoded("id/london");
    HttpResponse<String> view = get(manifest.getObj("view").getString("url").replace("{{id}}", id));
    assertEquals(303, view.statusCode());
    assertEquals("/id/london", view.headers().firstValue("Location").orElseThrow());
    JsonObject propose = manifest.getObj("extend").getObj("propose_properties");
    JsonObject proposed =
        json(
            get(
                propose.getString("service_url")
                    + propose.getString("service_path")
                    + "?type=th:University&limit=7"));
    assertEquals(7, array(proposed, "properties").size());
    assertEquals("th:University", proposed.getString("type"));
  }

  @Test
  void aPreviewMayBeShownInTheFramesOfOthersAndNothingElseMay() {
    JsonObject preview = json(get("/reconcile")).getObj("preview");
    HttpResponse<String> page = get(preview.getString("url").replace("{{id}}", encoded("id/loti")));
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    assertTrue(page.body().contains("伦敦技术和创新办公室"));
    assertTrue(page.body().contains("LOTI"));
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.endsWith("frame-ancestors *"), policy);
    assertTrue(page.headers().firstValue("X-Frame-Options").isEmpty());
    for (String other : List.of("/?format=html", "/search?format=html")) {
      assertTrue(
          get(other)
              .headers()
              .firstValue("Content-Security-Policy")
              .orElseThrow()
              .endsWith("frame-ancestors 'self'"));
    }
  }

  @Test
  void suggestionsAreOfTheTypeAndGoOn() {
    List<String> first = ids("/reconcile/suggest/entity?prefix=university");
    List<String> rest = ids("/reconcile/suggest/entity?prefix=university&cursor=3");
    assertEquals(first.subList(3, first.size()), rest.subList(0, first.size() - 3));
    assertEquals(List.of("id/london"), ids("/reconcile/suggest/entity?prefix=id/london"));
    assertEquals(
        "id/huairou-science-city",
        ids("/reconcile/suggest/entity?type=th:Zone&prefix=" + encoded("怀柔")).get(0));
    assertTrue(ids("/reconcile/suggest/type?prefix=" + encoded("城市")).contains("th:City"));
    assertEquals(List.of("th:City"), ids("/reconcile/suggest/type?prefix=th:City"));
    assertTrue(ids("/reconcile/suggest/property?prefix=within").contains("th:within"));
    assertTrue(ids("/reconcile/suggest/property?prefix=ROR").contains("th:ROR"));
  }

  private static List<String> ids(String target) {
    return objects(json(get(target)), "result").stream().map(r -> r.getString("id")).toList();
  }

  private static JsonObject extend(String ids, String properties) {
    return json(
        post(
            "/reconcile",
            "extend=" + encoded("{\"ids\":[" + ids + "],\"properties\":[" + properties + "]}")));
  }

  @Test
  void propertiesOfWhatWasMatchedAreTold() {
    JsonObject answer =
        extend(
            "\"id/london\",\"id/uk-research-and-innovation\",\"id/atlantis\"",
            "{\"id\":\"th:within\"},{\"id\":\"th:ROR\"},{\"id\":\"schema:latitude\"},"
                + "{\"id\":\"skos:prefLabel\",\"settings\":{\"lang\":\"zh\"}},"
                + "{\"id\":\"schema:url\"},{\"id\":\"th:recordFounded\"}");
    List<JsonObject> meta = objects(answer, "meta");
    assertEquals(6, meta.size());
    assertEquals("th:within", meta.get(0).getString("id"));
    assertFalse(meta.get(0).getString("name").isEmpty());
    JsonObject london = answer.getObj("rows").getObj("id/london");
    List<String> within =
        objects(london, "th:within").stream().map(v -> v.getString("id")).toList();
    assertTrue(within.contains("id/england"), within.toString());
    assertTrue(
        objects(london, "schema:latitude").get(0).get("float").getAsNumber().value().doubleValue()
            > 51);
    assertEquals("伦敦", objects(london, "skos:prefLabel").get(0).getString("str"));
    assertEquals(1, array(london, "skos:prefLabel").size());
    JsonObject ukri = answer.getObj("rows").getObj("id/uk-research-and-innovation");
    assertEquals("001aqnf71", objects(ukri, "th:ROR").get(0).getString("str"));
    assertEquals("https://www.ukri.org", objects(ukri, "schema:url").get(0).getString("str"));
    assertEquals("2018", objects(ukri, "th:recordFounded").get(0).getString("str"));
    JsonObject unknown = answer.getObj("rows").getObj("id/atlantis");
    assertTrue(array(unknown, "th:within").isEmpty());
  }

  @Test
  void aFigureComesWithWhatItIsOf() {
    JsonObject rows =
        extend(
                "\"id/london\",\"id/united-kingdom\"",
                "{\"id\":\"indicator:jobs\"},{\"id\":\"indicator:rd-intensity\"}")
            .getObj("rows");
    String jobs = objects(rows.getObj("id/london"), "indicator:jobs").get(0).getString("str");
    assertEquals("318480 (318,480个工作岗位; digital technology)", jobs);
    List<String> intensity =
        objects(rows.getObj("id/united-kingdom"), "indicator:rd-intensity").stream()
            .map(cell -> cell.getString("str"))
            .toList();
    assertTrue(intensity.stream().anyMatch(t -> t.startsWith("0.0174 (") && t.contains("2019")));
    assertTrue(
        intensity.stream().anyMatch(t -> t.startsWith("0.024 (") && t.contains("planned")),
        intensity.toString());
  }

  /** OpenRefine sends what a cell holds, and a sheet has cells with spaces. */
  @Test
  void anEmptyNameMatchesNothingAndSpoilsNoBatch() {
    String batch = "{\"q0\":{\"query\":\" \"},\"q1\":{\"query\":\"London\"}}";
    JsonObject answer = JSON.parse(post("/reconcile", "queries=" + encoded(batch)).body());
    assertTrue(objects(answer.getObj("q0"), "result").isEmpty());
    assertEquals("id/london", objects(answer.getObj("q1"), "result").get(0).getString("id"));
  }

  @Test
  void everyValueHasOneOfTheShapesOfTheProtocol() {
    JsonObject proposed = json(get("/reconcile/properties"));
    List<String> properties = new ArrayList<>();
    objects(proposed, "properties")
        .forEach(p -> properties.add("{\"id\":\"" + p.getString("id") + "\"}"));
    assertTrue(properties.contains("{\"id\":\"indicator:jobs\"}"), properties.toString());
    JsonObject rows =
        extend(
                "\"id/london\",\"id/beijing\",\"id/university-college-london\",\"id/medcity\"",
                String.join(",", properties))
            .getObj("rows");
    Pattern date = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    int cells = 0;
    for (String id : rows.keys()) {
      for (JsonValue column : rows.getObj(id).values()) {
        for (JsonValue value : column.getAsArray()) {
          cells++;
          JsonObject cell = value.getAsObject();
          boolean entity =
              Set.of("id", "name", "description").containsAll(cell.keySet())
                  && cell.keySet().containsAll(Set.of("id", "name"));
          boolean text = cell.keySet().equals(Set.of("str")) && cell.get("str").isString();
          boolean number =
              cell.keySet().equals(Set.of("float")) && cell.get("float").isNumber()
                  || cell.keySet().equals(Set.of("int")) && cell.get("int").isNumber();
          boolean day =
              cell.keySet().equals(Set.of("date"))
                  && date.matcher(cell.getString("date")).matches();
          assertTrue(entity || text || number || day, cell.toString());
        }
      }
    }
    assertTrue(cells > 50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queries=x",
        "queries=[]",
        "queries={\"q0\":1}",
        "queries={\"q0\":{}}",
        "queries=",
        "extend=",
        "queries={\"q0\":{\"query\":5}}",
        "queries={\"q0\":{\"query\":\"a\",\"limit\":0}}",
        "queries={\"q0\":{\"query\":\"a\",\"type_strict\":\"maybe\"}}",
        "queries={\"q0\":{\"query\":\"a\",\"properties\":{}}}",
        "queries={\"q0\":{\"query\":\"a\",\"properties\":[{\"p\":\"x\",\"v\":\"y\"}]}}",
        "queries={\"q0\":{\"query\":\"a\",\"properties\":[{\"pid\":\"x\"}]}}",
        "queries={\"q0\":{\"query\":\"a\",\"props\":[]}}",
        "queries=",
        "queries=[",
        "query=",
        "queries={\"q0\":[",
        "extend=",
        "extend={}",
        "extend={\"ids\":[\"id/london\"],\"properties\":[{\"id\":\"th:nothing\"}]}",
        "extend={\"ids\":\"id/london\",\"properties\":[]}",
        "other=1"
      })
  void whatCannotBeReadIsTold(String form) {
    int equals = form.indexOf('=');
    HttpResponse<String> answer =
        post("/reconcile", form.substring(0, equals + 1) + encoded(form.substring(equals + 1)));
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void whatIsTooMuchOrTooDeepIsRefused() {
    StringBuilder many = new StringBuilder("{");
    for (int i = 0; i <= Manifest.BATCH; i++) {
      many.append(i == 0 ? "" : ",").append("\"q" + i + "\":{\"query\":\"London\"}");
    }
    assertEquals(413, post("/reconcile", "queries=" + encoded(many + "}")).statusCode());
    assertEquals(400, post("/reconcile", "queries=" + encoded("[".repeat(200_000))).statusCode());
    assertEquals(404, get("/reconcile/entity/preview?id=id/atlantis").statusCode());
    assertEquals(404, get("/reconcile/entity/other?id=id/london").statusCode());
    assertEquals(404, get("/reconcile/flyout/type?id=th:Nothing").statusCode());
    HttpResponse<String> typed =
        send(
            HttpRequest.newBuilder(URI.create(ROOT + "/reconcile"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    assertEquals(415, typed.statusCode());
  }

  @Test
  void nothingIsCalledBackInPagesOfOthers() {
    HttpResponse<String> answer = get("/reconcile?callback=alert");
    assertTrue(answer.body().startsWith("{"), answer.body());
    JsonObject flyout = json(get("/reconcile/flyout/entity?id=id/london"));
    assertFalse(flyout.getString("html").contains("<script"));
  }
}
