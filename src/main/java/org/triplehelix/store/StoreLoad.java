package org.triplehelix.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.VOID;
import org.apache.lucene.store.FSDirectory;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.QuadFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.TH;

/**
 * Loads files into a store: a new state of it, with exactly what they hold, or none. Beside a
 * release only graphs with names of their own are taken, so that nothing passes for what was read.
 */
public final class StoreLoad {
  /** Bytes that are to stay free: better than a full disk, for others who write there too. */
  private static final long LEAST_ROOM = 256L << 20;

  private final List<Path> files;
  private final Watcher watcher;
  private final Map<String, Long> layers = new TreeMap<>();
  private final Map<Node, Long> ofFile =
      new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
  private final Set<Node> described = new HashSet<>();
  private boolean statesRelease;
  private boolean hasRelease;
  private long statements;
  private long texts;
  private long bytesBefore;

  private StoreLoad(List<Path> files, Watcher watcher) {
    this.files = files;
    this.watcher = watcher;
  }

  /** Is told how it goes. */
  public interface Watcher {
    /**
     * So far it is.
     *
     * @param part of all bytes of all files that was read
     */
    void at(long statements, double part);

    /** All was read; the indexes are made, which takes about as long again. */
    void indexing(long statements);
  }

  /**
   * Loads files.
   *
   * @throws BadInputException if one of them cannot be used, another process loads, or there is no
   *     room; the store is then as it was
   */
  public static Contents into(StoreFolder folder, List<Path> files, Watcher watcher) {
    Set<Path> given = new HashSet<>();
    files.forEach(
        file ->
            demand(
                given.add(file.toAbsolutePath().normalize()),
                file,
                "is given twice, and would be counted and found twice",
                "give it once"));
    StoreLoad load = new StoreLoad(files, watcher);
    folder.replace(load::fill);
    return load.contents();
  }

  private Contents contents() {
    return new Contents(
        files.stream().map(file -> file.getFileName().toString()).toList(),
        hasRelease,
        layers,
        statements,
        texts);
  }

  /** What fails first is told, not what then cannot be closed. */
  private void fill(Path generation) throws IOException {
    try (Base base = new Base(DatabaseMgr.connectDatasetGraph(Store.data(generation).toString()));
        FSDirectory directory = FSDirectory.open(Store.texts(generation));
        Texts texts = new Texts(TextFields.index(directory))) {
      load(base.dataset(), texts.index(), generation);
      texts.index().commit();
    }
    contents().write(generation);
    Sizes.write(generation);
    if (hasRelease) {
      try (Store made = Store.of(generation)) {
        made.release();
      }
    }
  }

  /** Statements that are being loaded: what was not committed by the end is given up. */
  private record Base(DatasetGraph dataset) implements AutoCloseable {
    @Override
    public void close() {
      if (dataset.isInTransaction()) {
        dataset.abort();
        dataset.end();
      }
      TDBInternal.expel(dataset);
    }
  }

  private record Texts(TextIndex index) implements AutoCloseable {
    @Override
    public void close() {
      index.close();
    }
  }

  private void load(DatasetGraph dataset, TextIndex index, Path generation) {
    DataLoader loader =
        LoaderFactory.sequentialLoader(dataset, (format, told) -> demandRoom(generation));
    loader.startBulk();
    StreamRDF stream = loader.stream();
    stream.start();
    for (Path file : files) {
      read(file, stream, index, generation);
    }
    stream.finish();
    watcher.indexing(statements);
    loader.finishBulk();
  }

  private void read(Path file, StreamRDF stream, TextIndex index, Path generation) {
    long all = total();
    ofFile.clear();
    described.clear();
    statesRelease = false;
    QuadFile.read(
        file,
        quad -> take(quad, stream, index),
        bytes -> {
          demandRoom(generation);
          watcher.at(statements, (bytesBefore + bytes) / (double) all);
        });
    bytesBefore += size(file);
    sort(file);
  }

  private long total() {
    return 1 + files.stream().mapToLong(StoreLoad::size).sum();
  }

  /** Nothing, if it is not there. */
  private static long size(Path file) {
    return file.toFile().length();
  }

  private void take(Quad quad, StreamRDF stream, TextIndex index) {
    statements++;
    Node graph = quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
    ofFile.merge(graph, 1L, Long::sum);
    statesRelease |= graph.equals(Graphs.META) && quad.getPredicate().equals(TH.contentHash);
    if (graph.equals(quad.getSubject()) && quad.getObject().equals(VOID.Dataset.asNode())) {
      described.add(graph);
    }
    if (quad.isDefaultGraph()) {
      stream.triple(quad.asTriple());
    } else {
      stream.quad(quad);
      texts += TextFields.add(index, quad) ? 1 : 0;
    }
  }

  private static void demandRoom(Path generation) {
    try {
      if (Files.getFileStore(generation).getUsableSpace() < LEAST_ROOM) {
        throw new BadInputException(
            Position.of(generation.getParent().toString()),
            "has hardly any room left on its disk",
            "make room there, or give another folder; what was loaded before is still there");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a file was: graphs beside a release, or one whole, with graphs that tell of themselves.
   */
  private void sort(Path file) {
    if (statesRelease) {
      demand(!hasRelease, file, "is a second release", "load one release, and layers beside it");
      hasRelease = true;
      described.removeIf(graph -> !Layers.isLayer(graph));
      ofFile.keySet().retainAll(described);
      layers(ofFile);
      return;
    }
    Optional<Node> ours =
        ofFile.keySet().stream()
            .filter(name -> !name.isBlank() && !Layers.isLayer(name))
            .findFirst();
    demand(
        ours.isEmpty(),
        file,
        "holds statements that would pass for what was read: they are in "
            + ours.filter(name -> !Quad.isDefaultGraph(name)).map(Node::getURI).orElse("no graph"),
        "give a dump of a release, or a layer whose statements are all in a graph of its own");
    demand(!ofFile.isEmpty(), file, "holds no statement", "give a layer, as helix import makes it");
    demand(
        ofFile.keySet().stream().allMatch(Node::isURI),
        file,
        "has a graph without a name",
        "name it by an IRI");
    layers(ofFile);
  }

  private void layers(Map<Node, Long> counts) {
    counts.forEach((graph, count) -> layers.merge(graph.getURI(), count, Long::sum));
  }

  private static void demand(boolean holds, Path file, String what, String remedy) {
    if (!holds) {
      throw new BadInputException(Position.of(file.toString()), what, remedy);
    }
  }
}
