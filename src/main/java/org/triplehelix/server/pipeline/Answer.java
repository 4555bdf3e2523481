package org.triplehelix.server.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.triplehelix.source.Digest;

/**
 * A finished answer, as it is and compressed, each with the headers that belong to it.
 *
 * @param status the status code
 * @param plain as it is
 * @param gzip compressed; null where that gains nothing
 */
record Answer(int status, Variant plain, Variant gzip) {
  private static final int WORTH_COMPRESSING = 1024;
  private static final int ETAG_DIGITS = 20;
  private static final int OVERHEAD = 2048;

  /**
   * One encoding of an answer.
   *
   * @param etag strong, with its quotes
   * @param headers all that do not depend on the request, with the length
   * @param bytes the body
   */
  record Variant(String etag, HttpFields headers, byte[] bytes) {
    static Variant of(String etag, HttpFields common, byte[] bytes, String encoding) {
      HttpFields.Mutable headers = HttpFields.build(common);
      headers.put(HttpHeader.ETAG, etag);
      if (!encoding.isEmpty()) {
        headers.put(HttpHeader.CONTENT_ENCODING, encoding);
      }
      headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
      return new Variant(etag, headers.asImmutable(), bytes);
    }
  }

  /** An answer of these bytes. */
  static Answer of(int status, HttpFields common, byte[] bytes) {
    String digest = new Digest().add(bytes).hex().substring(0, ETAG_DIGITS);
    Variant plain = Variant.of('"' + digest + '"', common, bytes, "");
    byte[] less = bytes.length < WORTH_COMPRESSING ? bytes : compressed(bytes);
    Variant gzip =
        less.length < bytes.length
            ? Variant.of('"' + digest + "-gzip\"", common, less, "gzip")
            : null;
    return new Answer(status, plain, gzip);
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The encoding that a client takes. */
  Variant variant(String acceptEncoding) {
    if (gzip == null || acceptEncoding.isEmpty()) {
      return plain;
    }
    return new Accept(acceptEncoding).encoding("gzip") > 0 ? gzip : plain;
  }

  /** How much of the cache it takes, in bytes. */
  int weight() {
    return OVERHEAD + plain.bytes().length + (gzip == null ? 0 : gzip.bytes().length);
  }
}
