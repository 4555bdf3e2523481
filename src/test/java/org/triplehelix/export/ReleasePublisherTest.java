package org.triplehelix.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.export.ReleasePublisher.Outcome;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.graph.ReleaseFolder.Kept;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.source.BadInputException;

/** A release is published whole or not at all, in an order, and taken only if it is whole. */
class ReleasePublisherTest {
  private static final String KINDS = "ontology/networks/kinds.csv";

  @TempDir static Path root;

  private static Publishing publishing;
  private static Release one;
  private static Release two;

  @TempDir Path folder;
  private ReleasePublisher publisher;

  @BeforeAll
  static void build() {
    publishing = new Publishing(root);
    one = publishing.release("一");
    two = publishing.release("二");
  }

  @AfterAll
  static void clear() {
    publishing.close();
  }

  @BeforeEach
  void open() {
    publisher = new ReleasePublisher(new ReleaseFolder(folder));
  }

  private Outcome publish(Release release) {
    return publisher.publish(release, publishing.content());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .toList();
    }
  }

  private static List<String> hashes(ReleaseFolder releases) {
    return releases.kept().stream().map(Kept::hash).toList();
  }

  @Test
  void whatIsPublishedIsReadAgainWithItsNetworks() throws Exception {
    Outcome outcome = publish(one);
    assertTrue(outcome.isNew());
    assertEquals(List.of("000001-" + one.hash()), names());
    PublishedRelease published = outcome.release();
    assertEquals(one.quads(), published.release().quads());
    int networks = NetworkViews.in(publishing.content()).list().size();
    assertTrue(networks > 0);
    assertEquals(networks, NetworkViews.in(published.content()).list().size());
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", "SHA256SUMS")
            .directory(published.path().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
    assertTrue(said.contains("triplehelix.nq.gz: OK"), said);
  }

  @Test
  void theSameAgainChangesNothingAndWhatComesBackIsTheNewest() throws Exception {
    Outcome first = publish(one);
    Outcome again = publish(one);
    assertFalse(again.isNew());
    assertEquals(first.release(), again.release());
    assertEquals(1, names().size());
    publish(two);
    Outcome back = publish(one);
    assertTrue(back.isNew());
    assertEquals(3, back.release().number());
    ReleaseFolder releases = new ReleaseFolder(folder);
    assertEquals(List.of(two.hash(), one.hash()), hashes(releases));
    assertEquals(one.quads(), releases.release(one.shortHash()).quads());
  }

  @Test
  void aChangedQuestionIsAnotherRelease() throws Exception {
    publish(one);
    Path question = publishing.content().root().resolve("ontology/questions/a/b.rq");
    Files.createDirectories(question.getParent());
    Files.writeString(question, "#+ summary: Which?\nSELECT * {}\n");
    try {
      Outcome other = publish(one);
      assertTrue(other.isNew());
      assertTrue(Files.exists(other.release().path().resolve("ontology/questions/a/b.rq")));
    } finally {
      Publishing.delete(publishing.content().root().resolve("ontology/questions"));
    }
  }

  @Test
  void theNumberTellsTheNewestAndNotTheTimeOfAFile() throws Exception {
    PublishedRelease first = publish(one).release();
    PublishedRelease second = publish(two).release();
    Files.setLastModifiedTime(
        first.path().resolve(PublishedRelease.SUMS),
        FileTime.from(second.since().plusSeconds(3_600)));
    ReleaseFolder releases = new ReleaseFolder(folder);
    assertEquals(List.of(first, second), releases.published());
    assertEquals(List.of(one.hash(), two.hash()), hashes(releases));
  }

  @Test
  void whatAnotherRunLeftUnfinishedIsNoReleaseAndGoes() throws Exception {
    Path left = Files.createDirectories(folder.resolve(".part-1/ontology"));
    Files.writeString(left.resolve("a"), "half");
    assertEquals(List.of(), new ReleaseFolder(folder).published());
    publish(one);
    assertEquals(List.of("000001-" + one.hash()), names());
  }

  private static String refused(PublishedRelease published) {
    return assertThrows(BadInputException.class, published::release).getMessage();
  }

  @Test
  void aFlippedBitIsRefused() throws Exception {
    for (String name : List.of(PublishedRelease.STATEMENTS, KINDS)) {
      PublishedRelease published = publish(one).release();
      Path file = published.path().resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      String why = refused(published);
      assertTrue(why.contains(name + " has another checksum"), why);
    }
  }

  @Test
  void whatIsNotWholeIsRefused() throws Exception {
    PublishedRelease lacking = publish(one).release();
    Files.delete(lacking.path().resolve(KINDS));
    assertTrue(refused(lacking).contains(KINDS + " is missing"));
    PublishedRelease unlisted = publish(one).release();
    Files.delete(unlisted.path().resolve(PublishedRelease.SUMS));
    assertTrue(refused(unlisted).contains("SHA256SUMS is missing"));
    PublishedRelease sums = publish(one).release();
    Files.writeString(sums.path().resolve(PublishedRelease.SUMS), "0 a\n");
    assertTrue(refused(sums).contains("a line that is no checksum"));
    PublishedRelease empty = publish(one).release();
    Files.writeString(empty.path().resolve(PublishedRelease.SUMS), "");
    assertTrue(refused(empty).contains("does not list"));
  }

  @Test
  void whatIsMoreOrOfAnotherNameIsRefused() throws Exception {
    PublishedRelease more = publish(one).release();
    Files.writeString(more.path().resolve("ontology/networks/other.rq"), "SELECT * {}");
    assertTrue(refused(more).contains("other.rq, which SHA256SUMS does not list"));
    Path other = folder.resolve(PublishedRelease.name(99, two.hash()));
    Files.move(publish(one).release().path(), other);
    String why = refused(PublishedRelease.at(other).orElseThrow());
    assertTrue(why.contains("not the one it is named after"), why);
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    ReleasePublisher nowhere = new ReleasePublisher(new ReleaseFolder(file.resolve("releases")));
    BadInputException refused =
        assertThrows(BadInputException.class, () -> nowhere.publish(one, publishing.content()));
    assertTrue(refused.getMessage().contains("cannot be written"), refused.getMessage());
  }
}
