package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFile;
import org.triplehelix.graph.ReleaseFolder;

/** {@code helix export} compresses what is named so, and keeps releases under their hashes. */
class ExportCommandTest {
  @TempDir Path folder;

  private final Fixture files = new Fixture();

  @AfterEach
  void close() {
    files.close();
  }

  private Invocation export(String format, Path output) {
    return Invocation.of(
        List.of(
            "export",
            "--home",
            files.root().toString(),
            "--format",
            format,
            "--output",
            output.toString()));
  }

  @Test
  void folderKeepsTheReleaseUnderItsHash() throws IOException {
    Release release = files.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    Invocation first = export("nquads", folder);
    assertEquals(Main.OK, first.code(), first::err);
    assertEquals(release.quads(), new ReleaseFolder(folder).release(release.hash()).quads());
    Path file = folder.resolve(release.hash() + ".nq.gz");
    FileTime since = FileTime.from(Instant.parse("2026-11-18T08:00:00Z"));
    Files.setLastModifiedTime(file, since);
    Invocation again = export("nquads", folder);
    assertEquals(Main.OK, again.code(), again::err);
    assertTrue(again.err().contains(file + " is there already."), again::err);
    assertEquals(since, Files.getLastModifiedTime(file));
  }

  @Test
  void fileIsCompressedIfItIsNamedSo() {
    Release release = files.reading("mu:s001 { id:anvil th:basedIn id:brook . }").release();
    for (String format : List.of("nquads", "trig", "jsonld")) {
      Path file = folder.resolve("g." + (format.equals("nquads") ? "nq" : format) + ".gz");
      assertEquals(Main.OK, export(format, file).code());
      assertEquals(release.quads(), ReleaseFile.read(file).quads(), format);
    }
  }

  @Test
  void serverNeedsAFolderOfReleasesThatIsThere() {
    files.reading("mu:s001 { id:anvil th:basedIn id:brook . }");
    Invocation result =
        Invocation.of(
            List.of(
                "serve",
                "--home",
                files.root().toString(),
                "--port",
                "0",
                "--releases",
                folder.resolve("no").toString()));
    assertEquals(Main.BAD_INPUT, result.code(), result::out);
    assertTrue(result.err().contains("give the folder with the releases"), result::err);
  }
}
