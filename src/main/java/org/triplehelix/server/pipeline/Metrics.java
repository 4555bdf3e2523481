package org.triplehelix.server.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Counts and times requests, in the form of Prometheus. */
public final class Metrics implements AutoCloseable {
  private static final Duration[] BUCKETS =
      IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final Map<String, String> CACHE_USES =
      Map.of("cache", "hit", "meaning", "hit", "joined", "joined", "short", "miss", "long", "miss");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();
  private final Map<String, Counter> problems = new ConcurrentHashMap<>();
  private final Map<String, Counter> cacheUses = new HashMap<>();
  private final List<Runnable> infos = new CopyOnWriteArrayList<>();
  private final List<Supplier<Number>> held = new CopyOnWriteArrayList<>();
  private final Map<Limit, Counter> rejections = new EnumMap<>(Limit.class);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Metrics of the program, with none of requests yet. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    collections.bindTo(registry);
    CACHE_USES.forEach(
        (from, use) ->
            cacheUses.put(
                from,
                Counter.builder("helix.cache.requests")
                    .description("Requests by what the cache had for them")
                    .tag("result", use)
                    .register(registry)));
    for (Limit limit : Limit.values()) {
      rejections.put(
          limit,
          Counter.builder("helix.rejections")
              .description("Requests and connections that were refused or ended, by limit")
              .tag("limit", limit.label())
              .register(registry));
    }
  }

  /** A number that is asked for when it is shown. */
  public void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /** One request: under which route, with what status, from where its answer came. */
  void request(String route, int status, String from, long nanos) {
    timers
        .computeIfAbsent(
            route + " " + status + " " + from,
            key ->
                Timer.builder("helix.requests")
                    .description("Requests by route, status and where the answer came from")
                    .tags("route", route, "status", Integer.toString(status), "from", from)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry))
        .record(nanos, TimeUnit.NANOSECONDS);
    Counter use = cacheUses.get(from);
    if (use != null) {
      use.increment();
    }
  }

  /** One request or connection that was refused or ended because of a limit. */
  public void rejected(Limit limit) {
    rejections.get(limit).increment();
  }

  /**
   * What something is, told by a label of a number that is one; asked for when it is shown.
   *
   * @param value of the label
   */
  public void info(String name, String description, String label, Supplier<String> value) {
    MultiGauge gauge = MultiGauge.builder(name).description(description).register(registry);
    infos.add(
        () -> gauge.register(List.of(MultiGauge.Row.of(Tags.of(label, value.get()), 1)), true));
  }

  /** One request that had no answer. */
  void problem(String kind) {
    problems
        .computeIfAbsent(
            kind,
            k ->
                Counter.builder("helix.problems")
                    .description("Requests without an answer, by kind of problem")
                    .tag("kind", k)
                    .register(registry))
        .increment();
  }

  /** A number that only grows, asked for when it is shown. */
  public void counter(String name, String description, Supplier<Number> value) {
    held.add(value);
    FunctionCounter.builder(name, value, v -> v.get().doubleValue())
        .description(description)
        .register(registry);
  }

  /** One more of something, with names and values of labels in turn. */
  public void count(String name, String description, String... labels) {
    Counter.builder(name).description(description).tags(labels).register(registry).increment();
  }

  /** All of them, as Prometheus reads them. */
  public String text() {
    infos.forEach(Runnable::run);
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
