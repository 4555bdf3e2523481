package org.triplehelix.server.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** The outline of land, for answers that are drawn as a map. */
final class LandRoute implements Route {
  static final String PATH = "/query/land";
  private static final List<String> PARTS = List.of("world", "europe", "east-asia", "california");

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH + "?part=california";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("part");
  }

  @Override
  public Prepared prepare(Call call) {
    String part = call.parameter("part").orElse("world");
    if (!PARTS.contains(part)) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "There is no land of " + part + ".",
          "Take one of " + PARTS + ".");
    }
    return new Fixed(List.of(Format.JSON), part, (format, out) -> copy(part, out));
  }

  private static void copy(String part, OutputStream out) throws IOException {
    String name = "/org/triplehelix/server/map/" + part + ".json";
    try (InputStream in = LandRoute.class.getResourceAsStream(name)) {
      in.transferTo(out);
    }
  }
}
