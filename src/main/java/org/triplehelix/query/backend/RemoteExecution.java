package org.triplehelix.query.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;
import org.triplehelix.query.run.Limits;

/**
 * A query that a back end answers. A CONSTRUCT is sent as a SELECT of what its template needs, and
 * a DESCRIBE as one of the statements about each term: so each answer is known to be whole, and a
 * description is the same whatever engine there is.
 */
final class RemoteExecution implements QueryExec {
  /** So many terms are described at most, as a query can be only so long. */
  private static final int TERMS = 200;

  /** What the results of an answer may take on the wire, beside the answer itself. */
  private static final long WORDY = 10;

  private final Wire wire;
  private final Query query;
  private final Limits limits;
  private CompletableFuture<HttpResponse<InputStream>> sent;
  private InputStream body;
  private boolean ended;

  RemoteExecution(Wire wire, Query query, Limits limits) {
    this.wire = wire;
    this.query = query;
    this.limits = limits;
  }

  @Override
  public RowSet select() {
    List<Var> variables = new ArrayList<>(query.getProjectVars());
    return RowSetStream.create(variables, results(query));
  }

  @Override
  public boolean ask() {
    return results(query).truth();
  }

  @Override
  public Graph construct(Graph graph) {
    constructTriples().forEachRemaining(graph::add);
    return graph;
  }

  @Override
  public Iterator<Triple> constructTriples() {
    List<Triple> template = query.getConstructTemplate().getTriples();
    return TemplateLib.calcTriples(template, results(Forms.ofTemplate(query)));
  }

  @Override
  public Graph describe(Graph graph) {
    describeTriples().forEachRemaining(graph::add);
    return graph;
  }

  @Override
  public Iterator<Triple> describeTriples() {
    Set<Node> terms = new LinkedHashSet<>(query.getResultURIs());
    if (query.getQueryPattern() != null) {
      results(Forms.ofDescribed(query))
          .forEachRemaining(row -> row.forEach((variable, term) -> terms.add(term)));
    }
    List<Node> named = terms.stream().filter(Node::isURI).toList();
    List<Triple> triples = new ArrayList<>();
    for (int from = 0; from < named.size(); from += TERMS) {
      List<Node> some = named.subList(from, Math.min(from + TERMS, named.size()));
      for (Query about : Forms.about(some, query)) {
        results(about)
            .forEachRemaining(
                row -> triples.add(Triple.create(row.get("s"), row.get("p"), row.get("o"))));
      }
    }
    return triples.iterator();
  }

  private Results results(Query asked) {
    boolean hasDataset = asked.hasDatasetDescription();
    BackEnd there = wire.backEnd();
    String text = Forms.text(there.hasOwnDefaultGraph() ? asked : Portable.of(asked, there));
    CompletableFuture<HttpResponse<InputStream>> sending;
    synchronized (this) {
      demandNotEnded();
      sending = wire.send(text, hasDataset, limits.time());
      sent = sending;
    }
    InputStream results;
    try {
      results = wire.results(sending);
    } catch (CancellationException e) {
      throw new QueryCancelledException();
    }
    synchronized (this) {
      body = results;
      if (ended) {
        release();
      }
      demandNotEnded();
    }
    long bytes = limits.bytes();
    return new Results(wire, results, bytes > Long.MAX_VALUE / WORDY ? bytes : bytes * WORDY);
  }

  private void demandNotEnded() {
    if (ended) {
      throw new QueryCancelledException();
    }
  }

  @Override
  public synchronized void abort() {
    ended = true;
    release();
  }

  private void release() {
    if (sent != null) {
      sent.cancel(true);
    }
    if (body != null) {
      try {
        body.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public synchronized void close() {
    ended = true;
    release();
  }

  @Override
  public synchronized boolean isClosed() {
    return ended;
  }

  @Override
  public Query getQuery() {
    return query;
  }

  @Override
  public String getQueryString() {
    return query.toString();
  }

  @Override
  public DatasetGraph getDataset() {
    return null;
  }

  @Override
  public Context getContext() {
    return Context.emptyContext();
  }

  @Override
  public Iterator<Quad> constructQuads() {
    throw new UnsupportedOperationException("quads");
  }

  @Override
  public DatasetGraph constructDataset(DatasetGraph dataset) {
    throw new UnsupportedOperationException("quads");
  }

  @Override
  public JsonArray execJson() {
    throw new UnsupportedOperationException("JSON");
  }

  @Override
  public Iterator<JsonObject> execJsonItems() {
    throw new UnsupportedOperationException("JSON");
  }
}
