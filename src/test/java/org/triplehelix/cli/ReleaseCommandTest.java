package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Layers;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;
import org.triplehelix.store.MadeUpLayer;

/** {@code helix release} publishes what has no findings, once. */
class ReleaseCommandTest {
  @TempDir Path folder;

  private static Invocation release(Path home, Path to, String... options) {
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, "release", "--home", home.toString(), "--to", to.toString());
    Collections.addAll(arguments, options);
    return Invocation.of(arguments);
  }

  @Test
  void thisContentIsPublishedOnceWithItsQuestionsAndNetworksAndWithLayersUntilOthersAreGiven()
      throws IOException {
    Path to = folder.resolve("new/releases");
    Path layer = MadeUpLayer.file(folder.resolve("layer.nq"), 10);
    Invocation first = release(Commands.HOME, to, "--layer", layer.toString());
    assertEquals(Main.OK, first.code(), first.out() + first.err());
    List<PublishedRelease> published = new ReleaseFolder(to).published();
    assertEquals(1, published.size());
    assertTrue(first.out().contains("Published " + published.get(0).path()), first::out);
    assertEquals(Layers.in(List.of(layer)), published.get(0).layers());
    Content files = Content.at(Commands.HOME);
    Content kept = published.get(0).content();
    assertEquals(names(Questions.in(files)), names(Questions.in(kept)));
    assertEquals(NetworkViews.in(files).kinds(), NetworkViews.in(kept).kinds());
    Invocation again = release(Commands.HOME, to);
    assertEquals(Main.OK, again.code(), again.out() + again.err());
    assertTrue(again.out().contains("nothing was published"), again::out);
    assertEquals(published, new ReleaseFolder(to).published());
    Path damaged = Files.createDirectory(to.resolve(PublishedRelease.name(2, "0".repeat(64))));
    Files.createFile(damaged.resolve(PublishedRelease.LAYERS));
    Invocation lost = release(Commands.HOME, to);
    assertEquals(Main.BAD_INPUT, lost.code(), lost::err);
    assertTrue(lost.err().contains("--no-layers"), lost::err);
    Invocation without = release(Commands.HOME, to, "--no-layers");
    assertEquals(Main.OK, without.code(), without.out() + without.err());
    PublishedRelease newest = new ReleaseFolder(to).newest().orElseThrow();
    assertEquals(3, newest.number());
    assertEquals(Layers.NONE, newest.layers());
  }

  @Test
  void aLayerThatIsNotThereIsNotPublished() {
    Path gone = folder.resolve("gone.nq");
    Path to = folder.resolve("releases");
    Invocation odd = release(Commands.HOME, to, "--layer", gone.toString());
    assertEquals(Main.BAD_INPUT, odd.code(), odd::err);
    assertTrue(odd.err().contains(gone.toString()), odd::err);
    assertFalse(Files.exists(to));
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
