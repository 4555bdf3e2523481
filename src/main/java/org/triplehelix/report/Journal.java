package org.triplehelix.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Position;

/**
 * A file of lines that only grows. A line is on the disk before {@link #append} returns, or the
 * file is as it was. What a crash left of a line has no line end: it is set aside in a file beside
 * it when the journal is opened.
 */
final class Journal implements AutoCloseable {
  /** With less room left than this a failure is told as that of a full disk. */
  private static final long LITTLE_ROOM = 64 * 1024;

  private final Path path;
  private final FileChannel file;
  private final Object identity;
  private long length;
  private long torn;

  private Journal(Path path, FileChannel file) throws IOException {
    this.path = path;
    this.file = file;
    this.identity = identity(path);
  }

  /** Opens a journal to be added to; there may be none yet. */
  static Journal open(Path path) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      forceFolder(path);
      Journal journal = new Journal(path, file);
      journal.mend();
      return journal;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The whole lines of a file; none if there is no file. */
  static List<String> lines(Path path) {
    try {
      byte[] bytes = Files.readAllBytes(path);
      return text(Arrays.copyOf(bytes, whole(bytes))).lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(path.toString()),
          "cannot be read: " + e.getMessage(),
          "see to whom it belongs");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** Its file has to be found after a crash, too; some systems do not let folders be opened. */
  private static void forceFolder(Path path) {
    try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent())) {
      folder.force(true);
    } catch (IOException e) {
      return;
    }
  }

  private void mend() throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    length = whole(bytes);
    torn = bytes.length - length;
    if (torn > 0) {
      setAside(Arrays.copyOfRange(bytes, (int) length, bytes.length));
      file.truncate(length);
      file.force(true);
    }
  }

  private void setAside(byte[] rest) throws IOException {
    byte[] line = Arrays.copyOf(rest, rest.length + 1);
    line[rest.length] = '\n';
    try (FileChannel aside =
        FileChannel.open(
            tornPath(path),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.READ)) {
      write(ByteBuffer.wrap(line), aside, aside.size());
      aside.force(true);
    }
  }

  static Path tornPath(Path path) {
    return path.resolveSibling(path.getFileName() + ".torn");
  }

  /** How many bytes of a line that was never finished were found at the end and set aside. */
  long torn() {
    return torn;
  }

  /**
   * Adds a line.
   *
   * @throws NotStored if it was not kept
   */
  synchronized void append(String line) throws NotStored {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    int size = bytes.remaining();
    try {
      demandSameFile();
      restore();
      write(bytes, file, length);
      file.force(true);
    } catch (IOException e) {
      takeBack();
      throw new NotStored(reason(e), isFull(e, size));
    }
    length += size;
  }

  private static void write(ByteBuffer bytes, FileChannel to, long start) throws IOException {
    long position = start;
    while (bytes.hasRemaining()) {
      position += to.write(bytes, position);
    }
  }

  /** What goes to a file that was moved or deleted would be lost. */
  private void demandSameFile() throws IOException {
    if (!Files.exists(path) || identity != null && !identity.equals(identity(path))) {
      throw new IOException("the file was moved or deleted");
    }
  }

  private static Object identity(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** Takes away what a failure left, if that was not possible at once. */
  private void restore() throws IOException {
    if (file.size() != length) {
      file.truncate(length);
    }
  }

  private void takeBack() {
    try {
      restore();
      file.force(true);
    } catch (IOException e) {
      return;
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "it cannot be written" : e.getMessage();
  }

  private boolean isFull(IOException e, int size) {
    String message = reason(e).toLowerCase(Locale.ROOT);
    boolean says =
        Stream.of("no space left", "quota", "too large", "not enough space")
            .anyMatch(message::contains);
    try {
      return says || Files.getFileStore(path).getUsableSpace() < size + LITTLE_ROOM;
    } catch (IOException unknown) {
      return says;
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
