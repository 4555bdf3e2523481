package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.ReleaseFolder.Kept;
import org.triplehelix.source.BadInputException;

/** Releases beside the one in use: which there are, in which order, and how they are got. */
class ReleasesTest {
  private static final Instant FIRST = Instant.parse("2026-11-18T08:00:00Z");

  @TempDir Path folder;

  private final Fixture files = new Fixture();
  private Release one;
  private Release two;
  private Release three;

  @BeforeEach
  void build() {
    one = files.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    two = files.reading("mu:s001 { id:anvil th:within id:brook . }").release();
    three = files.reading("mu:s001 { id:anvil th:activeIn id:brook . }").release();
  }

  @AfterEach
  void close() {
    files.close();
  }

  private Path keep(Release release, String name, Instant time) throws IOException {
    Path file = folder.resolve(name + ".nq.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      RdfExport.write(release, RdfFormat.NQUADS, out);
    }
    Files.setLastModifiedTime(file, FileTime.from(time));
    return file;
  }

  private static List<String> hashes(Releases releases) {
    return releases.all().stream().map(Kept::hash).toList();
  }

  @Test
  void theyStandInTheOrderOfTheirFilesAndTheOneInUseIsTheNewest() throws IOException {
    keep(two, two.hash(), FIRST.plusSeconds(60));
    keep(one, one.shortHash(), FIRST);
    Releases releases = Releases.in(new ReleaseFolder(folder), three);
    assertEquals(List.of(one.hash(), two.hash(), three.hash()), hashes(releases));
    assertEquals(FIRST, releases.all().get(0).since());
    assertTrue(releases.all().get(2).since().isAfter(FIRST.plusSeconds(60)));
  }

  @Test
  void theOneInUseStandsInItsPlaceIfItIsKept() throws IOException {
    keep(one, one.hash(), FIRST);
    keep(two, two.hash(), FIRST.plusSeconds(60));
    Releases releases = Releases.in(new ReleaseFolder(folder), one);
    assertEquals(List.of(one.hash(), two.hash()), hashes(releases));
    assertSame(one, releases.get(one.hash()).orElseThrow());
  }

  @Test
  void whatIsKeptTwiceIsOneRelease() throws IOException {
    keep(one, one.hash(), FIRST.plusSeconds(60));
    keep(one, one.shortHash(), FIRST);
    Releases releases = Releases.in(new ReleaseFolder(folder), two);
    assertEquals(List.of(one.hash(), two.hash()), hashes(releases));
    assertEquals(FIRST, releases.all().get(0).since());
  }

  @Test
  void releaseIsGotByItsHashOrItsFirstDigits() throws IOException {
    keep(one, one.hash(), FIRST);
    Releases releases = Releases.in(new ReleaseFolder(folder), two);
    assertEquals(one.quads(), releases.get(one.hash()).orElseThrow().quads());
    assertEquals(one.quads(), releases.get(one.shortHash()).orElseThrow().quads());
    assertSame(two, releases.get(two.shortHash()).orElseThrow());
    for (String other : List.of(three.hash(), one.hash().substring(0, 11), one.hash() + "0", "")) {
      assertEquals(Optional.empty(), releases.get(other), other);
    }
  }

  @Test
  void withoutAFolderThereIsTheOneInUse() {
    Releases releases = Releases.only(one);
    assertEquals(List.of(one.hash()), hashes(releases));
    assertSame(one, releases.get(one.hash()).orElseThrow());
    assertFalse(releases.get(two.hash()).isPresent());
  }

  @Test
  void damagedReleaseIsNotGiven() throws IOException {
    keep(two, one.hash(), FIRST);
    Releases releases = Releases.in(new ReleaseFolder(folder), three);
    BadInputException problem =
        assertThrows(BadInputException.class, () -> releases.get(one.hash()));
    assertTrue(problem.problems().get(0).what().contains("not the one it is named after"));
  }
}
