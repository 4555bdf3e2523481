package org.triplehelix.query.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.triplehelix.query.run.LimitReached.Kind;

/** Counts the bytes of an answer; who cannot be written to has gone away. */
final class MeasuredStream extends FilterOutputStream {
  private final Watch watch;
  private long bytes;

  MeasuredStream(OutputStream out, Watch watch) {
    super(out);
    this.watch = watch;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    watch.step();
    bytes += length;
    if (bytes > watch.limits().bytes()) {
      throw watch.reached(Kind.BYTES, watch.limits().bytes() + " bytes");
    }
    try {
      out.write(buffer, offset, length);
    } catch (IOException e) {
      watch.end(Kind.CANCELLED, "");
      throw e;
    }
  }
}
