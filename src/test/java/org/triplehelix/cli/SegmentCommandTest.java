package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Fixture;
import org.triplehelix.source.Documents;

/** {@code helix segment} drafts a seed file that the build takes. */
class SegmentCommandTest {
  private static final Pattern RANGES =
      Pattern.compile("a th:Passage ;\n(?:    \\S.*\n)*?    th:ranges \"(.*?)\"");
  private static final String SEED = "seeds/london-beijing.ttl";

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("brook-bridges.txt"), text);
  }

  private Invocation segment(Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of("segment", file.toString()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments);
  }

  @Test
  void draftIsBuiltAsItIs() throws IOException {
    Path output = folder.resolve("draft.ttl");
    Invocation result = segment(file("一、桥\n溪城有一座\"桥\"。它很长。"), "--output", output.toString());
    assertEquals(Main.OK, result.code(), result::err);
    try (Fixture fixture = new Fixture()) {
      fixture.write("seeds/brook-bridges.ttl", Files.readString(output));
      assertTrue(
          Fixture.holds(
              fixture.release(),
              """
              <https://w3id.org/triplehelix/source/brook-bridges/s002>
                  a th:Passage ;
                  dcterms:isPartOf
                      <https://w3id.org/triplehelix/source/brook-bridges/section-1> ;
                  th:ranges "3-12" .
              <https://w3id.org/triplehelix/source/brook-bridges/section-1>
                  dcterms:title "一、桥"@zh ; th:position 1 .
              source:brook-bridges th:sourcePrefix "bb" ; th:fileName "brook-bridges.txt" .
              """));
    }
  }

  @Test
  void missingFileIsBadInput() {
    assertBad(segment(folder.resolve("none.txt")), "none.txt: cannot be read");
  }

  @Test
  void emptyFileIsBadInput() throws IOException {
    assertBad(segment(file(" \n\u3000")), "holds no text");
  }

  @Test
  void badNameIsBadInput() throws IOException {
    assertBad(segment(file("桥。"), "--source", "Brook_1"), "--source: Brook_1 is no name");
  }

  @Test
  void prefixOfAnotherVocabularyIsBadInput() throws IOException {
    assertBad(segment(file("桥。"), "--prefix", "th"), "--prefix: th: stands for");
  }

  @Test
  void folderThatIsNotThereIsBadInput() throws IOException {
    String output = folder.resolve("no/draft.ttl").toString();
    assertBad(segment(file("桥。"), "--output", output), "draft.ttl: cannot be written");
  }

  private static void assertBad(Invocation result, String message) {
    assertEquals(Main.BAD_INPUT, result.code(), result::err);
    assertTrue(result.err().contains(message), result::err);
  }

  @Test
  void draftOfLondonBeijingAgreesWithWhatWasCheckedByEye() throws IOException {
    String fileName = "000_046ae33a7b8e3787.txt";
    Path document = Documents.folderWith(fileName).resolve(fileName);
    Path output = folder.resolve("draft.ttl");
    segment(document, "--source", "london-beijing", "--output", output.toString());
    Set<String> checked = ranges(Path.of(SEED));
    Set<String> missing = new TreeSet<>(checked);
    missing.removeAll(ranges(output));
    String report =
        "the draft lacks %d of the %d passages of %s: %s"
            .formatted(missing.size(), checked.size(), SEED, missing);
    System.out.println(report);
    assertTrue(checked.size() > 100, report);
    assertTrue(missing.size() <= 0.05 * checked.size(), report);
  }

  private static Set<String> ranges(Path seed) throws IOException {
    return RANGES
        .matcher(Files.readString(seed))
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
