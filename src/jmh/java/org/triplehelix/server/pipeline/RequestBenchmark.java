package org.triplehelix.server.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What each request costs, whatever it asks: what the client takes, and the answer that is kept.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RequestBenchmark {
  private static final int KEPT = 1000;
  private static final long BYTES = 64L << 20;
  private static final int BODY = 2048;

  private static final List<Format> FORMATS =
      List.of(
          Format.HTML,
          Format.of("json", "application/sparql-results+json", "application/json"),
          Format.of("xml", "application/sparql-results+xml", "application/xml"),
          Format.text("csv", "text/csv"),
          Format.text("tsv", "text/tab-separated-values"));

  private final AnswerCache cache = new AnswerCache(BYTES);
  private int next;

  /** Requests with answers of 2 kB that are kept. */
  @Setup
  public void keep() {
    for (int i = 0; i < KEPT; i++) {
      cache.remember(raw(i), "meaning of " + i);
      CompletableFuture<Answer> mine = new CompletableFuture<>();
      cache.inTheMaking("meaning of " + i, mine);
      Answer answer =
          Answer.of(200, HttpFields.EMPTY, "x".repeat(BODY).getBytes(StandardCharsets.US_ASCII));
      cache.made("meaning of " + i, mine, answer);
    }
  }

  private static String raw(int number) {
    return "GET /sparql?query=" + "SELECT+%3Fs+%7B%3Fs+a+%3Fo%7D+".repeat(10) + number;
  }

  /** The header of a program that wants one form. */
  @Benchmark
  public Optional<Format> acceptOfAProgram() {
    return new Accept("application/sparql-results+json").best(FORMATS);
  }

  /** The header of a browser. */
  @Benchmark
  public Optional<Format> acceptOfABrowser() {
    return new Accept("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8")
        .best(FORMATS);
  }

  /** A kept answer by the text of its request, with a text that is new each time. */
  @Benchmark
  public Optional<Answer> keptAnswer() {
    next = (next + 1) % KEPT;
    return cache.byText(raw(next));
  }
}
