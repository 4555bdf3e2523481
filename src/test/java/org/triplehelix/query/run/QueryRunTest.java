package org.triplehelix.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.triplehelix.query.GeneratedRelease;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.run.LimitReached.Kind;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/** Every kind of runaway ends by its limit, and one like it that is small is answered. */
class QueryRunTest {
  private static final Duration TIME = Duration.ofMillis(100);

  /** For those that another limit is to end, on a busy machine too. */
  private static final Duration TIME_ENOUGH = Duration.ofSeconds(2);

  private static final Duration OVERRUN = Duration.ofMillis(2_500);
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
  private static final DatasetGraph DATASET =
      ReleaseDataset.of(GeneratedRelease.of(600), Duration.ofMillis(1));

  static Stream<Runaway> runaways() {
    return Runaway.all().stream().sorted(Comparator.comparing(Runaway::name));
  }

  @ParameterizedTest
  @MethodSource("runaways")
  void endsByItsLimit(Runaway runaway) {
    long start = System.nanoTime();
    Limits limits =
        Limits.forServer().within(runaway.ends().contains(Kind.TIME) ? TIME : TIME_ENOUGH);
    LimitReached end = assertThrows(LimitReached.class, () -> run(runaway.big(), limits));
    assertTrue(runaway.ends().contains(end.kind()), runaway + ": " + end.getMessage());
    assertTrue(System.nanoTime() - start < OVERRUN.toNanos(), runaway + " took too long to end");
  }

  @ParameterizedTest
  @MethodSource("runaways")
  void oneLikeItIsAnswered(Runaway runaway) {
    assertTrue(run(runaway.small(), Limits.forServer()).bytes() > 0);
  }

  @Test
  void countsWhatWasWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    QueryRun.Outcome outcome =
        query("SELECT * { VALUES ?x { 1 2 3 } }", Limits.forServer())
            .write(new CountingWriter(), out);
    assertEquals(new QueryRun.Outcome(3, out.size()), outcome);
    assertEquals("x\r\n1\r\n2\r\n3\r\n", out.toString(StandardCharsets.UTF_8));
    assertEquals(1, run("ASK { }", Limits.forServer()).rows());
    assertEquals(400, run("CONSTRUCT WHERE { ?a rdfs:label ?c }", Limits.forServer()).rows());
    assertTrue(run("DESCRIBE id:thing-7", Limits.forServer()).rows() > 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ BIND (1 AS ?x) } { BIND (2 AS ?y) }",
        "{ SELECT ?x { BIND (1 AS ?x) } } VALUES ?y { 2 }",
        "{ SELECT ?x { BIND (1 AS ?x) } LIMIT 1 } OPTIONAL { SELECT ?x { BIND (1 AS ?x) } LIMIT 1 }",
      })
  void aJoinThatNobodyReadsIsClosed(String join) {
    assertEquals(1, run("SELECT * { " + join + " }", Limits.forServer()).rows());
    assertEquals(
        0, run("SELECT * { { FILTER (false) } { " + join + " } }", Limits.forServer()).rows());
    assertEquals(0, run("SELECT * { " + join + " } LIMIT 0", Limits.forServer()).rows());
  }

  @Test
  void rowsAndBytesEndWhereTheyAreSet() {
    String text = "SELECT * { ?a rdfs:label ?c }";
    String graph = "CONSTRUCT WHERE { ?a rdfs:label ?c }";
    long bytes = run(text, Limits.forServer()).bytes();
    assertEquals(400, run(text, limits(400, bytes)).rows());
    assertEquals(400, run(graph, limits(400, Long.MAX_VALUE)).rows());
    assertEquals(Kind.ROWS, end(() -> run(text, limits(399, bytes))).kind());
    assertEquals(Kind.ROWS, end(() -> run(graph, limits(399, Long.MAX_VALUE))).kind());
    LimitReached end = end(() -> run(text, limits(400, bytes - 1)));
    assertEquals(Kind.BYTES, end.kind());
    assertEquals((bytes - 1) + " bytes", end.limit());
  }

  private static Limits limits(long rows, long bytes) {
    return new Limits(Duration.ofSeconds(30), rows, bytes, 0.55, 10_000, 100, 1_000, 10_000);
  }

  private static LimitReached end(Executable executable) {
    return assertThrows(LimitReached.class, executable);
  }

  @Test
  void whoGoesAwayStopsTheQuery() throws Exception {
    QueryRun run = query(ENDLESS, Limits.forUser());
    Thread other =
        new Thread(
            () -> {
              pause();
              run.cancel();
            });
    other.start();
    assertEquals(Kind.CANCELLED, end(() -> write(run)).kind());
    other.join();
  }

  @Test
  void cancellingIsSafeBeforeAndAfter() {
    QueryRun before = query("ASK { }", Limits.forServer());
    before.cancel();
    assertEquals(Kind.CANCELLED, end(() -> write(before)).kind());
    QueryRun after = query("ASK { }", Limits.forServer());
    write(after);
    after.cancel();
    assertEquals(1, run("ASK { }", Limits.forServer()).rows());
  }

  @Test
  void cancellingIsSafeAtAnyMoment() throws Exception {
    for (int i = 0; i < 200; i++) {
      QueryRun run = query("SELECT * { ?a rdfs:label ?c } ORDER BY ?c", Limits.forServer());
      Thread other = new Thread(run::cancel);
      other.start();
      try {
        assertEquals(400, write(run).rows());
      } catch (LimitReached end) {
        assertEquals(Kind.CANCELLED, end.kind());
      }
      other.join();
    }
  }

  @Test
  void whoCannotBeWrittenToHasGoneAway() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    QueryRun run = query("SELECT * { ?a rdfs:label ?c }", Limits.forServer());
    assertEquals(Kind.CANCELLED, end(() -> run.write(new CountingWriter(), closed)).kind());
  }

  @Test
  void oneQuerysEndIsNotAnothers() throws Exception {
    QueryRun endless = query(ENDLESS, Limits.forServer().within(TIME));
    Thread other = new Thread(() -> end(() -> write(endless)));
    other.start();
    while (other.isAlive()) {
      assertEquals(400, run("SELECT * { ?a rdfs:label ?c }", Limits.forServer()).rows());
    }
    assertEquals(1, run("ASK { }", Limits.forServer()).rows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<java:java.lang.Runtime>(1) AS ?x) { }",
        "SELECT (afn:wait(1) AS ?x) { }",
        "SELECT (<http://w3id.org/awslabs/neptune/SPARQL-CDTs/concat>(1) AS ?x) { }",
        "SELECT * { ?s text:query ')' }",
        "SELECT * { ?s text:query '/(((a{999}){999}){999})/' }",
        "SELECT * { ?x apf:strSplit ('a' '(') }",
        "SELECT (REGEX('a', 'a'@en) AS ?x) { }",
      })
  void whatIsNotOfferedIsTheAskersFault(String text) {
    BadInputException e =
        assertThrows(BadInputException.class, () -> run(text, Limits.forServer()), text);
    assertFalse(e.getMessage().contains("Exception"), e.getMessage());
  }

  private static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static QueryRun query(String text, Limits limits) {
    return new QueryRun(
        "query",
        QueryText.parse("query", Runaway.PREFIXES + text, limits, Prefixes.standard()),
        DATASET,
        limits);
  }

  private static QueryRun.Outcome write(QueryRun run) {
    return run.write(new CountingWriter(), OutputStream.nullOutputStream());
  }

  private static QueryRun.Outcome run(String text, Limits limits) {
    return write(query(text, limits));
  }
}
