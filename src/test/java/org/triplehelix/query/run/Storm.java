package org.triplehelix.query.run;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.query.GeneratedRelease;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.vocab.Prefixes;

/**
 * Many runaways at once, and beside them somebody who looks up a thing. Prints how it went; ends
 * with 1 if a runaway ended otherwise than by a limit or a lookup was not answered.
 */
public final class Storm {
  private static final int AT_ONCE = 8;
  private static final String LOOKUP =
      "SELECT * { id:thing-7 rdfs:label ?l . GRAPH ?g { id:thing-7 ?p ?o } }";

  private final DatasetGraph dataset =
      ReleaseDataset.of(GeneratedRelease.of(1_500), Duration.ofSeconds(60));
  private final Limits limits;
  private final List<Runaway> runaways;
  private final Map<String, Integer> ends = new TreeMap<>();

  private Storm(int count, Duration time, String names) {
    this.limits = Limits.forServer().within(time);
    List<Runaway> kinds =
        Runaway.all().stream()
            .filter(runaway -> Arrays.asList(names.split(";")).contains(runaway.name()))
            .toList();
    this.runaways = IntStream.range(0, count).mapToObj(i -> kinds.get(i % kinds.size())).toList();
  }

  /**
   * Raises the storm: how many runaways, after how many seconds they end, their names by {@code ;}.
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
    System.exit(new Storm(count, time, arguments[2]).raise() ? 0 : 1);
  }

  private boolean raise() throws Exception {
    List<Long> calm = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      calm.add(lookUp());
    }
    ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<Boolean>> all = new ArrayList<>();
    for (Runaway runaway : runaways) {
      all.add(askers.submit(() -> endsByLimit(runaway)));
    }
    askers.shutdown();
    List<Long> rough = new ArrayList<>();
    while (!askers.isTerminated()) {
      rough.add(lookUp());
      Thread.sleep(5);
    }
    boolean good = true;
    for (Future<Boolean> one : all) {
      good &= one.get();
    }
    System.out.printf(
        "%d runaways of %d kinds, ends %s; lookups: %d in calm (median %.1f ms), %d in the storm (median %.1f ms,"
            + " 99 %% %.1f ms, most %.1f ms), ratio of medians %.1f%n",
        runaways.size(),
        Set.copyOf(runaways).size(),
        ends,
        calm.size(),
        percentile(calm.subList(100, 200), 50),
        rough.size(),
        percentile(rough, 50),
        percentile(rough, 99),
        percentile(rough, 100),
        percentile(rough, 50) / percentile(calm.subList(100, 200), 50));
    return good && rough.size() > 20;
  }

  private boolean endsByLimit(Runaway runaway) {
    try {
      run(runaway.big());
      count(runaway.name() + " answered");
      return false;
    } catch (LimitReached end) {
      count(end.kind().name());
      return true;
    } catch (RuntimeException e) {
      count(runaway.name() + " " + e);
      return false;
    }
  }

  private synchronized void count(String end) {
    ends.merge(end, 1, Integer::sum);
  }

  private long lookUp() {
    long start = System.nanoTime();
    if (run(LOOKUP).rows() == 0) {
      throw new AssertionError("nothing found");
    }
    return System.nanoTime() - start;
  }

  private QueryRun.Outcome run(String text) {
    return new QueryRun(
            "query",
            QueryText.parse("query", Runaway.PREFIXES + text, limits, Prefixes.standard()),
            dataset,
            limits)
        .write(new CountingWriter(), OutputStream.nullOutputStream());
  }

  private static double percentile(List<Long> nanos, int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }
}
