package org.triplehelix.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Release;
import org.triplehelix.query.ReleaseDataset;
import org.triplehelix.query.run.Engine;
import org.triplehelix.query.run.LimitReached;
import org.triplehelix.query.run.Limits;
import org.triplehelix.query.run.PreparedQueries;
import org.triplehelix.query.run.QueryRun;
import org.triplehelix.query.run.QueryText.Understood;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.ResultWriter;
import org.triplehelix.source.BadInputException;
import org.triplehelix.vocab.Prefixes;

/**
 * Queries by chance, run by our engine and read back from what our writers write, give what ARQ
 * gives over the same statements; and broken ones are told as such. {@code -Dfuzz.queries=N} tries
 * more of them.
 */
class QueryFuzzTest {
  private static final int QUERIES = Integer.getInteger("fuzz.queries", 500);
  private static final int FIRST = Integer.getInteger("fuzz.first", 0);
  private static final int VARIANTS = 3;
  private static final int BROKEN = 3_000;
  private static final int MOST_ROWS = 10_000;
  private static final Limits LIMITS =
      new Limits(
          Duration.ofMinutes(1), MOST_ROWS, 100_000_000, 0.9, 100_000, 100, 1_000, 1_000_000);

  private static final List<Format> OF_ROWS =
      List.of(ResultFormats.JSON, ResultFormats.XML, ResultFormats.TSV);
  private static final List<Format> OF_GRAPHS = ResultFormats.OF_GRAPHS;

  private static final Release RELEASE = SmallRelease.made();
  private static final DatasetGraph OURS = ReleaseDataset.of(RELEASE, Duration.ofMinutes(1));
  private static final DatasetGraph ARQS = DatasetGraphFactory.create();
  private static final PreparedQueries PREPARED = new PreparedQueries(OURS.getContext());

  static {
    RELEASE.asked().forEach(ARQS::add);
    ReleaseDataset.prepare(OURS);
    QC.setFactory(ARQS.getContext(), PlainJoins::new);
  }

  /** An answer that can be compared: rows and truth as lines, or a graph. */
  private record Answer(List<String> lines, Graph graph) {
    boolean isSame(Answer other) {
      return lines.equals(other.lines) && (graph == null || graph.isIsomorphicWith(other.graph));
    }

    boolean hasRows() {
      return graph == null ? !lines.isEmpty() && !lines.get(0).equals("false") : !graph.isEmpty();
    }

    @Override
    public String toString() {
      return lines.size() + " rows " + lines + (graph == null ? "" : "\n" + graph.find().toList());
    }
  }

  private static Answer rows(RowSet rows, boolean isOrdered) {
    List<String> lines = new ArrayList<>();
    List<Var> variables = rows.getResultVars();
    rows.forEachRemaining(row -> lines.add(variables.stream().map(row::get).toList().toString()));
    if (!isOrdered) {
      lines.sort(null);
    }
    return new Answer(lines, null);
  }

  private static Understood understood(String text) {
    return PREPARED.understand("query", text, LIMITS, Prefixes.standard());
  }

