package org.triplehelix.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A connection that is kept, with as little of HTTP/1.1 as servers need, so that the client takes
 * next to nothing of the processor it shares with them.
 */
final class HttpConnection implements Closeable {
  private static final int BUFFER = 64 * 1024;
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private byte[] body = new byte[BUFFER];
  private int length;
  private long firstByteAt;

  HttpConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Sends a request and reads the whole response; gives its status. */
  int send(byte[] request) throws IOException {
    out.write(request);
    length = 0;
    demand();
    firstByteAt = System.nanoTime();
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int announced = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        announced = Integer.parseInt(header.substring(15).strip());
      } else if (header.startsWith("transfer-encoding:")) {
        chunked = header.endsWith("chunked");
      }
    }
    if (chunked) {
      readChunks();
    } else {
      read(announced);
    }
    return status;
  }

  /** When the last answer began, as {@link System#nanoTime} counts. */
  long firstByteAt() {
    return firstByteAt;
  }

  /** How many bytes the last body has. */
  int length() {
    return length;
  }

  /** A copy of the last body. */
  byte[] body() {
    return Arrays.copyOf(body, length);
  }

  private void readChunks() throws IOException {
    int size;
    do {
      size = Integer.parseInt(line().strip(), 16);
      read(size);
      line();
    } while (size > 0);
  }

  private void read(int count) throws IOException {
    if (length + count > body.length) {
      body = Arrays.copyOf(body, Math.max(length + count, 2 * body.length));
    }
    int left = count;
    while (left > 0) {
      demand();
      int taken = Math.min(left, end - position);
      System.arraycopy(buffer, position, body, length, taken);
      position += taken;
      length += taken;
      left -= taken;
    }
  }

  /** The next line, without its end. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      demand();
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
      if (position < end) {
        position++;
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
      }
    }
  }

  private void demand() throws IOException {
    if (position == end) {
      position = 0;
      end = in.read(buffer);
      if (end < 0) {
        end = 0;
        throw new EOFException("the server closed the connection");
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
