package org.triplehelix.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.triplehelix.bench.Load.Asked;
import org.triplehelix.bench.Load.Measurement;

/** One server's turn of a round: its answers are compared, then it is measured. */
final class Turn {
  /** The sorts of queries. */
  static final List<String> QUERIES = List.of("repeated", "never seen");

  /** Queries that are asked again and again. */
  private static final int POOL = 60;

  /** Queries that are compared before the load. */
  private static final int COMPARED = 180;

  /**
   * Of the never-seen queries every so many is compared; prime, so that no template is left out.
   */
  private static final int KEPT = 97;

  static final int MOST_CLIENTS = 8;
  static final List<Integer> CLIENTS = List.of(1, 2, MOST_CLIENTS);

  private final BenchServer server;
  private final Mix mix;
  private final Answers answers;
  private final Duration warmUp;
  private final Duration window;
  private final Load load;
  private final AtomicLong next = new AtomicLong(COMPARED);
  private final AtomicLong clients = new AtomicLong();
  private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();

  private record Kept(BenchQuery query, byte[] body) {}

  /**
   * A row of the table.
   *
   * @param queries which ones
   * @param clients how many at a time
   */
  record Cell(String queries, int clients) {}

  Turn(BenchServer server, Mix mix, Answers answers, Duration warmUp, Duration window) {
    this.server = server;
    this.mix = mix;
    this.answers = answers;
    this.warmUp = warmUp;
    this.window = window;
    this.load = new Load(server);
  }

  /** Measures repeated queries, then never-seen ones. */
  Map<Cell, Measurement> run() {
    Map<Cell, Measurement> measured = new LinkedHashMap<>();
    List<Asked> pool = compare(mix.queries(0, COMPARED)).subList(0, POOL);
    measure(QUERIES.get(0), () -> repeated(pool), measured);
    measure(QUERIES.get(1), () -> this::neverSeen, measured);
    kept.forEach(k -> answers.take(server.candidate(), k.query(), k.body()));
    compare(mix.queries(0, COMPARED));
    return measured;
  }

  /** Measures one request that is no query, asked again and again. */
  Map<Cell, Measurement> run(String what, byte[] request) {
    Map<Cell, Measurement> measured = new LinkedHashMap<>();
    measure(what, () -> () -> new Asked(what, what, request, answer -> {}), measured);
    return measured;
  }

  private void measure(
      String queries, Supplier<Supplier<Asked>> requests, Map<Cell, Measurement> measured) {
    load.run(MOST_CLIENTS, warmUp, requests);
    for (int number : CLIENTS) {
      measured.put(new Cell(queries, number), load.run(number, window, requests));
    }
  }

  /** Asks each query once; the request then wants an answer of the same length. */
  private List<Asked> compare(List<BenchQuery> queries) {
    try (HttpConnection connection = server.connect()) {
      return queries.stream().map(query -> compare(query, connection)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Asked compare(BenchQuery query, HttpConnection connection) {
    byte[] request = server.request(query);
    try {
      server.ask(connection, query.text(), request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers.take(server.candidate(), query, connection.body());
    int length = connection.length();
    return new Asked(
        query.template(),
        query.text(),
        request,
        answer -> demandLength(query, length, answer.length()));
  }

  private void demandLength(BenchQuery query, int expected, int length) {
    if (length != expected) {
      throw new IllegalStateException(
          "%s answers with %d bytes, before with %d:%n%s"
              .formatted(server.name(), length, expected, query.text()));
    }
  }

  private Supplier<Asked> repeated(List<Asked> pool) {
    Random random = new Random(clients.getAndIncrement());
    return () -> pool.get(random.nextInt(pool.size()));
  }

  private Asked neverSeen() {
    long number = next.getAndIncrement();
    BenchQuery query = mix.query(number);
    return new Asked(
        query.template(),
        query.text(),
        server.request(query),
        answer -> {
          if (number % KEPT == 0) {
            kept.add(new Kept(query, answer.body()));
          }
        });
  }
}
