package org.triplehelix.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hexadecimal. */
public final class Digest {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest sha256;

  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The digest of a text in UTF-8: 64 digits. */
  public static String of(String text) {
    return new Digest().add(text).hex();
  }

  /** The digest of a file: 64 digits. */
  public static String of(Path file) throws IOException {
    Digest digest = new Digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.sha256.update(buffer, 0, read);
      }
    }
    return digest.hex();
  }

  /** Takes in one more piece of text, in UTF-8. */
  public Digest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes in bytes. */
  public Digest add(byte[] bytes) {
    sha256.update(bytes);
    return this;
  }

  /** The digest of all that was taken in: 64 digits. Starts anew. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
