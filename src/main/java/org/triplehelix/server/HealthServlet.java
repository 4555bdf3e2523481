package org.triplehelix.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonObject;
import org.triplehelix.graph.Release;

/** Tells that the server answers, and which release it serves. */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient byte[] body;

  HealthServlet(Release release) {
    JsonObject json = new JsonObject();
    json.put("status", "ok");
    json.put("release", release.hash());
    json.put("statements", release.quads().size());
    body = (json.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(body);
  }
}
