package org.triplehelix.query.backend;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.exec.QueryExec;
import org.triplehelix.query.run.Engine;
import org.triplehelix.query.run.Limits;

/** An engine that sends queries on to a back end. */
public final class RemoteEngine implements Engine {
  private final Wire wire;

  /**
   * The engine of a back end.
   *
   * @param outcomes takes how each request ended: {@code answered}, or what went wrong
   */
  public RemoteEngine(BackEnd backEnd, Consumer<String> outcomes) {
    this.wire = new Wire(backEnd, outcomes);
  }

  @Override
  public QueryExec execution(Query query, Optional<Op> plan, Limits limits) {
    Standard.demand(query);
    return new RemoteExecution(wire, query, limits);
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }
}
