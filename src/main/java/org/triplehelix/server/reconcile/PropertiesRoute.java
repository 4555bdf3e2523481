package org.triplehelix.server.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Proposes the properties that entities of a type have. */
final class PropertiesRoute implements Route {
  private static final int MOST = 1_000;

  private final Service service;

  PropertiesRoute(Service service) {
    this.service = service;
  }

  @Override
  public String path() {
    return "/reconcile/properties";
  }

  @Override
  public String example() {
    return "/reconcile/properties?type=th:City&limit=5";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("type", "limit");
  }

  @Override
  public boolean passesUnknownParameters() {
    return true;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String type = call.parameter("type").orElse("");
    int limit = call.parameter("limit").map(PropertiesRoute::limit).orElse(MOST);
    return new Fixed(
        List.of(Format.JSON),
        limit + "\n" + type,
        (format, out) -> out.write(Json.document(proposal(type, limit, call.language()))));
  }

  private static int limit(String given) {
    if (given.matches("[1-9]\\d{0,8}")) {
      return Integer.parseInt(given);
    }
    throw new Problem(
        Problem.Kind.BAD_REQUEST,
        "limit is no positive whole number.",
        "Write limit=10, or leave it out.");
  }

  private Map<String, Object> proposal(String type, int limit, String language) {
    Schema schema = service.schema();
    List<Named> properties =
        schema.properties(Optional.of(type).filter(t -> !t.isBlank()).map(schema::node));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type);
    json.put("limit", limit);
    json.put(
        "properties",
        properties.stream().limit(limit).map(p -> SuggestRoute.term(schema, p, language)).toList());
    return json;
  }
}
