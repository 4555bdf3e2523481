package org.triplehelix.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * That only one program at a time writes to a file. What is locked is a file beside it, as systems
 * drop locks of a file that the same program opens and closes again.
 */
public final class FolderLock implements AutoCloseable {
  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  private static FileChannel opened(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Takes a lock; empty if another program has it. */
  public static Optional<FolderLock> tryTo(Path path) throws IOException {
    FileChannel file = opened(path);
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException sameProgram) {
      lock = null;
    } finally {
      if (lock == null) {
        file.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new FolderLock(file));
  }

  /** Takes a lock, when others have given it back. */
  static FolderLock of(Path path) throws IOException {
    FileChannel file = opened(path);
    try {
      file.lock();
      return new FolderLock(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      return;
    }
  }
}
