package org.triplehelix.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;

/** Small releases, published one after the other; each says of a thing what no other says. */
public final class Publishing implements AutoCloseable {
  private final Fixture files = new Fixture();
  private final ReleaseFolder folder;
  private int number;

  /** Publishes into a folder. */
  public Publishing(Path folder) {
    this.folder = new ReleaseFolder(folder);
    delete(files.root().resolve("ontology/questions"));
  }

  static void delete(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where they are published. */
  public ReleaseFolder folder() {
    return folder;
  }

  /** The files that a release is built of. */
  public Content content() {
    return Content.at(files.root());
  }

  /** A release that says something of its own. */
  public Release release(String says) {
    return files.reading("mu:s001 { id:anvil th:describedAs \"" + says + "\"@zh . }").release();
  }

  /** Publishes a release. */
  public PublishedRelease publish(Release release) {
    return new ReleasePublisher(folder).publish(release, content()).release();
  }

  /** Publishes one more release, which says its number. */
  public PublishedRelease next() {
    return publish(release("说法" + ++number));
  }

  @Override
  public void close() {
    files.close();
  }
}
