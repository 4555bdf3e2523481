package org.triplehelix.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long answers took, by their kind, for one thread at a time. */
final class Times {
  private final Map<String, Kind> kinds = new TreeMap<>();

  /**
   * Answers of a kind.
   *
   * @param last until their last byte was there
   * @param first until their first byte was there
   */
  private record Kind(Latencies last, Latencies first) {}

  void add(String kind, long last, long first) {
    Kind times = kinds.computeIfAbsent(kind, k -> new Kind(new Latencies(), new Latencies()));
    times.last().add(last);
    times.first().add(first);
  }

  void addAll(Times others) {
    others.kinds.forEach(
        (name, other) -> {
          Kind times = kinds.computeIfAbsent(name, k -> new Kind(new Latencies(), new Latencies()));
          times.last().addAll(other.last());
          times.first().addAll(other.first());
        });
  }

  /** Until the last byte, of all kinds. */
  Latencies last() {
    Latencies all = new Latencies();
    kinds.values().forEach(kind -> all.addAll(kind.last()));
    return all;
  }

  /** Until the first byte, of all kinds. */
  Latencies first() {
    Latencies all = new Latencies();
    kinds.values().forEach(kind -> all.addAll(kind.first()));
    return all;
  }

  /** The milliseconds that half of the answers of each kind took at most. */
  Map<String, Double> medians() {
    return kinds.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, kind -> kind.getValue().last().millis(0.5)));
  }
}
