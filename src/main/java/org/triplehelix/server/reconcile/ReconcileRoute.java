package org.triplehelix.server.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Site;

/**
 * Matches names with entities and tells their properties: W3C Reconciliation Service API 0.2. The
 * manifest where nothing is asked.
 */
public final class ReconcileRoute implements Route {
  private final Service service;

  private ReconcileRoute(Service service) {
    this.service = service;
  }

  /** The routes by which names of other tables are matched with a site's entities. */
  public static List<Route> all(Site site) {
    Service service = new Service(site);
    List<Route> routes = new ArrayList<>();
    routes.add(new ReconcileRoute(service));
    routes.add(new PropertiesRoute(service));
    routes.add(new EntityRoute(service));
    for (Part part : Part.values()) {
      routes.add(new SuggestRoute(service, part));
      routes.add(new FlyoutRoute(service, part));
    }
    return routes;
  }

  @Override
  public String path() {
    return "/reconcile";
  }

  @Override
  public String example() {
    return "/reconcile?queries=%7B%22q0%22%3A%7B%22query%22%3A%22London%22%7D%7D";
  }

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  /** Clients add their own. */
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
    if (call.method().equals("POST") && !call.contentType().isEmpty()) {
      throw new Problem(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "Queries cannot be sent as " + call.contentType() + ".",
              "Send a form with the field queries or extend.")
          .withHeader("Accept-Post", "application/x-www-form-urlencoded");
    }
    String language = call.language();
    Optional<String> queries = call.parameter("queries");
    Optional<String> extend = call.parameter("extend");
    Optional<String> query = call.parameter("query");
    if (queries.isPresent()) {
      Map<String, Query> batch = Query.batch(queries.get(), Manifest.BATCH);
      return answer("queries\n" + queries.get(), () -> results(batch, language));
    }
    if (extend.isPresent()) {
      return answer(
          "extend\n" + extend.get(), () -> new Extension(service, language).answer(extend.get()));
    }
    if (query.isPresent()) {
      Query one = Query.of(query.get());
      return answer("query\n" + query.get(), () -> result(one, language));
    }
    if (call.method().equals("POST")) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "Nothing is asked.",
          "Send a form with the field queries or extend.");
    }
    return answer("", () -> Manifest.of(service, language));
  }

  private static Prepared answer(String canonical, Supplier<Map<String, Object>> json) {
    return new Fixed(
        List.of(Format.JSON), canonical, (format, out) -> out.write(Json.document(json.get())));
  }

  private Map<String, Object> results(Map<String, Query> batch, String language) {
    Map<String, Object> results = new LinkedHashMap<>();
    batch.forEach((name, query) -> results.put(name, result(query, language)));
    return results;
  }

  private Map<String, Object> result(Query query, String language) {
    Reconciler reconciler = new Reconciler(service.entities(), service.schema(), service.values());
    return Map.of("result", reconciler.candidates(query, language));
  }
}
