package org.triplehelix.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Lets a client lower the time limit of its query and nothing more. Fuseki 5.6 takes two limits in
 * one {@code timeout} parameter and does not hold the second against the server's own.
 */
final class TimeoutFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String[] timeouts = request.getParameterValues("timeout");
    if (timeouts == null || (timeouts.length == 1 && SECONDS.matcher(timeouts[0]).matches())) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.setContentType("text/plain; charset=utf-8");
      response
          .getOutputStream()
          .write(
              "timeout is no number of seconds; give one, as timeout=5\n"
                  .getBytes(StandardCharsets.UTF_8));
    }
  }
}
