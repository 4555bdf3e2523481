package org.triplehelix.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;

/** A dump is taken if it is whole; else it is told what is wrong with it. */
class ReleaseFileTest {
  private static final Fixture FIXTURE = new Fixture();
  private static Release release;

  @TempDir Path folder;

  @BeforeAll
  static void build() {
    release =
        FIXTURE
            .reading(
                """
                mu:s001 { id:anvil th:basedIn id:brook {| th:during "2016"^^edtf:EDTF |} . }
                mu:s002 { figure:mu-s002-share a th:Figure ; th:qualifier th:AtLeast ;
                    sosa:hasSimpleResult 0.50 ; th:asWritten "\\"一半\\"\\n以上"@zh . }
                """)
            .release();
  }

  @AfterAll
  static void close() {
    FIXTURE.close();
  }

  private static byte[] dump(RdfFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfExport.write(release, format, out);
    return out.toByteArray();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @ParameterizedTest
  @CsvSource({"NQUADS,nq", "TRIG,trig", "JSONLD,jsonld"})
  void dumpIsTheReleaseAgain(RdfFormat format, String extension) throws IOException {
    byte[] bytes = dump(format);
    Release plain = ReleaseFile.read(file("g." + extension, bytes));
    assertEquals(release.quads(), plain.quads());
    assertEquals(release.hash(), plain.hash());
    assertEquals("mu:s001", plain.prefixes().abbreviate(passage()));
    assertEquals(
        plain.quads(), ReleaseFile.read(file("g." + extension + ".gz", zipped(bytes))).quads());
  }

  private static String passage() {
    return "https://w3id.org/triplehelix/source/made-up/s001";
  }

  private InputProblem problem(String name, byte[] bytes) throws IOException {
    Path file = file(name, bytes);
    InputProblem problem =
        assertThrows(BadInputException.class, () -> ReleaseFile.read(file)).problems().get(0);
    assertEquals(file.toString(), problem.position().file());
    return problem;
  }

  private static void assertTells(InputProblem problem, String what, String remedy) {
    assertTrue(problem.what().contains(what), problem::toString);
    assertTrue(problem.remedy().contains(remedy), problem::toString);
  }

  private InputProblem problem(String name, String text) throws IOException {
    return problem(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String nquads() throws IOException {
    return new String(dump(RdfFormat.NQUADS), StandardCharsets.UTF_8);
  }

  @Test
  void changedStatementIsDamage() throws IOException {
    String changed = nquads().replace("\"2016\"^^", "\"2017\"^^");
    InputProblem problem = problem("g.nq", changed);
    assertTells(problem, "is damaged: it says that its content has the hash " + release.hash(), "");
    assertTells(problem, "but what it holds has ", "again");
  }

  @Test
  void missingStatementIsDamage() throws IOException {
    String text = nquads();
    assertTells(problem("g.nq", text.substring(text.indexOf('\n') + 1)), "is damaged", "again");
  }

  @Test
  void changeOfMetaAloneIsNoDamage() throws IOException {
    String more =
        "<https://w3id.org/triplehelix/> <http://purl.org/dc/terms/title> \"x\""
            + " <https://w3id.org/triplehelix/graph/meta> .\n";
    assertEquals(
        release.hash(),
        ReleaseFile.read(file("g.nq", (nquads() + more).getBytes(StandardCharsets.UTF_8))).hash());
  }

  @Test
  void dumpThatStatesNoHashOrTwoIsNone() throws IOException {
    String text = nquads();
    String without =
        String.join("\n", text.lines().filter(line -> !line.contains("contentHash")).toList());
    assertTells(problem("g.nq", without), "states no content hash in graph:meta", "helix export");
    String line =
        text.lines().filter(l -> l.contains("#contentHash> \"")).findFirst().orElseThrow();
    assertTells(
        problem("g.nq", text + line.replace(release.hash(), "0".repeat(64)) + "\n"),
        "states more than one content hash",
        "helix export");
    assertTells(problem("empty.nq", ""), "states no content hash", "helix export");
  }

  @Test
  void syntaxErrorIsReportedWithItsPlace() throws IOException {
    InputProblem problem = problem("g.nq", "<x:a> <x:b> <x:c> .\n<x:a> <x:b> nonsense .\n");
    assertEquals(2, problem.position().line());
    assertEquals(13, problem.position().column());
    assertTells(problem, "syntax error", "again");
    problem = problem("g.trig", "<x:g> {\n  <x:a> <x:b> <x:c> ;; !\n}\n");
    assertEquals(2, problem.position().line());
    assertEquals(24, problem.position().column());
    problem = problem("g.jsonld", "{\n  \"@id\": }");
    assertEquals(2, problem.position().line());
  }

  @Test
  void fileOfAnotherKindIsReported() throws IOException {
    for (String name : new String[] {"g.ttl", "g.nt.gz", "g.rdf", "notes.txt", "g"}) {
      assertTells(problem(name, "hello"), "is no dump of all graphs", ".nq, .trig or .jsonld");
    }
    assertTells(problem("g.nq", "hello"), "syntax error", "again");
  }

  @Test
  void brokenOffAndUnpackedFilesAreReported() throws IOException {
    byte[] whole = zipped(dump(RdfFormat.NQUADS));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertTells(problem("g.nq.gz", half), "cannot be read", "again");
    assertTells(problem("g.nq.gz", dump(RdfFormat.NQUADS)), "cannot be read: Not in GZIP", "again");
  }

  @Test
  void otherEncodingIsReported() throws IOException {
    byte[] latin = "<x:a> <x:b> \"é\" .\n".getBytes(StandardCharsets.ISO_8859_1);
    assertTells(problem("g.nq", latin), "is not in UTF-8", "again");
  }

  @Test
  void blankNodesAndTripleTermsAreReported() throws IOException {
    assertTells(problem("g.nq", "_:a <x:b> <x:c> .\n"), "holds a blank node", "helix export");
    assertTells(problem("g.nq", "<x:a> <x:b> _:c .\n"), "holds a blank node", "helix export");
    assertTells(problem("g.nq", "<x:a> <x:b> <x:c> _:g .\n"), "holds a blank node", "helix");
    assertTells(
        problem("g.nq", "<x:a> <x:b> <<( <x:a> <x:b> <x:c> )>> .\n"), "a triple term", "helix");
  }

  @Test
  void contextsFromElsewhereAreNotLoaded() throws IOException {
    InputProblem problem =
        problem("g.jsonld", "{\"@context\": \"http://127.0.0.1:9/c.jsonld\", \"@id\": \"x:a\"}");
    assertTells(problem, "remote contexts are not loaded", "again");
  }

  @Test
  void keptReleaseIsFoundByItsHash() throws IOException {
    file(release.shortHash() + ".nq.gz", zipped(dump(RdfFormat.NQUADS)));
    file(release.hash() + ".trig", dump(RdfFormat.TRIG));
    file("0123456789ab.txt", new byte[0]);
    ReleaseFolder kept = new ReleaseFolder(folder);
    assertEquals(release.hash(), kept.release(release.hash()).hash());
    assertEquals(release.hash(), kept.release(release.shortHash()).hash());
    assertEquals(release.hash(), kept.release(release.hash().substring(0, 20)).hash());
  }

  private InputProblem notKept(String hash) {
    return assertThrows(BadInputException.class, () -> new ReleaseFolder(folder).release(hash))
        .problems()
        .get(0);
  }

  @Test
  void hashOfNoReleaseIsReportedWithThoseThatAreKept() throws IOException {
    assertTells(notKept("0123456789ab"), "holds no release 0123456789ab", "it holds none");
    file(release.shortHash() + ".nq", dump(RdfFormat.NQUADS));
    assertTells(notKept("0123456789ab"), "holds no", "it holds " + release.shortHash() + ".nq");
  }

  @Test
  void hashOfTwoReleasesIsReported() throws IOException {
    file("0123456789ab1.nq", new byte[0]);
    file("0123456789ab2.nq", new byte[0]);
    assertTells(notKept("0123456789ab"), "holds more than one release", "give more digits");
  }

  @Test
  void releaseUnderAnotherNameIsReported() throws IOException {
    file("0123456789ab.nq", dump(RdfFormat.NQUADS));
    assertTells(notKept("0123456789ab"), "holds release " + release.hash(), "name it after");
    file(release.shortHash() + ".nq", dump(RdfFormat.NQUADS));
    String other = release.shortHash() + "0".repeat(52);
    assertTells(notKept(other), "holds release " + release.hash(), "name it after");
  }

  @Test
  void folderThatIsNotThereIsReported() {
    InputProblem problem =
        assertThrows(
                BadInputException.class,
                () -> new ReleaseFolder(folder.resolve("no")).release("0123456789ab"))
            .problems()
            .get(0);
    assertTells(problem, "is no folder that can be read", "folder with the releases");
  }
}
