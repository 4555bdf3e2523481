package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.triplehelix.source.Digest;

/**
 * A file on disk that is an answer; it never changes.
 *
 * @param path where it is
 * @param size in bytes
 * @param sha256 of its bytes: 64 digits
 */
public record StoredFile(Path path, long size, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** The file at a path. */
  public static StoredFile at(Path path) throws IOException {
    Digest digest = new Digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.add(read == BUFFER ? buffer : Arrays.copyOf(buffer, read));
      }
    }
    return new StoredFile(path, Files.size(path), digest.hex());
  }

  /** Its strong entity tag, with quotes. */
  String etag() {
    return '"' + sha256 + '"';
  }
}
