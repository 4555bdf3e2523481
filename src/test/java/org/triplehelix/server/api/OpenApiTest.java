package org.triplehelix.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the API, read by an independent parser and held against the server. */
class OpenApiTest {
  private static final String TEXT = Served.text("/api/openapi.json");
  private static final OpenAPI API = read(TEXT).getOpenAPI();

  private static SwaggerParseResult read(String text) {
    return new OpenAPIV3Parser().readContents(text);
  }

  static Stream<String> paths() {
    return API.getPaths().keySet().stream();
  }

  @Test
  void itIsValid() {
    assertEquals(List.of(), read(TEXT).getMessages());
    assertEquals(SpecVersion.V31, API.getSpecVersion());
    assertEquals("http://localhost:" + Served.SERVER.port(), API.getServers().get(0).getUrl());
  }

  @Test
  void whatIsWrongWouldBeFound() {
    String wrong = TEXT.replaceFirst("\"operationId\"", "\"operatingId\"");
    assertFalse(read(wrong).getMessages().isEmpty());
  }

  @Test
  void aBoundThatIsLeftOpenFitsItsSchema() {
    assertTrue(
        Served.text("/api/figures?source=world-centres")
            .replaceAll("\\s", "")
            .contains("\"included\":null"));
    Schema<?> bound = API.getComponents().getSchemas().get("Bound");
    Schema<?> included = (Schema<?>) bound.getProperties().get("included");
    assertEquals(Set.of("boolean", "null"), included.getTypes());
  }

  @Test
  void aReportHasTheFieldsThatTheServerTells() {
    Schema<?> report = API.getComponents().getSchemas().get("Report");
    Served.json("/api/reports").get("fields").getAsArray().stream()
        .map(JsonValue::getAsObject)
        .forEach(
            field -> {
              String name = field.getString("name");
              assertEquals(
                  field.getNumber("maxLength").intValue(),
                  report.getProperties().get(name).getMaxLength(),
                  name);
              assertEquals(field.getBoolean("required"), report.getRequired().contains(name), name);
            });
    assertEquals(5, report.getProperties().size());
  }

  @Test
  void everyQuestionHasAPathWithItsParameters() {
    Served.QUESTIONS
        .list()
        .forEach(
            question -> {
              Operation get = API.getPaths().get("/api/questions/" + question.name()).getGet();
              assertEquals(question.summary(), get.getSummary());
              assertTrue(get.getDescription().contains(question.summaryZh()));
              Set<String> names =
                  get.getParameters().stream().map(Parameter::getName).collect(Collectors.toSet());
              question.parameters().forEach(p -> assertTrue(names.contains(p.name())));
            });
  }

  @Test
  void everyParameterOfARouteIsDescribed() {
    Served.SERVER.routes().stream()
        .filter(route -> route instanceof Documented)
        .map(route -> (Documented) route)
        .forEach(
            route ->
                route
                    .operations()
                    .forEach(
                        operation -> {
                          Set<String> described =
                              operation.parameters().stream()
                                  .filter(p -> p.in().equals("query"))
                                  .map(ApiParameter::name)
                                  .collect(Collectors.toCollection(TreeSet::new));
                          described.removeAll(Set.of("lang", "release"));
                          assertEquals(
                              new TreeSet<>(route.parameters(operation.path())), described);
                        }));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everyPathAnswersInEachTypeThatIsDescribed(String path) {
    Operation get = API.getPaths().get(path).getGet();
    assertNotNull(get.getOperationId());
    for (String type : get.getResponses().get("200").getContent().keySet()) {
      HttpResponse<String> answer = Served.send(target(path, get), type);
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(
          type, answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", ""));
    }
  }

  private static String target(String path, Operation get) {
    String filled = path;
    StringBuilder query = new StringBuilder("?");
    List<Parameter> parameters = get.getParameters() == null ? List.of() : get.getParameters();
    for (Parameter parameter : parameters) {
      Object value =
          parameter.getExample() != null
              ? parameter.getExample()
              : parameter.getSchema().getDefault();
      if (parameter.getIn().equals("path")) {
        filled = filled.replace("{" + parameter.getName() + "}", value.toString());
      } else if (value != null) {
        query.append(parameter.getName()).append('=').append(value).append('&');
      }
    }
    return filled + query.substring(0, query.length() - 1);
  }
}
