package org.triplehelix.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Tells that the server answers, and which release it serves. */
final class HealthRoute implements Route {
  private final byte[] body;

  HealthRoute(Release release) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", "ok");
    json.put("release", release.hash());
    json.put("statements", release.quads().size());
    body = Json.document(json);
  }

  @Override
  public String path() {
    return "/health";
  }

  @Override
  public String example() {
    return "/health";
  }

  @Override
  public DependsOn dependsOn() {
    return DependsOn.MOMENT;
  }

  @Override
  public boolean isCounted() {
    return false;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(List.of(Format.JSON), "", (format, out) -> out.write(body));
  }
}
