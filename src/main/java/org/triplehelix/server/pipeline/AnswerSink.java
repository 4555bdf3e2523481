package org.triplehelix.server.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * Where an answer is written: kept back up to a number of bytes, so that an error can still be told
 * instead; what is larger flows to the client from then on.
 */
final class AnswerSink extends OutputStream {
  private final int keepBack;
  private final Supplier<OutputStream> client;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(4096);
  private OutputStream out;

  /**
   * A sink.
   *
   * @param keepBack how many bytes
   * @param client opens the way to the client: status and headers are sent; may refuse
   */
  AnswerSink(int keepBack, Supplier<OutputStream> client) {
    this.keepBack = keepBack;
    this.client = client;
  }

  @Override
  public void write(int value) throws IOException {
    room(1).write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    room(length).write(bytes, offset, length);
  }

  private OutputStream room(int length) throws IOException {
    if (out == null && held.size() + length > keepBack) {
      out = client.get();
      held.writeTo(out);
      held.reset();
    }
    return out == null ? held : out;
  }

  /** Writers may flush as they like: what is kept back stays. */
  @Override
  public void flush() throws IOException {
    if (out != null) {
      out.flush();
    }
  }

  /** Whether the answer has begun to flow. */
  boolean flows() {
    return out != null;
  }

  /** The way to the client, once the answer flows. */
  OutputStream flowing() {
    return out;
  }

  /** The whole answer, if it does not flow. */
  byte[] bytes() {
    return held.toByteArray();
  }
}
