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
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
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
  /** Bytes of heap for each term that is kept: some 250 are taken, a sixteenth of the heap. */
  private static final long HEAP_OF_A_TERM = 4_000;

  /** Terms are written more often than they are looked for. */
  private static final long LESS_OFTEN = 4;

  private final Path generation;
  private final Contents contents;
  private final DatasetGraph dataset;
  private final Set<Node> layers = new LinkedHashSet<>();
  private final FSDirectory directory;
  private final TextIndex texts;

  private Store(Path generation) throws IOException {
    this.generation = generation;
    contents = Contents.read(generation);
    Sizes.demandWhole(generation);
    dataset = connect(data(generation), boundedByHeap());
    contents.layers().keySet().forEach(name -> layers.add(NodeFactory.createURI(name)));
    directory = FSDirectory.open(texts(generation));
    texts = TextFields.index(directory);
  }

  /** TDB2 keeps a million terms by itself, which would fill half of a heap of 512 MB. */
  private static StoreParams boundedByHeap() {
    StoreParams usual = StoreParams.getDftStoreParams();
    long most = Runtime.getRuntime().maxMemory() / HEAP_OF_A_TERM;
    return StoreParams.builder("bounded by the heap")
        .nodeId2NodeCacheSize((int) Math.min(most, usual.getNodeId2NodeCacheSize()))
        .node2NodeIdCacheSize((int) Math.min(most / LESS_OFTEN, usual.getNode2NodeIdCacheSize()))
        .build();
  }

  private static DatasetGraph connect(Path folder, StoreParams parameters) {
    try {
      return DatabaseMgr.connectDatasetGraph(folder.toString(), parameters);
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
    } catch (BadInputException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      throw new BadInputException(
          Position.of(generation.toString()),
          "cannot be opened: " + e.getMessage(),
          "give a store that may be written, for it is locked while it is open; if it is damaged,"
              + " load it again");
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

  /** The terms of its statements, each with its number. */
  public NodeTable terms() {
    return TDBInternal.getDatasetGraphTDB(dataset)
        .getQuadTable()
        .getNodeTupleTable()
        .getNodeTable();
  }

  /** A layer, for the engine of the store; within {@link #begin} and {@link #end} only. */
  public GraphTDB graph(Node layer) {
    DatasetGraphTDB base = TDBInternal.getDatasetGraphTDB(dataset);
    return (GraphTDB) base.getGraph(layer);
  }

  /**
   * Statements of a layer. Within {@link #begin} and {@link #end} they come one by one; outside of
   * them all are fetched.
   */
  public Iterator<Quad> find(Node layer, Node s, Node p, Node o) {
    return isReading()
        ? dataset.find(layer, s, p, o)
        : Txn.calculateRead(dataset, () -> Iter.toList(dataset.find(layer, s, p, o))).iterator();
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
