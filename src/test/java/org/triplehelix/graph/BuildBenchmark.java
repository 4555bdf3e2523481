package org.triplehelix.graph;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the release of this folder takes to build, by phase: first cold, as a command builds it,
 * then again. Run from the command line, see docs/inference.md.
 */
public final class BuildBenchmark {
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String phase;
  private long start;

  private BuildBenchmark() {}

  public static void main(String[] arguments) {
    System.out.printf(
        "%.2f s from the start of the program%n",
        (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3);
    for (String round : new String[] {"cold", "second", "third", "fourth", "fifth"}) {
      new BuildBenchmark().run(round);
    }
  }

  private void run(String round) {
    Built built = ReleaseBuilder.buildWithPositions(Content.at(Path.of("")), this::next);
    next("");
    double sum = seconds.values().stream().mapToDouble(s -> s).sum();
    System.out.printf("%-7s %.2f s:", round, sum);
    seconds.forEach((name, s) -> System.out.printf(" %s %.2f", name, s));
    System.out.printf(
        ", %,d statements, %,d of them inferred%n",
        built.release().quads().size(), built.inference().conclusions().size());
  }

  private void next(String name) {
    long now = System.nanoTime();
    if (phase != null) {
      seconds.put(phase, (now - start) / 1e9);
    }
    phase = name;
    start = now;
  }
}
