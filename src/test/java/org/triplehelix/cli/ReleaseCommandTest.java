package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;

/** {@code helix release} publishes what has no findings, once. */
class ReleaseCommandTest {
  @TempDir Path folder;

  private static Invocation release(Path home, Path to) {
    return Invocation.of(List.of("release", "--home", home.toString(), "--to", to.toString()));
  }

  @Test
  void thisContentIsPublishedOnceWithItsQuestionsAndNetworks() {
    Path to = folder.resolve("new/releases");
    Invocation first = release(Commands.HOME, to);
    assertEquals(Main.OK, first.code(), first.out() + first.err());
    List<PublishedRelease> published = new ReleaseFolder(to).published();
    assertEquals(1, published.size());
    assertTrue(first.out().contains("Published " + published.get(0).path()), first::out);
    Content files = Content.at(Commands.HOME);
    Content kept = published.get(0).content();
    assertEquals(names(Questions.in(files)), names(Questions.in(kept)));
    assertEquals(NetworkViews.in(files).kinds(), NetworkViews.in(kept).kinds());
    Invocation again = release(Commands.HOME, to);
    assertEquals(Main.OK, again.code(), again.out() + again.err());
    assertTrue(again.out().contains("nothing was published"), again::out);
    assertEquals(published, new ReleaseFolder(to).published());
  }

  private static List<String> names(Questions questions) {
    return questions.list().stream().map(question -> question.name()).toList();
  }

  @Test
  void whatHasFindingsIsNotPublished() {
    try (Fixture files = new Fixture()) {
      files.reading("mu:s001 { id:anvil th:basedIn id:brook . }");
      Path to = folder.resolve("releases");
      Invocation refused = release(files.root(), to);
      assertEquals(Main.FINDINGS, refused.code(), refused::err);
      assertTrue(refused.out().contains("Nothing was published."), refused::out);
      assertFalse(Files.exists(to));
    }
  }

  @Test
  void whatCannotBeBuiltIsNotPublished() {
    try (Fixture files = new Fixture()) {
      files.reading("mu:s001 { id:anvil");
      Invocation refused = release(files.root(), folder);
      assertEquals(Main.BAD_INPUT, refused.code(), refused::err);
      assertEquals(List.of(), new ReleaseFolder(folder).published());
    }
  }

  @Test
  void aFolderThatCannotBeServedFromIsTold() throws IOException {
    Path damaged = folder.resolve(PublishedRelease.name(1, "0".repeat(64)));
    Files.createDirectory(damaged);
    Invocation serve =
        Invocation.of(List.of("serve", "--port", "0", "--releases", folder.toString()));
    assertEquals(Main.BAD_INPUT, serve.code(), serve::err);
    assertTrue(serve.err().contains("holds no release that is whole"), serve::err);
    assertFalse(serve.err().contains("\tat "), serve::err);
  }
}
