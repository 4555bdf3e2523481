package org.triplehelix.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.jena.atlas.RuntimeIOException;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.FileFault;
import org.triplehelix.source.Position;

/** Where the user wants an answer: a file, written whole or not at all, or standard output. */
final class Output {
  /** Standard output, as a user names it. */
  static final String STANDARD = "-";

  private final String name;
  private final Body body;

  private Output(String name, Body body) {
    this.name = name;
    this.body = body;
  }

  /** Writes an answer. */
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /** Writes an answer to a file or to standard output, and tells that a file was written. */
  static void to(String name, Body body, PrintWriter err) {
    if (name.equals(STANDARD)) {
      try {
        body.write(System.out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Main.demandWritten(System.out);
    } else {
      new Output(name, body).write(Path.of(name).toAbsolutePath());
      err.println("Wrote " + name + ".");
    }
  }

  /** Through links to where they lead; what is no plain file, as /dev/null, is written to. */
  private void write(Path given) {
    try {
      Path file = Files.exists(given) ? given.toRealPath() : given;
      if (file.getFileName() == null || Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        write(Files.newOutputStream(file));
      } else {
        replace(file);
      }
    } catch (IOException e) {
      throw new BadInputException(
          Position.of(name),
          "cannot be written: " + FileFault.of(e),
          "give a file in a folder that exists and can be written");
    }
  }

  private void replace(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      write(Files.newOutputStream(part));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void write(OutputStream stream) throws IOException {
    try (OutputStream out = new BufferedOutputStream(stream)) {
      body.write(out);
    } catch (RuntimeIOException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
