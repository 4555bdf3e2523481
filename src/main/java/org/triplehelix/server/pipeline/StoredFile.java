package org.triplehelix.server.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.triplehelix.source.Digest;

/**
 * A file on disk that is an answer; it never changes.
 *
 * @param path where it is
 * @param size in bytes
 * @param sha256 of its bytes: 64 digits
 */
public record StoredFile(Path path, long size, String sha256) {
  /** The file at a path. */
  public static StoredFile at(Path path) throws IOException {
    return new StoredFile(path, Files.size(path), Digest.of(path));
  }

  /** Its strong entity tag, with quotes. */
  String etag() {
    return '"' + sha256 + '"';
  }
}
