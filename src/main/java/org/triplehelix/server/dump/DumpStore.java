package org.triplehelix.server.dump;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.triplehelix.server.pipeline.StoredFile;

/**
 * Files that are made when they are first asked for, in a folder that lives as long as the server.
 * Each is made once: who asks meanwhile waits for it.
 */
final class DumpStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DumpStore.class);

  /** A file may still be in the making while the folder is deleted. */
  private static final int TRIES = 5;

  private final Map<String, CompletableFuture<StoredFile>> files = new ConcurrentHashMap<>();
  private Path folder;
  private boolean closed;

  /** Writes a file. */
  interface Maker {
    void write(OutputStream out) throws IOException;
  }

  private synchronized Path folder() throws IOException {
    if (closed) {
      throw new IOException("the server has stopped");
    }
    if (folder == null) {
      folder = Files.createTempDirectory("helix-dumps-");
    }
    return folder;
  }

  /** The file with that name, if it is there; whoever clears the folder away only costs time. */
  Optional<StoredFile> ready(String name) {
    CompletableFuture<StoredFile> file = files.get(name);
    if (file == null || !file.isDone() || file.isCompletedExceptionally()) {
      return Optional.empty();
    }
    if (Files.exists(file.join().path())) {
      return Optional.of(file.join());
    }
    files.remove(name, file);
    return Optional.empty();
  }

  /** Whether a file is being made. */
  boolean isInTheMaking(String name) {
    CompletableFuture<StoredFile> file = files.get(name);
    return file != null && !file.isDone();
  }

  /** The file with that name, made if it must be. */
  StoredFile file(String name, Maker maker) throws IOException {
    Optional<StoredFile> ready = ready(name);
    if (ready.isPresent()) {
      return ready.get();
    }
    CompletableFuture<StoredFile> mine = new CompletableFuture<>();
    CompletableFuture<StoredFile> other = files.putIfAbsent(name, mine);
    if (other != null) {
      return joined(other);
    }
    try {
      mine.complete(make(name, maker));
    } catch (IOException | RuntimeException | Error e) {
      files.remove(name, mine);
      mine.completeExceptionally(e);
      throw e;
    }
    return mine.join();
  }

  private static StoredFile joined(CompletableFuture<StoredFile> other) throws IOException {
    try {
      return other.join();
    } catch (CompletionException e) {
      throw new IOException("the file could not be made", e.getCause());
    }
  }

  private StoredFile make(String name, Maker maker) throws IOException {
    Path file = folder().resolve(name.replace('/', '_'));
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        maker.write(out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return StoredFile.at(file);
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (int tries = 0; folder != null && Files.exists(folder) && tries < TRIES; tries++) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      for (Path path : found.toList()) {
        Files.deleteIfExists(path);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.warn("{} is not deleted: {}", folder, e.toString());
    }
  }
}
