package org.triplehelix.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Tells whether the server should be sent requests, for whoever distributes them. */
final class ReadyRoute implements Route {
  private final Readiness readiness;
  private final Supplier<Optional<String>> trouble;

  /**
   * The route.
   *
   * @param trouble with a back end, a sentence
   */
  ReadyRoute(Readiness readiness, Supplier<Optional<String>> trouble) {
    this.readiness = readiness;
    this.trouble = trouble;
  }

  @Override
  public String path() {
    return "/ready";
  }

  @Override
  public String example() {
    return "/ready";
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
    Optional<String> obstacle = readiness.obstacle();
    if (obstacle.isPresent()) {
      throw new Problem(Problem.Kind.NOT_READY, obstacle.get(), "Send requests elsewhere, or wait.")
          .withHeader("Retry-After", "1");
    }
    trouble
        .get()
        .ifPresent(
            sentence -> {
              throw new Problem(
                      Problem.Kind.NOT_READY,
                      sentence,
                      "Send queries elsewhere, or wait; pages and linked data are answered.")
                  .withHeader("Retry-After", "5");
            });
    return new Fixed(
        List.of(Format.JSON), "", (format, out) -> out.write(Json.document(readiness.told())));
  }
}
