package org.triplehelix.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Metrics;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Numbers about the server for Prometheus: for this machine only, or for who has the token. */
final class MetricsRoute implements Route {
  private static final Format TEXT = Format.text("text", "text/plain").inVersion("0.0.4");

  private final Metrics metrics;
  private final String token;

  /**
   * The route.
   *
   * @param token that others than this machine must give; empty if none will do
   */
  MetricsRoute(Metrics metrics, String token) {
    this.metrics = metrics;
    this.token = token;
  }

  @Override
  public String path() {
    return "/metrics";
  }

  @Override
  public String example() {
    return "/metrics";
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
    if (!call.caller().isLocal() && !hasToken(call.caller().authorization())) {
      throw new Problem(
          Problem.Kind.FORBIDDEN,
          "Metrics are for the machine that the server runs on.",
          "Ask from there, or give the token as Authorization: Bearer.");
    }
    return new Fixed(
        List.of(TEXT),
        "",
        (format, out) -> out.write(metrics.text().getBytes(StandardCharsets.UTF_8)));
  }

  private boolean hasToken(String authorization) {
    byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    return !token.isEmpty()
        && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
  }
}
