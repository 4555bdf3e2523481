package org.triplehelix.query.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.triplehelix.query.GeneratedRelease;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/** No function that ARQ knows by name makes a value beyond the limit, or takes long for one. */
class RegisteredFunctionsTest {
  private static final int LONGEST = 20_000;
  private static final Duration LONG = Duration.ofSeconds(2);
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(30), 100, 1_000_000, 0.9, 200_000, 100, 1_000, LONGEST);
  private static final DatasetGraph DATASET =
      ReleaseDataset.of(GeneratedRelease.of(0), Duration.ofSeconds(30));
  private static final List<String> VALUES =
      List.of(
          "'" + "%".repeat(16_000) + "'",
          "'" + "9".repeat(16_000) + "'",
          "9".repeat(4_000),
          "1000000000");

  static Stream<String> functions() {
    return Iter.toList(FunctionRegistry.get().keys()).stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void staysWithinTheLimit(String function) {
    for (String value : VALUES) {
      for (int arguments = 1; arguments <= 3; arguments++) {
        stays("<" + function + ">(" + times(arguments, value) + ")");
      }
    }
  }

  private static String times(int count, String value) {
    return IntStream.range(0, count).mapToObj(i -> value).collect(Collectors.joining(", "));
  }

  private static void stays(String call) {
    long start = System.nanoTime();
    long length = length("SELECT (STRLEN(STR(" + call + ")) AS ?n) { }");
    assertTrue(length <= LONGEST, () -> length + " characters: " + call.substring(0, 80));
    assertTrue(System.nanoTime() - start < LONG.toNanos(), () -> "slow: " + call.substring(0, 80));
  }

  private static long length(String query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new QueryRun(
              "query",
              QueryText.parse("query", query, LIMITS, Prefixes.standard()),
              DATASET,
              LIMITS)
          .write(new CountingWriter(), out);
    } catch (LimitReached | BadInputException | QueryException e) {
      return 0;
    }
    String number = out.toString(StandardCharsets.UTF_8).lines().skip(1).findFirst().orElse("");
    return number.isBlank() ? 0 : Long.parseLong(number.strip());
  }
}
