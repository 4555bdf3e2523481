package org.triplehelix.server.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.triplehelix.source.Digest;

/** A finished answer, as it is and, once a client takes it so, compressed. */
final class Answer {
  static final long NO_ROWS = -1;

  private static final int WORTH_COMPRESSING = 1024;
  private static final int ETAG_DIGITS = 20;
  private static final int OVERHEAD = 2048;

  private final int status;
  private final long rows;
  private final HttpFields common;
  private final String digest;
  private final Variant plain;
  private volatile Variant gzip;

  /**
   * One encoding of an answer.
   *
   * @param etag strong, with its quotes; empty for what is no representation of anything
   * @param headers all that do not depend on the request, with the length
   * @param bytes the body
   */
  record Variant(String etag, HttpFields headers, byte[] bytes) {
    static Variant of(String etag, HttpFields common, byte[] bytes, String encoding) {
      HttpFields.Mutable headers = HttpFields.build(common);
      if (!etag.isEmpty()) {
        headers.put(HttpHeader.ETAG, etag);
      }
      if (!encoding.isEmpty()) {
        headers.put(HttpHeader.CONTENT_ENCODING, encoding);
      }
      headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
      return new Variant(etag, headers.asImmutable(), bytes);
    }
  }

  private Answer(int status, HttpFields common, byte[] bytes, long rows) {
    this.status = status;
    this.rows = rows;
    this.common = common;
    this.digest = new Digest().add(bytes).hex().substring(0, ETAG_DIGITS);
    this.plain = Variant.of(status == 200 ? '"' + digest + '"' : "", common, bytes, "");
  }

  /**
   * An answer.
   *
   * @param common its headers, without those of its encoding
   */
  static Answer of(int status, HttpFields common, byte[] bytes) {
    return of(status, common, bytes, NO_ROWS);
  }

  /** The same, made from queries that gave so many rows. */
  static Answer of(int status, HttpFields common, byte[] bytes, long rows) {
    return new Answer(status, common, bytes, rows);
  }

  /** How many rows the queries gave that it is made from; below zero if there was none. */
  long rows() {
    return rows;
  }

  /** The status code. */
  int status() {
    return status;
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
    return acceptEncoding.isEmpty()
            || plain.bytes().length < WORTH_COMPRESSING
            || new Accept(acceptEncoding).encoding("gzip") == 0
        ? plain
        : gzip();
  }

  /** Compressed once; two threads may do it at the same time, to the same bytes. */
  private Variant gzip() {
    if (gzip == null) {
      byte[] less = compressed(plain.bytes());
      gzip =
          less.length < plain.bytes().length
              ? Variant.of('"' + digest + "-gzip\"", common, less, "gzip")
              : plain;
    }
    return gzip;
  }

  /** How much of the cache it takes, in bytes, the compressed form included. */
  int weight() {
    return OVERHEAD + plain.bytes().length + plain.bytes().length / 2;
  }
}
