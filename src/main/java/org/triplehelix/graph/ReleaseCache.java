package org.triplehelix.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.triplehelix.source.Digest;

/**
 * Built releases, kept in a folder so that the same files need not be parsed again by the same
 * program. Nothing depends on it: what cannot be read is built, and what cannot be written is not
 * kept.
 *
 * @param folder is made when something is kept
 * @param program tells this program from every other that might build another release
 * @param trouble takes what went wrong
 */
public record ReleaseCache(Path folder, String program, Consumer<String> trouble) {
  private static final String EXTENSION = ".release";
  private static final String MARK = ".sound";
  private static final String PART = ".part";
  private static final int KEPT = 4;
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** The place for the release of these files as they are now. */
  public Place placeFor(Content content) {
    return new Place(content, key(content));
  }

  private String key(Content content) {
    Digest digest = new Digest();
    add(digest, BinaryRelease.FORMAT);
    add(digest, program);
    for (Content.Item item : content.items()) {
      add(digest, item.name());
      add(digest, item.bytes());
    }
    return digest.hex();
  }

  private static void add(Digest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With the length before, so that no two lists of parts are the same bytes. */
  private static void add(Digest digest, byte[] bytes) {
    digest.add(bytes.length + ":").add(bytes);
  }

  /** Where the release of certain files is kept, or will be. */
  public final class Place {
    private final Content content;
    private final String key;

    private Place(Content content, String key) {
      this.content = content;
      this.key = key;
    }

    private Path file() {
      return folder.resolve(key + EXTENSION);
    }

    /** What is kept here, if it is whole. */
    public Optional<Release> read() {
      if (!Files.exists(file())) {
        return Optional.empty();
      }
      try {
        Release release = BinaryRelease.decode(key, Files.readAllBytes(file()));
        touch();
        return Optional.of(release);
      } catch (IOException e) {
        trouble.accept(file() + " is not read: " + e.getMessage());
        return Optional.empty();
      }
    }

    /** Whether all else in the files was found to be without fault by {@link #markSound}. */
    public boolean isSound() {
      return Files.exists(mark(file()));
    }

    /** Keeps in mind that all else in the files, as saved questions, is without fault. */
    public void markSound() {
      if (Files.exists(file()) && key(content).equals(key)) {
        try {
          Files.write(mark(file()), new byte[0]);
        } catch (IOException e) {
          trouble.accept(mark(file()) + " is not kept: " + e.getMessage());
        }
      }
    }

    /** What was used last is kept longest. */
    private void touch() {
      try {
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now()));
      } catch (IOException e) {
        trouble.accept(file() + " stays as old as it was: " + e.getMessage());
      }
    }

    /** Keeps the release that was built of the files, if they are still the same. */
    public void keep(Release release) {
      if (!key(content).equals(key)) {
        return;
      }
      try {
        Files.createDirectories(folder);
        write(BinaryRelease.encode(key, release));
        removeOld();
      } catch (IOException | UncheckedIOException e) {
        trouble.accept("nothing is kept in " + folder + ": " + e.getMessage());
      }
    }

    /** Whole or not at all, whoever else does the same. */
    private void write(byte[] bytes) throws IOException {
      Path part = Files.createTempFile(folder, "release", PART);
      try {
        Files.write(part, bytes);
        Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  /** Beside a release, a mark that its files are sound. */
  private static Path mark(Path release) {
    return release.resolveSibling(release.getFileName() + MARK);
  }

  private void removeOld() throws IOException {
    Instant abandoned = Instant.now().minus(ABANDONED);
    List<Path> newestFirst = files(EXTENSION, Comparator.comparing(ReleaseCache::time).reversed());
    for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
      Files.deleteIfExists(old);
      Files.deleteIfExists(mark(old));
    }
    for (Path part : files(PART, Comparator.naturalOrder())) {
      if (time(part).toInstant().isBefore(abandoned)) {
        Files.deleteIfExists(part);
      }
    }
  }

  private List<Path> files(String extension, Comparator<Path> order) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(extension)).sorted(order).toList();
    }
  }

  /** The time of a file; that of one which somebody has just removed is long past. */
  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
