package org.triplehelix.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** The description of the API in OpenAPI 3.1, made from the routes and the questions' headers. */
final class OpenApiRoute implements Route {
  static final String PATH = "/api/openapi.json";
  private static final Format OPENAPI =
      Format.of("json", "application/json", "application/vnd.oai.openapi+json");

  private final Knowledge knowledge;
  private final List<Documented> routes;

  OpenApiRoute(Knowledge knowledge, List<Documented> routes) {
    this.knowledge = knowledge;
    this.routes = routes;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(
        List.of(OPENAPI), "", (format, out) -> out.write(Json.document(description())));
  }

  private Map<String, Object> description() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("openapi", "3.1.0");
    json.put("info", info());
    Map<String, Object> server = new LinkedHashMap<>();
    server.put("url", knowledge.site().address().absolute(""));
    json.put("servers", List.of(server));
    Map<String, Object> paths = new LinkedHashMap<>();
    routes.stream()
        .flatMap(route -> route.operations().stream())
        .forEach(operation -> paths.put(operation.path(), operation.toJson()));
    if (knowledge.site().takesReports()) {
      paths.put("/api/reports", resource("reports.json"));
    }
    if (!knowledge.site().networks().get().views().list().isEmpty()) {
      resource("networks.json").forEach(paths::put);
    }
    json.put("paths", paths);
    json.put("components", resource("components.json"));
    return json;
  }

  private Map<String, Object> info() {
    Map<String, Object> licence = new LinkedHashMap<>();
    licence.put("name", "CC BY 4.0");
    licence.put("identifier", "CC-BY-4.0");
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Triple Helix");
    info.put("summary", "A knowledge graph of innovation ecosystems.");
    info.put(
        "description",
        "Statements and figures modelled from policy documents, each with its sentence."
            + " 对政策文献逐句建模所得的陈述与数字，均可追溯到原句。");
    info.put("version", knowledge.site().release().shortHash());
    info.put("license", licence);
    return info;
  }

  /**
   * What is written by hand: schemas and answers that operations refer to, the one operation that
   * takes something, and those outside the API.
   */
  private static JsonObject resource(String name) {
    try (InputStream in = OpenApiRoute.class.getResourceAsStream(name)) {
      return JSON.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
