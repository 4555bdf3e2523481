package org.triplehelix.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.triplehelix.export.ReleasePublisher;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.report.FolderLock;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * Where a replica keeps what it has come to: a folder of releases, in which the number of each is
 * the offset that is read next. So one rename puts both there, or neither.
 */
final class ReplicaStore implements AutoCloseable {
  private static final String LOCK = ".replica";
  private static final int KEPT = 2;

  private final ReleaseFolder folder;
  private final FolderLock lock;

  /**
   * A release that was kept.
   *
   * @param next offset that is read next
   */
  record Kept(LoggedRelease release, long next) {}

  /**
   * Opens a folder, which is made if it is not there.
   *
   * @throws BadInputException if it cannot be written, or another program uses it
   */
  ReplicaStore(Path path) {
    folder = new ReleaseFolder(path);
    try {
      Files.createDirectories(path);
      lock =
          FolderLock.tryTo(path.resolve(LOCK))
              .orElseThrow(
                  () ->
                      new BadInputException(
                          Position.of(path.toString()),
                          "is used by another program that follows the log or publishes there",
                          "give each a folder of its own"));
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(path.toString()),
          "cannot be written: " + e.getMessage(),
          "give a folder that can be written");
    }
  }

  /**
   * The last that was kept and is whole.
   *
   * @param told takes what is wrong with later ones
   */
  Optional<Kept> newest(Consumer<String> told) {
    List<PublishedRelease> newestFirst = new ArrayList<>(folder.published());
    Collections.reverse(newestFirst);
    for (PublishedRelease kept : newestFirst) {
      try {
        Release release = kept.release().with(kept.layers());
        return Optional.of(new Kept(LoggedRelease.of(release, kept.content()), kept.number()));
      } catch (BadInputException damaged) {
        told.accept(damaged.getMessage());
      }
    }
    return Optional.empty();
  }

  /**
   * Keeps a release with the offset that is read next.
   *
   * @param content its files, in a folder
   * @throws BadInputException if the folder cannot be written, or has no room
   */
  void keep(LoggedRelease release, Content content, long next) {
    removeIf(kept -> kept.number() >= next);
    new ReleasePublisher(folder).publishAs(next, release.release(), content);
    List<PublishedRelease> all = folder.published();
    List<PublishedRelease> last = all.subList(Math.max(0, all.size() - KEPT), all.size());
    removeIf(kept -> !last.contains(kept));
  }

  private void removeIf(Predicate<PublishedRelease> which) {
    folder.published().stream().filter(which).forEach(ReplicaStore::remove);
  }

  private static void remove(PublishedRelease old) {
    Path gone = old.path().resolveSibling(ReleasePublisher.PART + old.number());
    try {
      Files.move(old.path(), gone, StandardCopyOption.ATOMIC_MOVE);
      try (Stream<Path> found = Files.walk(gone)) {
        for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
