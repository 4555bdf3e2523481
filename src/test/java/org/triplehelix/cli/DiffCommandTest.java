package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Fixture;

/** {@code helix diff} takes files, folders and hashes, and its exit code tells what it found. */
class DiffCommandTest {
  private static final String ONE = "mu:s001 { id:anvil th:basedIn id:brook . }";
  private static final String TWO = "mu:s001 { id:anvil th:within id:brook . }";

  @TempDir Path folder;

  private final Fixture files = new Fixture();
  private Path dump;

  @BeforeEach
  void export() {
    files.reading(ONE);
    dump = folder.resolve("one.nq");
    Invocation result =
        Invocation.of(
            List.of("export", "--home", home(), "--format", "nquads", "--output", dump.toString()));
    assertEquals(Main.OK, result.code(), result::err);
  }

  @AfterEach
  void close() {
    files.close();
  }

  private String home() {
    return files.root().toString();
  }

  private Invocation diff(String... arguments) {
    List<String> all = new ArrayList<>(List.of("diff", "--home", home()));
    all.addAll(List.of(arguments));
    return Invocation.of(all);
  }

  private static void assertBad(Invocation result, String message) {
    assertEquals(Main.BAD_INPUT, result.code(), result::out);
    assertTrue(result.err().contains(message), result::err);
    assertEquals("", result.out());
  }

  @Test
  void noDifferenceIsFineAndOneLine() {
    String line = "No difference: both are release " + files.release().shortHash() + ".";
    for (Invocation result :
        List.of(diff(dump.toString()), diff(dump.toString(), home()), diff(home(), home()))) {
      assertEquals(Main.OK, result.code(), result::err);
      assertEquals(List.of(line), result.out().lines().toList());
    }
  }

  @Test
  void secondReleaseIsWhatTheFilesAreNow() {
    files.reading(TWO);
    Invocation result = diff(dump.toString());
    assertEquals(Main.FINDINGS, result.code(), result::err);
    assertTrue(result.out().contains("- th:basedIn id:brook (溪城 / Brook)"), result::out);
    assertTrue(result.out().contains("+ th:within id:brook (溪城 / Brook)"), result::out);
    assertFalse(result.out().contains("rdf:Statement"), result::out);
    assertFalse(result.out().contains("\u001B"), result::out);
    Invocation all = diff(dump.toString(), "--inferred");
    assertTrue(all.out().contains("+ a rdf:Statement"), all::out);
  }

  @Test
  void releaseIsFoundByItsHash() throws IOException {
    String hash = files.release().hash();
    Files.move(dump, folder.resolve(hash + ".nq"));
    String kept = folder.toString();
    assertEquals(Main.OK, diff(hash.substring(0, 12), "--releases", kept).code());
    assertEquals(Main.OK, diff(hash, hash, "--releases", kept).code());
    assertBad(diff("0123456789ab", "--releases", kept), "holds no release 0123456789ab");
    assertBad(diff(hash), "give the folder with the releases with --releases");
  }

  @Test
  void patchIsWrittenToAFileAndIsTheSameAgain() throws IOException {
    files.reading(TWO);
    Path patch = folder.resolve("patch.rdfp");
    Path again = folder.resolve("again.rdfp");
    for (Path file : List.of(patch, again)) {
      Invocation result = diff(dump.toString(), "--format", "patch", "--output", file.toString());
      assertEquals(Main.FINDINGS, result.code(), result::err);
      assertEquals("", result.out());
    }
    assertArrayEquals(Files.readAllBytes(patch), Files.readAllBytes(again));
    List<String> lines = Files.readAllLines(patch);
    assertEquals(
        "H id <https://w3id.org/triplehelix/release/" + files.release().hash() + "> .",
        lines.get(0));
    assertEquals("TC .", lines.get(lines.size() - 1));
  }

  @Test
  void textIsWrittenToAFile() throws IOException {
    files.reading(TWO);
    Path file = folder.resolve("diff.txt");
    Invocation result = diff(dump.toString(), "--output", file.toString());
    assertEquals(Main.FINDINGS, result.code(), result::err);
    assertEquals(diff(dump.toString()).out(), Files.readString(file));
    assertBad(diff(dump.toString(), "--output", folder.toString()), "cannot be written");
  }

  @Test
  void damagedDumpIsBadInput() throws IOException {
    Path other = folder.resolve("other.nq");
    Files.writeString(other, Files.readString(dump).replace("\"Anvil\"", "\"Envil\""));
    assertBad(diff(other.toString()), "other.nq: is damaged");
    assertBad(diff(dump.toString(), other.toString()), "other.nq: is damaged");
  }

  @Test
  void whatIsNoReleaseIsBadInput() throws IOException {
    assertBad(diff(), "A");
    assertBad(diff("none.nq"), "none.nq: is no file, folder or known release");
    assertBad(diff("a\0b"), "Invalid value");
    assertBad(diff(folder.toString()), "is no Triple Helix folder");
    Path text = Files.writeString(folder.resolve("x.nq"), "hello\n");
    assertBad(diff(text.toString()), "x.nq:1:1: syntax error");
    assertBad(diff(dump.toString(), "--format", "word"), "there is no format word");
    files.reading("mu:s001 { id:nobody th:basedIn id:brook . }");
    assertBad(diff(dump.toString()), "id:nobody is not defined");
  }
}
