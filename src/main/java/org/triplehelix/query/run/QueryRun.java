package org.triplehelix.query.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.function.scripting.ScriptDenyException;
import org.triplehelix.query.run.LimitReached.Kind;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * One query on its way to one answer. It is evaluated by the thread that calls {@link #write}; any
 * other thread may {@link #cancel} it, at any moment.
 */
public final class QueryRun {
  private final String name;
  private final Query query;
  private final Optional<Op> plan;
  private final Engine engine;
  private final Limits limits;
  private final AtomicReference<Watch> watch = new AtomicReference<>();
  private volatile boolean cancelled;

  /**
   * What was written.
   *
   * @param rows of a table, triples of a graph, or one
   * @param bytes as written
   */
  public record Outcome(long rows, long bytes) {}

  /**
   * A query to be run once.
   *
   * @param name what it is called in messages
   */
  public QueryRun(String name, Query query, DatasetGraph dataset, Limits limits) {
    this(name, query, Optional.empty(), Engine.of(dataset), limits);
  }

  /**
   * A query to be run once by a plan that is known of it.
   *
   * @param plan optimised; none to have one made
   */
  public QueryRun(String name, Query query, Optional<Op> plan, Engine engine, Limits limits) {
    this.name = name;
    this.query = query;
    this.plan = plan;
    this.engine = engine;
    this.limits = limits;
  }

  /** Ends the query: nobody waits for its answer any longer. */
  public void cancel() {
    cancelled = true;
    Watch running = watch.get();
    if (running != null) {
      running.end(Kind.CANCELLED, "");
    }
  }

  /**
   * Evaluates the query and writes its answer; when it ends by an exception, what was written is
   * not whole.
   *
   * @throws LimitReached if it reached a limit or was cancelled
   * @throws BadInputException if it asks for what cannot be answered
   */
  public Outcome write(AnswerWriter writer, OutputStream out) {
    Watch running = Watch.start(limits);
    watch.set(running);
    if (cancelled) {
      running.end(Kind.CANCELLED, "");
    }
    Runnable end = () -> {};
    try {
      end = engine.begin();
      Outcome outcome = evaluate(writer, new MeasuredStream(out, running), running);
      demandNotEnded(running);
      return outcome;
    } catch (StackOverflowError e) {
      throw orReason(running, new LimitReached(Kind.NESTING, "deeper than the engine goes"));
    } catch (OutOfMemoryError e) {
      throw orReason(running, new LimitReached(Kind.MEMORY, "none was left"));
    } catch (IOException e) {
      throw orReason(running, new UncheckedIOException(e));
    } catch (QueryException e) {
      throw orReason(running, refusal(e));
    } catch (RuntimeException e) {
      throw orReason(running, e);
    } finally {
      end.run();
      running.leave();
    }
  }

  private Outcome evaluate(AnswerWriter writer, MeasuredStream out, Watch running)
      throws IOException {
    try (QueryExec execution = engine.execution(query, plan, limits)) {
      running.stopBy(execution::abort);
      running.step();
      long rows = 1;
      if (query.isSelectType()) {
        Counted counted = new Counted(running);
        writer.rows(counted.rows(execution.select()), out);
        rows = counted.rows;
      } else if (query.isAskType()) {
        writer.truth(execution.ask(), out);
      } else if (query.isConstructType() || query.isDescribeType()) {
        Graph graph = new CountedGraph(running);
        graph = query.isConstructType() ? execution.construct(graph) : execution.describe(graph);
        writer.graph(graph, out);
        rows = graph.size();
      } else {
        throw new BadInputException(
            Position.of(name), "asks for JSON", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE");
      }
      return new Outcome(rows, out.bytes());
    }
  }

  private BadInputException refusal(QueryException e) {
    Position position = Position.of(name);
    if (e instanceof TextIndexException || QueryText.plain(e).startsWith("Text search")) {
      return new BadInputException(
          position,
          "searches by text:query for what cannot be searched",
          "put a backslash before each of + - & | ! ( ) { } [ ] ^ \" ~ * ? : \\ / that is meant"
              + " as it stands, or put the words in quotes");
    }
    String what = "cannot be answered: " + QueryText.plain(e);
    return e instanceof QueryDeniedException || e instanceof ScriptDenyException
        ? new NotOfferedException(position, what, "leave it out")
        : new BadInputException(position, what, "mend the query");
  }

  private static void demandNotEnded(Watch running) {
    if (running.reason() != null) {
      throw running.reason();
    }
  }

  /** Once a query has been ended, whatever else goes wrong follows from that. */
  private static RuntimeException orReason(Watch running, RuntimeException other) {
    return running.reason() == null ? other : running.reason();
  }

  private static void demandRows(long rows, Watch running) {
    running.step();
    if (rows > running.limits().rows()) {
      throw running.reached(Kind.ROWS, Long.toString(running.limits().rows()));
    }
  }

  private static final class Counted {
    private final Watch running;
    private long rows;

    Counted(Watch running) {
      this.running = running;
    }

    RowSet rows(RowSet found) {
      List<Var> variables = new ArrayList<>(found.getResultVars());
      return RowSetStream.create(variables, Iter.map(found, this::count));
    }

    private Binding count(Binding row) {
      demandRows(++rows, running);
      return row;
    }
  }

  private static final class CountedGraph extends GraphMem2Fast {
    private final Watch running;

    CountedGraph(Watch running) {
      this.running = running;
    }

    @Override
    public void performAdd(Triple triple) {
      super.performAdd(triple);
      demandRows(size(), running);
    }
  }
}
