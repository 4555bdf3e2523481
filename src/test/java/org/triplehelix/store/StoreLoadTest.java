package org.triplehelix.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.source.BadInputException;

class StoreLoadTest {
  /** How often a load is killed; more by {@code -Dstore.kills=100}. */
  private static final int KILLS = Integer.getInteger("store.kills", 4);

  private static final StoreLoad.Watcher QUIET =
      new StoreLoad.Watcher() {
        @Override
        public void at(long statements, double part) {
          assertTrue(part >= 0 && part <= 1.01, Double.toString(part));
        }

        @Override
        public void indexing(long statements) {
          assertTrue(statements > 0);
        }
      };

  @TempDir Path folder;

  @Test
  void whatWasLoadedIsFound() {
    StoreFolder store = loaded("store", 5_000);
    assertEquals(10_001, store.contents().statements());
    assertEquals(5_000, store.contents().texts());
    try (Store open = Store.open(store)) {
      assertEquals(10_001, size(open));
      assertEquals(
          List.of("Weir 4321"),
          Iter.toList(
              Iter.map(
                  open.find(
                      uri(MadeUpLayer.GRAPH),
                      uri("https://example.org/thing/4321"),
                      RDFS.label.asNode(),
                      Node.ANY),
                  quad -> quad.getObject().getLiteralLexicalForm())));
      assertTrue(
          open.texts().query(RDFS.label.asNode(), "4321", null, "en").stream()
              .anyMatch(hit -> hit.getNode().getURI().endsWith("/4321")));
    }
  }

  @Test
  void aLaterLoadTakesThePlaceOfAllThatWasThere() {
    StoreFolder store = loaded("store", 50);
    loaded("store", 20);
    try (Store open = Store.open(store)) {
      assertEquals(41, size(open));
    }
  }

  @Test
  void whoHasItOpenGoesOnWhileAnotherStateIsLoaded() {
    StoreFolder store = loaded("store", 50);
    try (Store before = Store.open(store)) {
      loaded("store", 20);
      assertEquals(101, size(before));
      try (Store after = Store.open(store)) {
        assertEquals(41, size(after));
      }
    }
  }

