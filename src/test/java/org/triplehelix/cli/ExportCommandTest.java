package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
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

  private Invocation network(String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--home", Commands.HOME.toString()));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments);
  }

  @Test
  void networkIsWrittenCompressedOrIntoAFolder() throws IOException {
    Path packed = folder.resolve("people.gexf.gz");
    Invocation first =
        network("--network", "people", "--format", "gexf", "--output", packed.toString());
    assertEquals(Main.OK, first.code(), first::err);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("label=\"陈良怡\""));
    }
    Invocation second =
        network(
            "--network",
            "people",
            "--format",
            "nodes.csv",
            "--lang",
            "en",
            "--kinds",
            "person",
            "--output",
            folder.toString());
    assertEquals(Main.OK, second.code(), second::err);
    assertTrue(Files.exists(folder.resolve("triplehelix-people.nodes.csv")));
  }

  @Test
  void whatIsWrongWithANetworkIsTold() {
    String file = folder.resolve("x").toString();
    demandTold(
        network("--network", "peopel", "--format", "gexf", "--output", file),
        "--network: there is no network peopel",
        "people");
    demandTold(
        network("--network", "people", "--format", "gexff", "--output", file),
        "--format: there is no format gexff for networks",
        "graphml");
    demandTold(
        network("--network", "people", "--format", "gexf", "--lang", "fr", "--output", file),
        "--lang: there are no labels in fr",
        "zh or en");
    demandTold(
        network("--focus", "medcity", "--format", "nquads", "--output", file),
        "--focus: is for networks",
        "--network NAME");
    demandTold(
        network("--network", "people", "--format", "gexf", "--depth", "9", "--output", file),
        "depth: cannot be 9",
        "1 to 6");
    assertFalse(Files.exists(Path.of(file)));
  }

  private static void demandTold(Invocation invocation, String what, String remedy) {
    assertEquals(Main.BAD_INPUT, invocation.code(), invocation::err);
    assertTrue(invocation.err().contains(what), invocation::err);
    assertTrue(invocation.err().contains(remedy), invocation::err);
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
