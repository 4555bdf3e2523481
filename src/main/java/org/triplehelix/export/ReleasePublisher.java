package org.triplehelix.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.PublishedRelease;
import org.triplehelix.graph.Release;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Digest;
import org.triplehelix.source.Position;

/**
 * Puts releases into a folder from which servers take them: each whole or not at all, whenever the
 * program or the machine stops. What is unfinished has a name that no server reads, and goes when
 * the next release is published. One at a time publishes.
 */
public final class ReleasePublisher {
  /** What servers read of the hand-written files beside the release, with what lies there. */
  public static final List<String> FOLDERS = List.of("ontology/questions", "ontology/networks");

  private static final String LOCK = ".lock";

  /** What the name of an unfinished release begins with. */
  public static final String PART = ".part-";

  private final ReleaseFolder folder;

  /** Publishes into a folder, which is made if it is not there. */
  public ReleasePublisher(ReleaseFolder folder) {
    this.folder = folder;
  }

  /**
   * What was done.
   *
   * @param release as it lies in the folder
   * @param isNew whether it was written now; else the newest there is the same already
   */
  public record Outcome(PublishedRelease release, boolean isNew) {}

  /**
   * Publishes a release.
   *
   * @param content the files that it was built of
   * @throws BadInputException if the folder cannot be written, or has no room
   */
  public Outcome publish(Release release, Content content) {
    return publish(release, content, OptionalLong.empty());
  }

  /**
   * Publishes a release under a number that is given, above all that are there.
   *
   * @param content the files that it was built of
   * @throws BadInputException if the folder cannot be written, or has no room
   */
  public Outcome publishAs(long number, Release release, Content content) {
    return publish(release, content, OptionalLong.of(number));
  }

  private Outcome publish(Release release, Content content, OptionalLong given) {
    try {
      Files.createDirectories(folder.path());
      try (FileChannel lock =
              FileChannel.open(
                  folder.path().resolve(LOCK),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var held = lock.lock()) {
        assert held.isValid();
        removeUnfinished();
        return publishAlone(release, content, given);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new BadInputException(
          Position.of(folder.path().toString()),
          "cannot be written: " + reason(e),
          "give a folder that can be written, with room for the release; nothing was changed");
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  private Outcome publishAlone(Release release, Content content, OptionalLong given)
      throws IOException {
    Optional<PublishedRelease> newest = folder.newest();
    long number = given.orElse(newest.map(PublishedRelease::number).orElse(0L) + 1);
    Path part = folder.path().resolve(PART + number);
    try {
      Files.createDirectory(part);
      write(release, content, part);
      if (given.isEmpty() && newest.filter(old -> isSame(old, part)).isPresent()) {
        return new Outcome(newest.get(), false);
      }
      Path path = folder.path().resolve(PublishedRelease.name(number, release.hash()));
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder.path());
      return new Outcome(PublishedRelease.at(path).orElseThrow(), true);
    } finally {
      delete(part);
    }
  }

  private static boolean isSame(PublishedRelease newest, Path part) {
    Path sums = newest.path().resolve(PublishedRelease.SUMS);
    try {
      newest.demandWhole();
      return Files.mismatch(sums, part.resolve(PublishedRelease.SUMS)) < 0;
    } catch (BadInputException | IOException damaged) {
      return false;
    }
  }

  private static void write(Release release, Content content, Path part) throws IOException {
    try (OutputStream out = packed(part.resolve(PublishedRelease.STATEMENTS))) {
      RdfExport.write(release, RdfFormat.NQUADS, out);
    }
    if (!release.layers().isEmpty()) {
      try (OutputStream out = packed(part.resolve(PublishedRelease.LAYERS))) {
        release.layers().write(out);
      }
    }
    for (String name : FOLDERS) {
      copy(content.root(), name, part);
    }
    StringBuilder sums = new StringBuilder();
    for (Path file : files(part)) {
      String name = part.relativize(file).toString().replace('\\', '/');
      sums.append(Digest.of(file)).append("  ").append(name).append('\n');
      force(file);
    }
    Path file = part.resolve(PublishedRelease.SUMS);
    Files.writeString(file, sums);
    force(file);
    for (Path directory : found(part).filter(Files::isDirectory).toList()) {
      forceFolder(directory);
    }
  }

  private static OutputStream packed(Path file) throws IOException {
    return new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private static void copy(Path root, String name, Path part) throws IOException {
    Path from = root.resolve(name);
    if (Files.isDirectory(from)) {
      for (Path file : files(from)) {
        Path to = part.resolve(root.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    return found(folder).filter(Files::isRegularFile).toList();
  }

  /** What lies in a folder, by name. */
  private static Stream<Path> found(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return Arrays.stream(found.sorted().toArray(Path[]::new));
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Its names have to be found after a crash, too; some systems do not let folders be opened. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  /** What another run left that was ended before it was done. */
  private void removeUnfinished() throws IOException {
    try (Stream<Path> all = Files.list(folder.path())) {
      for (Path left : all.filter(ReleasePublisher::isUnfinished).toList()) {
        delete(left);
      }
    }
  }

  private static boolean isUnfinished(Path path) {
    return path.getFileName().toString().startsWith(PART);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : found(folder).sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