  @Test
  void aFileThatCannotBeUsedLeavesTheStoreAsItWas() throws IOException {
    StoreFolder store = loaded("store", 30);
    Path broken = MadeUpLayer.file(folder.resolve("broken.nq"), 20_000);
    Files.writeString(broken, "<https://example.org/a> <b\n", StandardOpenOption.APPEND);
    Path unnamed = folder.resolve("unnamed.nq");
    Files.writeString(unnamed, "<urn:a:b> <urn:a:b> <urn:a:b> .\n");
    Path posing = folder.resolve("posing.nq");
    Files.writeString(
        posing, "<urn:a:b> <urn:a:b> <urn:a:b> <https://w3id.org/triplehelix/graph/register> .\n");
    Path union = folder.resolve("union.nq");
    Files.writeString(union, "<urn:a:b> <urn:a:b> <urn:a:b> <urn:x-arq:UnionGraph> .\n");
    Path empty = Files.createFile(folder.resolve("empty.nq"));
    Path cut = folder.resolve("cut.nq.gz");
    Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0});
    Path other = Files.createFile(folder.resolve("other.csv"));
    Path good = MadeUpLayer.file(folder.resolve("good.nq"), 10);
    for (Path bad :
        List.of(
            broken, unnamed, posing, union, empty, cut, other, good, folder.resolve("gone.nq"))) {
      assertThrows(
          BadInputException.class,
          () -> StoreLoad.into(store, List.of(good, bad), QUIET),
          bad.toString());
      try (Store open = Store.open(store)) {
        assertEquals(61, size(open), bad.toString());
      }
      assertEquals(List.of(), parts(store));
    }
  }

  @Test
  void oneLoadsAtATime() throws IOException {
    StoreFolder store = loaded("store", 30);
    Path file = MadeUpLayer.file(folder.resolve("a.nq"), 10);
    try (FileChannel other =
        FileChannel.open(store.root().resolve("lock"), StandardOpenOption.WRITE)) {
      other.lock();
      assertThrows(BadInputException.class, () -> StoreLoad.into(store, List.of(file), QUIET));
    }
    assertEquals(21, StoreLoad.into(store, List.of(file), QUIET).statements());
  }

  @Test
  void whatIsNoStoreIsRefused() throws IOException {
    StoreFolder none = new StoreFolder(folder.resolve("none"));
    assertThrows(BadInputException.class, () -> Store.open(none));
    StoreFolder store = loaded("store", 30);
    Files.writeString(store.current().resolve("contents.json"), "{");
    assertThrows(BadInputException.class, () -> Store.open(store));
    Files.writeString(store.root().resolve("CURRENT"), "../elsewhere\n");
    assertThrows(BadInputException.class, () -> Store.open(store));
  }

  /** What is cut or lost would be answered from as if less had been loaded. */
  @Test
  void aStoreThatLacksSomethingIsRefused() throws IOException {
    for (String name : List.of("GSPO.dat", "GSPO.bpt", "nodes-data.obj", "nodes-data.bdf")) {
      StoreFolder store = loaded("lost-" + name, 30);
      Path file = store.current().resolve("data/Data-0001").resolve(name);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
      refuse(store, name);
      Files.delete(file);
      refuse(store, name);
    }
    StoreFolder store = loaded("texts", 30);
    Files.move(store.current().resolve("texts"), store.root().resolve("elsewhere"));
    refuse(store, "texts");
    Files.createDirectory(store.current().resolve("texts"));
    Files.writeString(store.current().resolve("texts/segments_1"), "cut");
    refuse(store, "generation-1");
    Files.write(store.root().resolve("CURRENT"), new byte[] {(byte) 0xff, 0});
    refuse(store, "is no store");
  }

  private static void refuse(StoreFolder store, String word) {
    String told = assertThrows(BadInputException.class, () -> Store.open(store)).getMessage();
    assertTrue(told.contains(word), told);
  }

  @Test
  void compactLeavesWhatIsInUse() {
    StoreFolder store = loaded("store", 50);
    loaded("store", 20);
    assertTrue(store.compact() > 0);
    assertEquals(0, store.compact());
    try (Store open = Store.open(store)) {
      assertEquals(41, size(open));
    }
  }

  @Test
  void whatIsWrittenCanBeLoadedAgain() throws IOException {
    StoreFolder store = loaded("store", 50);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Store open = Store.open(store)) {
      open.write(out);
    }
    Path saved = Files.write(folder.resolve("saved.nq"), out.toByteArray());
    StoreFolder again = new StoreFolder(folder.resolve("again"));
    assertEquals(store.contents().layers(), StoreLoad.into(again, List.of(saved), QUIET).layers());
    assertEquals(101, out.toString(StandardCharsets.UTF_8).lines().distinct().count());
  }

  /** Whenever the program is killed: the store is as before the load, or as after it. */
  @Test
  void aLoadThatIsKilledLeavesAWholeState() throws Exception {
    Random random = new Random();
    StoreFolder store = loaded("store", 100);
    Path file = MadeUpLayer.file(folder.resolve("large.nq"), 40_000);
    for (int i = 0; i < KILLS; i++) {
      Process load = start(store, file);
      boolean ended = load.waitFor(300 + random.nextInt(2_500), TimeUnit.MILLISECONDS);
      load.destroyForcibly().waitFor();
      try (Store open = Store.open(store)) {
        long size = size(open);
        assertEquals(store.contents().statements(), size);
        assertTrue(size == 201 || size == 80_001, size + " after kill " + i);
        assertFalse(ended && load.exitValue() == 0 && size == 201);
      }
    }
    loaded("store", 10);
    assertEquals(List.of(), parts(store));
  }

  /** A disk that gets full, as the limit of a file's size: at once, and while it is filled. */
  @Test
  void aDiskThatIsFullIsToldAndLeavesTheStoreAsItWas() throws Exception {
    StoreFolder store = loaded("store", 100);
    Path file = MadeUpLayer.file(folder.resolve("large.nq"), 100_000);
    for (int megabytes : List.of(1, 9)) {
      Path told = folder.resolve("told");
      List<String> command =
          List.of("sh", "-c", "ulimit -f " + megabytes * 2048 + "; exec \"$@\"", "sh");
      Process load =
          new ProcessBuilder(
                  Stream.concat(command.stream(), program(store, file).command().stream()).toList())
              .redirectError(told.toFile())
              .start();
      assertEquals(2, load.waitFor(), Files.readString(told));
      List<String> lines = Files.readAllLines(told);
      String last = lines.get(lines.size() - 1);
      assertTrue(
          last.startsWith(store.root() + ": cannot be used: ")
              && last.endsWith("what was loaded before is still there"),
          last);
      try (Store open = Store.open(store)) {
        assertEquals(201, size(open));
      }
      assertEquals(List.of(), parts(store));
    }
  }

  /** However Java, TDB2 and Lucene tell that the disk failed, it is not a fault of the program. */
  @Test
  void whateverEndsTheMakingLeavesTheStoreAsItWas() throws IOException {
    StoreFolder store = loaded("store", 30);
    List<Throwable> diskFailed =
        List.of(
            new IOException("No space left on device"),
            new InternalError("a fault occurred in an unsafe memory access operation"),
            new TextIndexException("commit", new IOException("No space left on device")),
            new UncheckedIOException(new IOException("No space left on device")));
    for (Throwable fault : diskFailed) {
      BadInputException told =
          assertThrows(BadInputException.class, () -> store.replace(failing(fault)));
      assertTrue(told.getMessage().contains("give a folder that can be written"), told.toString());
      assertFalse(told.getMessage().contains("Exception"), told.getMessage());
      assertUntouched(store);
    }
    assertThrows(
        IllegalStateException.class, () -> store.replace(failing(new IllegalStateException("x"))));
    assertUntouched(store);
  }

  private static StoreFolder.Making failing(Throwable fault) {
    return part -> {
      Files.writeString(part.resolve("half"), "half");
      if (fault instanceof IOException io) {
        throw io;
      }
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    };
  }

  private static void assertUntouched(StoreFolder store) throws IOException {
    try (Store open = Store.open(store);
        Stream<Path> left = Files.list(store.root())) {
      assertEquals(61, size(open));
      assertEquals(3, left.count());
    }
  }

  /** As a program leaves it that is killed, or has no room, between the two renamings. */
  @Test
  void aStateThatWasNeverInUseDoesNotOustTheOneBefore() throws IOException {
    StoreFolder store = loaded("store", 30);
    Path before = store.current();
    Files.createDirectory(store.root().resolve("generation-2"));
    loaded("store", 20);
    assertEquals("generation-3", store.current().getFileName().toString());
    assertTrue(Files.isDirectory(before));
    assertFalse(Files.exists(store.root().resolve("generation-2")));
  }

  @Test
  void aFileInPlaceOfAFolderIsToldWithoutTheNameOfAClass() throws IOException {
    StoreFolder file = new StoreFolder(Files.createFile(folder.resolve("file")));
    Path layer = MadeUpLayer.file(folder.resolve("a.nq"), 10);
    String told =
        assertThrows(BadInputException.class, () -> StoreLoad.into(file, List.of(layer), QUIET))
            .getMessage();
    assertTrue(told.contains("is there and is no folder"), told);
    assertFalse(told.contains("Exception"), told);
  }

  private static Process start(StoreFolder store, Path file) throws IOException {
    return program(store, file).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static ProcessBuilder program(StoreFolder store, Path file) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.triplehelix.cli.Main",
            "load",
            "--store",
            store.root().toString(),
            file.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private StoreFolder loaded(String name, int things) {
    StoreFolder store = new StoreFolder(folder.resolve(name));
    StoreLoad.into(store, List.of(MadeUpLayer.file(folder.resolve(things + ".nq"), things)), QUIET);
    return store;
  }

  private static long size(Store store) {
    return Iter.count(store.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
  }

  private static List<Path> parts(StoreFolder store) throws IOException {
    try (Stream<Path> files = Files.list(store.root())) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
