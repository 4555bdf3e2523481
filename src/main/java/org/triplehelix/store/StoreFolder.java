package org.triplehelix.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.FileFault;
import org.triplehelix.source.Position;

/**
 * The folder of a store: generations, each whole, and a file that names the one in use. A new
 * generation is made beside the old ones and named by one renaming; whatever ends the making leaves
 * the old one in use.
 */
public final class StoreFolder {
  private static final String CURRENT = "CURRENT";
  private static final String LOCK = "lock";
  private static final String GENERATION = "generation-";
  private static final String PART = ".part";

  private final Path root;

  /** The store in a folder, which need not be there yet. */
  public StoreFolder(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /**
   * The generation in use.
   *
   * @throws BadInputException if the folder is no store, or nothing was loaded yet
   */
  Path current() {
    return found()
        .orElseThrow(
            () ->
                new BadInputException(
                    Position.of(root.toString()),
                    "is no store, or nothing was loaded into it",
                    "load something: helix load --store " + root + " FILE"));
  }

  /**
   * What the generation in use holds, without opening it.
   *
   * @throws BadInputException if there is none
   */
  public Contents contents() {
    return Contents.read(current());
  }

  /** How many bytes all of it takes on disk. */
  public long bytes() {
    try {
      return bytes(root);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /**
   * Removes all but the generation in use.
   *
   * @return how many bytes that freed
   * @throws BadInputException if another process loads, or there is no store
   */
  public long compact() {
    current();
    try (FileChannel channel = open()) {
      lock(channel);
      Path current = current(); // a load may have ended until then
      long before = bytes(root);
      for (Path left : generations(PART)) {
        delete(left);
      }
      keepOnly(current, Optional.empty());
      return before - bytes(root);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Optional<Path> found() {
    try {
      byte[] bytes = Files.readAllBytes(root.resolve(CURRENT));
      String name = new String(bytes, StandardCharsets.UTF_8).strip();
      return Optional.of(name)
          .filter(named -> named.matches(GENERATION + "\\d+"))
          .map(root::resolve)
          .filter(Files::isDirectory);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Makes a generation. */
  interface Making {
    void into(Path folder) throws IOException;
  }

  /**
   * Makes a new generation and puts it in use, or leaves all as it is. One process at a time.
   *
   * @throws BadInputException if another process is at it, or the folder cannot be written
   */
  void replace(Making making) {
    try {
      Files.createDirectories(root);
      try (FileChannel channel = open()) {
        lock(channel);
        for (Path left : generations(PART)) {
          delete(left);
        }
        Optional<Path> before = found();
        Path next = root.resolve(GENERATION + (newest() + 1));
        Path part = root.resolve(next.getFileName() + PART);
        try {
          make(making, Files.createDirectory(part));
          sync(part);
          Files.move(part, next, StandardCopyOption.ATOMIC_MOVE);
          use(next);
        } finally {
          delete(part);
          if (!found().equals(Optional.of(next))) {
            delete(next);
          }
        }
        keepOnly(next, before);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** A full or failing disk is an exception of many kinds, under a mapped file an error. */
  private static void make(Making making, Path part) throws IOException {
    try {
      making.into(part);
    } catch (BadInputException e) {
      throw e;
    } catch (InternalError e) {
      throw new IOException("the disk is full or failed", e);
    } catch (RuntimeException e) {
      throw Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
          .filter(IOException.class::isInstance)
          .map(IOException.class::cast)
          .findFirst()
          .orElseThrow(() -> e);
    }
  }

  /** Until the channel is closed, also by the end of the process. */
  private void lock(FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new BadInputException(
          Position.of(root.toString()), "is being loaded by another process", "wait for its end");
    }
  }

  private BadInputException unusable(IOException e) {
    return new BadInputException(
        Position.of(root.toString()),
        "cannot be used: " + FileFault.of(e),
        "give a folder that can be written, with room for it; what was loaded before is still there");
  }

  /** The file that names it is written whole beside the old one and takes its place. */
  private void use(Path generation) throws IOException {
    Path next = root.resolve(CURRENT + PART);
    Files.write(next, (generation.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
    force(next);
    Files.move(next, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    force(root);
  }

  /** A server may still have the one before in use; others are not kept. */
  private void keepOnly(Path current, Optional<Path> before) throws IOException {
    for (Path generation : generations("")) {
      if (!current.equals(generation) && !before.equals(Optional.of(generation))) {
        delete(generation);
      }
    }
  }

  private List<Path> generations(String ending) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(f -> f.getFileName().toString().matches(GENERATION + "\\d+\\Q" + ending + "\\E"))
          .sorted(Comparator.comparingLong(StoreFolder::number))
          .toList();
    }
  }

  private long newest() throws IOException {
    return generations("").stream().mapToLong(StoreFolder::number).max().orElse(0);
  }

  private static long number(Path generation) {
    return Long.parseLong(generation.getFileName().toString().replaceAll("\\D", ""));
  }

  private static void sync(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        force(file);
      }
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