  private static Answer ours(Understood understood, int number) {
    Query query = understood.query();
    boolean isOfGraphs = query.isConstructType() || query.isDescribeType();
    List<Format> formats = isOfGraphs ? OF_GRAPHS : OF_ROWS;
    Format format = query.isAskType() ? ResultFormats.JSON : formats.get(number % formats.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new QueryRun("query", query, understood.plan(), Engine.of(OURS), LIMITS)
        .write(new ResultWriter(format, OURS.getContext()), out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    if (isOfGraphs) {
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.source(in).lang(ResultFormats.GRAPHS.get(format).getLang()).parse(graph);
      return new Answer(List.of(), graph);
    }
    Lang lang = ResultFormats.ROWS.get(format);
    RowSetReader reader = RowSetReaderRegistry.getFactory(lang).create(lang);
    return query.isAskType()
        ? truth(reader.readAny(in, Context.create()).booleanResult())
        : rows(reader.read(in, Context.create()), query.isOrdered());
  }

  private static Answer truth(boolean truth) {
    return new Answer(List.of(Boolean.toString(truth)), null);
  }

  private static Answer arqs(String text) {
    Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_12);
    try (QueryExec execution = QueryExec.dataset(ARQS).query(query).build()) {
      return answer(query, execution);
    }
  }

  /** ARQ's hash joins fail where they are closed unread, so its plain joins are taken. */
  private static final class PlainJoins extends OpExecutor {
    PlainJoins(ExecutionContext context) {
      super(context);
    }

    @Override
    protected QueryIterator execute(OpJoin op, QueryIterator input) {
      QueryIterator left = exec(op.getLeft(), input);
      return Join.nestedLoopJoin(left, exec(op.getRight(), root()), execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
      QueryIterator left = exec(op.getLeft(), input);
      QueryIterator right = exec(op.getRight(), root());
      return Join.nestedLoopLeftJoin(left, right, op.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpTable op, QueryIterator input) {
      return op.isJoinIdentity()
          ? input
          : Join.nestedLoopJoin(input, op.getTable().iterator(execCxt), execCxt);
    }
  }

  private static Answer answer(Query query, QueryExec execution) {
    if (query.isSelectType()) {
      return rows(execution.select(), query.isOrdered());
    }
    if (query.isAskType()) {
      return truth(execution.ask());
    }
    return new Answer(
        List.of(), query.isConstructType() ? execution.construct() : execution.describe());
  }

  @Test
  void queriesByChanceGiveWhatArqGives() {
    int withRows = 0;
    int planned = 0;
    int ended = 0;
    List<String> other = new ArrayList<>();
    for (int seed = FIRST; seed < FIRST + QUERIES; seed++) {
      for (int variant = 0; variant < VARIANTS; variant++) {
        String text = QueryGrammar.query(seed, variant);
        try {
          Understood understood = understood(text);
          Answer found = ours(understood, seed + variant);
          Answer expected = arqs(text);
          if (!found.isSame(expected)) {
            other.add(told(seed, variant, text, "ARQ: " + expected + "\nours: " + found));
          }
          withRows += found.hasRows() ? 1 : 0;
          planned += understood.plan().isPresent() ? 1 : 0;
        } catch (LimitReached e) {
          ended++;
        } catch (RuntimeException e) {
          other.add(told(seed, variant, text, e + " at " + e.getStackTrace()[0]));
        }
      }
    }
    int all = QUERIES * VARIANTS;
    assertEquals(List.of(), other, () -> other.size() + " differ");
    assertTrue(withRows > all / 2, withRows + " have rows");
    assertTrue(planned > all / 10, planned + " by the plan of another");
    assertTrue(ended < all / 20, ended + " reached a limit");
  }

  private static String told(int seed, int variant, String text, String what) {
    return "\n"
        + seed
        + "/"
        + variant
        + ": "
        + text.substring(QueryGrammar.PREFIXES.length())
        + "\n"
        + what;
  }

  @Test
  void brokenQueriesAreTheAskersFault() {
    int refused = 0;
    for (int seed = 0; seed < BROKEN; seed++) {
      String text = broken(QueryGrammar.query(seed, 0), new Random(seed));
      try {
        understood(text);
      } catch (LimitReached e) {
        refused++;
      } catch (BadInputException e) {
        assertFalse(e.getMessage().contains("Exception"), e.getMessage());
        assertTrue(e.getMessage().startsWith("query:"), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > BROKEN / 4, refused + " were refused");
    assertTrue(refused < BROKEN, "some are well written all the same");
  }

  private static String broken(String text, Random random) {
    StringBuilder broken = new StringBuilder(text);
    String signs = "{}()[]<>\"'\\#?$@^|/*+!.,;:~\u0000\u0001\n\r\\uU9aé创\ud83d\uffff";
    int prefixes = QueryGrammar.PREFIXES.length();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = prefixes + random.nextInt(broken.length() - prefixes);
      switch (random.nextInt(4)) {
        case 0 -> broken.deleteCharAt(at);
        case 1 -> broken.insert(at, signs.charAt(random.nextInt(signs.length())));
        case 2 -> broken.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
        default -> broken.insert(at, text.substring(Math.min(at, text.length() - 12)));
      }
    }
    return broken.toString();
  }
}
