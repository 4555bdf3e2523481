package org.triplehelix.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Where the API begins: each of its parts with an example. */
final class ApiRoute implements Route {
  private final Knowledge knowledge;
  private final List<Documented> routes;

  ApiRoute(Knowledge knowledge, List<Documented> routes) {
    this.knowledge = knowledge;
    this.routes = routes;
  }

  @Override
  public String path() {
    return "/api";
  }

  @Override
  public String example() {
    return "/api";
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(
        List.of(Format.JSON), "", (format, out) -> out.write(Json.document(overview())));
  }

  private Map<String, Object> overview() {
    Address address = knowledge.site().address();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("release", knowledge.site().release().hash());
    json.put("description", address.absolute(OpenApiRoute.PATH));
    json.put("parts", routes.stream().map(route -> part(route, address)).toList());
    return json;
  }

  private static Map<String, Object> part(Documented route, Address address) {
    Operation first = route.operations().get(0);
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("path", route.path());
    part.put("zh", route.chinese());
    part.put("en", route.english());
    part.put("formats", first.formats().stream().map(Format::label).toList());
    part.put("example", address.absolute(route.example()));
    return part;
  }
}
