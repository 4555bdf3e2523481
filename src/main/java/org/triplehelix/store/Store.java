package org.triplehelix.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.store.FSDirectory;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * The state of a store that was in use when it was opened, to be read by any number of threads: a
 * later load changes nothing in it.
 */
public final class Store implements AutoCloseable {
  private final Path generation;
  private final Contents contents;
  private final DatasetGraph dataset;
  private final Set<Node> layers = new LinkedHashSet<>();
  private final FSDirectory directory;
  private final TextIndex texts;

  private Store(Path generation) throws IOException {
    this.generation = generation;
    contents = Contents.read(generation);
    dataset = connect(data(generation));
    contents.layers().keySet().forEach(name -> layers.add(NodeFactory.createURI(name)));
    directory = FSDirectory.open(texts(generation));
    texts = TextFields.index(directory);
  }

  private static DatasetGraph connect(Path folder) {
    try {
      return DatabaseMgr.connectDatasetGraph(folder.toString());
    } catch (AlreadyLocked e) {
      throw new BadInputException(
          Position.of(folder.toString()),
          "is in use by another process",
          "stop it, or give each server a copy of the store");
    }
  }

  /**
   * Opens a store.
   *
   * @throws BadInputException if nothing was loaded into it, it is damaged, or another process has
   *     it open
   */
  public static Store open(StoreFolder folder) {
    return of(folder.current());
  }

  static Store of(Path generation) {
    try {
      return new Store(generation);
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(generation.toString()),
          "cannot be opened: " + e.getMessage(),
          "load the store again");
    }
  }

  static Path data(Path generation) {
    return generation.resolve("data");
  }

  static Path texts(Path generation) {
    return generation.resolve("texts");
  }

  /** What it holds, as it was counted when it was loaded. */
  public Contents contents() {
    return contents;
  }

  /** Writes all of it as N-Quads. */
  public void write(OutputStream out) {
    Txn.executeRead(
        dataset,
        () -> {
          StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
          lines.start();
          dataset.find().forEachRemaining(lines::quad);
          lines.finish();
        });
  }

  /** The graphs beside a release. */
  public Set<Node> layers() {
    return layers;
  }

  /**
   * The release that was loaded, in memory; empty if there is none.
   *
   * @throws BadInputException if it is damaged
   */
  public Optional<Release> release() {
    if (!contents.release()) {
      return Optional.empty();
    }
    List<Quad> quads = new ArrayList<>();
    Txn.executeRead(
        dataset,
        () ->
            dataset
                .find()
                .forEachRemaining(
                    quad -> {
                      if (quad.isDefaultGraph()) {
                        quads.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
                      } else if (!layers.contains(quad.getGraph())) {
                        quads.add(quad);
                      }
                    }));
    return Optional.of(ReleaseFile.of(generation, quads));
  }

  /** What full text finds in the layers. */
  public TextIndex texts() {
    return texts;
  }

  /** A layer, for the engine of the store; within {@link #begin} and {@link #end} only. */
  public GraphTDB graph(Node layer) {
    DatasetGraphTDB base = TDBInternal.getDatasetGraphTDB(dataset);
    return (GraphTDB) base.getGraph(layer);
  }

  /**
   * Statements of a layer, or of all of them if the graph is a wildcard. Within {@link #begin} and
   * {@link #end} they come one by one; outside of them all are fetched.
   */
  public Iterator<Quad> find(Node graph, Node s, Node p, Node o) {
    if (isReading()) {
      return found(graph, s, p, o);
    }
    return Txn.calculateRead(dataset, () -> Iter.toList(found(graph, s, p, o))).iterator();
  }

  private Iterator<Quad> found(Node graph, Node s, Node p, Node o) {
    if (graph.isConcrete()) {
      return layers.contains(graph) ? dataset.find(graph, s, p, o) : Iter.nullIterator();
    }
    return Iter.flatMap(layers.iterator(), layer -> dataset.find(layer, s, p, o));
  }

  /** The thread begins to read. */
  public void begin() {
    dataset.begin(TxnType.READ);
  }

  /** The thread ends to read. */
  public void end() {
    dataset.end();
  }

  /** Whether the thread has begun to read. */
  public boolean isReading() {
    return dataset.isInTransaction();
  }

  @Override
  public void close() {
    texts.close();
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      TDBInternal.expel(dataset);
    }
  }
}
