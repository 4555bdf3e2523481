package org.triplehelix.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;

/** Tells that the server answers, and which release it serves. */
final class HealthRoute implements Route {
  private final byte[] body;

  HealthRoute(Release release) {
    JsonObject json = new JsonObject();
    json.put("status", "ok");
    json.put("release", release.hash());
    json.put("statements", release.quads().size());
    body = (json.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
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
  public Prepared prepare(Call call) {
    return new Fixed(List.of(Format.JSON), "", (format, out) -> out.write(body));
  }
}
