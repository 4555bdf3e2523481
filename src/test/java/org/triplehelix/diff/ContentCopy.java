package org.triplehelix.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Fixture;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseBuilder;

/** The content of this repository in another folder, where a test may change it. */
public final class ContentCopy {
  private final Path root;

  /** A copy in a folder. */
  public ContentCopy(Path root) {
    this.root = root;
    try {
      for (String folder : List.of("ontology", "data", "seeds")) {
        Fixture.copy(folder, root);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /** Changes the first place of a file where a text stands; it must stand there. */
  public ContentCopy change(String name, String text, String other) {
    try {
      Path file = root.resolve(name);
      String whole = Files.readString(file);
      int at = whole.indexOf(text);
      if (at < 0) {
        throw new IllegalArgumentException(name + " does not hold " + text);
      }
      Files.writeString(file, whole.substring(0, at) + other + whole.substring(at + text.length()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The release of the folder. */
  public Release release() {
    return ReleaseBuilder.build(Content.at(root));
  }
}
