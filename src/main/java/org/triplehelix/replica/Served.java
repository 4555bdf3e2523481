package org.triplehelix.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Release;
import org.triplehelix.network.NetworkViews;
import org.triplehelix.query.Questions;

/**
 * All that a server takes into use.
 *
 * @param release the statements
 * @param questions that can be asked of it
 * @param views that can be had of it as networks
 */
public record Served(Release release, Questions questions, NetworkViews views) {

  /**
   * What a server takes of a release.
   *
   * @throws org.triplehelix.source.BadInputException if its files are faulty
   */
  static Served of(LoggedRelease logged) {
    return inFolder(
        logged,
        content -> new Served(logged.release(), Questions.in(content), NetworkViews.in(content)));
  }

  /** Lays the files of a release into a folder while something is made of them. */
  static <T> T inFolder(LoggedRelease logged, Function<Content, T> use) {
    try {
      Path folder = Files.createTempDirectory("triplehelix");
      try {
        logged.files().writeTo(folder);
        return use.apply(new Content(folder));
      } finally {
        try (Stream<Path> found = Files.walk(folder)) {
          for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
