package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is the very release that was built, or else it is not taken. */
class ReleaseCacheTest {
  private static final String READING =
      """
      mu:s001 { id:anvil th:basedIn id:brook {| th:during "2016"^^edtf:EDTF |} . }
      mu:s002 { figure:mu-s002-share a th:Figure ; th:qualifier th:AtLeast ;
          sosa:hasSimpleResult 0.50 ; th:asWritten "\\"一半\\"\\n以上"@zh . }
      """;

  @TempDir Path folder;

  private final List<String> trouble = new CopyOnWriteArrayList<>();
  private Fixture fixture;
  private Release release;

  @BeforeEach
  void build() {
    fixture = new Fixture().reading(READING);
    release = fixture.release();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private ReleaseCache.Place place(Path where, String program) {
    return new ReleaseCache(where, program, trouble::add).placeFor(Content.at(fixture.root()));
  }

  private ReleaseCache.Place place() {
    return place(folder.resolve("kept"), "program");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.toList();
    }
  }

  @Test
  void whatIsKeptIsTheSameRelease() {
    assertEquals(Optional.empty(), place().read());
    place().keep(release);
    Release kept = place().read().orElseThrow();
    assertEquals(release.hash(), kept.hash());
    assertEquals(release.quads(), kept.quads());
    assertEquals(release.prefixes(), kept.prefixes());
    assertEquals(List.of(), trouble);
  }

  @Test
  void anotherFileOrProgramHasAnotherPlace() throws IOException {
    place().keep(release);
    assertEquals(Optional.empty(), place(folder.resolve("kept"), "other program").read());
    fixture.reading(READING.replace("2016", "2017"));
    assertEquals(Optional.empty(), place().read());
    fixture.reading(READING);
    Path register = fixture.root().resolve("data/register/things.ttl");
    Files.move(register, register.resolveSibling("others.ttl"));
    assertEquals(Optional.empty(), place().read());
    Files.move(register.resolveSibling("others.ttl"), register);
    assertEquals(release, place().read().orElseThrow());
  }

  @Test
  void whatWasFoundSoundIsSoundUntilAFileChanges() throws IOException {
    ReleaseCache.Place place = place();
    place.markSound();
    assertFalse(place.isSound(), "without a release nothing is kept");
    place.keep(release);
    assertFalse(place.isSound());
    fixture.reading(READING.replace("2016", "2017"));
    place.markSound();
    assertFalse(place.isSound(), "the files are no longer those that were read");
    fixture.reading(READING);
    place.markSound();
    assertTrue(place().isSound());
    fixture.reading(READING.replace("2016", "2017"));
    assertFalse(place().isSound());
    assertEquals(2, files().size());
    assertEquals(List.of(), trouble);
  }

  @Test
  void filesThatChangedWhileTheyWereBuiltAreNotKept() {
    ReleaseCache.Place before = place();
    fixture.reading(READING.replace("2016", "2017"));
    before.keep(release);
    assertFalse(Files.exists(folder.resolve("kept")));
  }

  @Test
  void damagedOnesAreBuiltAgain() throws IOException {
    place().keep(release);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    IntStream flipped = IntStream.iterate(0, i -> i < whole.length, i -> i + 1009);
    for (int i : IntStream.concat(flipped, IntStream.of(whole.length - 1)).toArray()) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertEquals(Optional.empty(), place().read(), "byte " + i);
    }
    for (int length : new int[] {0, 1, 7, 8, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(Optional.empty(), place().read(), length + " bytes");
    }
    assertTrue(trouble.get(0).contains("is not read"), trouble.get(0));
    place().keep(release);
    assertEquals(release, place().read().orElseThrow());
  }

  @Test
  void oneOfOtherFilesIsNotTakenForThese() throws IOException {
    place().keep(release);
    Path mine = files().get(0);
    byte[] bytes = Files.readAllBytes(mine);
    Files.delete(mine);
    fixture.reading(READING.replace("2016", "2017"));
    place().keep(fixture.release());
    Path others = files().get(0);
    Files.write(others, bytes);
    assertEquals(Optional.empty(), place().read());
  }

  @Test
  void folderThatCannotBeWrittenDoesNoHarm() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    place(file.resolve("kept"), "program").keep(release);
    assertEquals(Optional.empty(), place(file.resolve("kept"), "program").read());
    assertTrue(trouble.get(0).contains("nothing is kept in"), trouble.get(0));
  }

  @Test
  void manyAtOnceKeepOneWholeFile() throws IOException {
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i -> {
              place().keep(release);
              assertEquals(release, place().read().orElseThrow());
            });
    assertEquals(1, files().size());
    assertEquals(List.of(), trouble);
  }

  @Test
  void newestFewAreKept() throws IOException {
    for (int i = 0; i < 6; i++) {
      place(folder.resolve("kept"), "program " + i).keep(release);
    }
    assertEquals(4, files().size());
    assertEquals(release, place(folder.resolve("kept"), "program 5").read().orElseThrow());
  }

  @Test
  void termsWithoutAFormAreNotKept() {
    Quad odd =
        Quad.create(
            Quad.defaultGraphIRI,
            NodeFactory.createBlankNode(),
            RDF.Nodes.type,
            RDF.Nodes.Property);
    Release withBlank = new Release(release.hash(), List.of(odd), release.prefixes());
    assertThrows(IOException.class, () -> BinaryRelease.encode("key", withBlank));
    place().keep(withBlank);
    assertEquals(Optional.empty(), place().read());
  }
}
