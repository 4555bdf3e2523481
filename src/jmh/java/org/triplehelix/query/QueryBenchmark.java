package org.triplehelix.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetRewindable;
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
import org.openjdk.jmh.infra.Blackhole;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;
import org.triplehelix.query.run.Limits;
import org.triplehelix.query.run.QueryText;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.ResultWriter;

/** The parts of answering a query that was not asked before, each alone, on the real release. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QueryBenchmark {
  private static final String FIGURES =
      """
      PREFIX sosa: <http://www.w3.org/ns/sosa/>
      PREFIX th: <https://w3id.org/triplehelix/ontology#>
      SELECT ?figure ?number ?of ?passage
      WHERE {
        ?figure sosa:hasFeatureOfInterest ?of ;
          sosa:hasSimpleResult ?number ;
          th:statedIn ?passage .
        FILTER (?number > 10)
      }
      LIMIT 100
      """;

  private Release release;
  private DatasetGraph dataset;
  private List<Node> subjects;
  private Query query;
  private RowSetRewindable rows;
  private ResultWriter json;
  private final Random random = new Random(1);

  /** The release of this folder, and an answer to be written. */
  @Setup
  public void build() {
    release = ReleaseBuilder.build(Content.at(Path.of("")));
    dataset = ReleaseDataset.of(release, Duration.ofSeconds(10));
    subjects = release.quads().stream().map(Quad::getSubject).distinct().toList();
    query = QueryFactory.create(FIGURES);
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      rows = execution.select().rewindable();
    }
    json =
        new ResultWriter(
            ResultFormats.ROWS.keySet().stream()
                .filter(format -> format.label().toLowerCase(Locale.ROOT).equals("json"))
                .findFirst()
                .orElseThrow(),
            dataset.getContext());
  }

  /** A query from its text, with what is looked at before it may run. */
  @Benchmark
  public Query parse() {
    return QueryText.parse("query", FIGURES, Limits.forServer(), release.prefixes());
  }

  /** All that one thing is the subject of, in the default graph. */
  @Benchmark
  public void findInDefaultGraph(Blackhole hole) {
    drain(dataset.find(Quad.defaultGraphIRI, subject(), Node.ANY, Node.ANY), hole);
  }

  /** The same in all named graphs. */
  @Benchmark
  public void findInNamedGraphs(Blackhole hole) {
    drain(dataset.findNG(Node.ANY, subject(), Node.ANY, Node.ANY), hole);
  }

  /** A join of three patterns with a filter, from the parsed query to its last row. */
  @Benchmark
  public void evaluate(Blackhole hole) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
      drain(execution.select(), hole);
    }
  }

  /** A hundred rows as JSON. */
  @Benchmark
  public void writeRows() throws IOException {
    rows.reset();
    json.rows(rows, OutputStream.nullOutputStream());
  }

  private Node subject() {
    return subjects.get(random.nextInt(subjects.size()));
  }

  private static void drain(Iterator<?> all, Blackhole hole) {
    while (all.hasNext()) {
      hole.consume(all.next());
    }
  }
}
