package org.triplehelix.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Lets error messages speak Chinese. Fuseki 5.6 prints them through a method that knows Latin-1
 * only and announces their length in characters: a message with any other letter became an empty
 * 500.
 */
final class Utf8MessagesFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, new Utf8Response(response));
  }

  private static final class Utf8Response extends HttpServletResponseWrapper {
    Utf8Response(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setContentLength(int characters) {
      // the container counts the bytes
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return new Utf8Stream(super.getOutputStream());
    }
  }

  private static final class Utf8Stream extends ServletOutputStream {
    private final ServletOutputStream out;

    Utf8Stream(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void print(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
