package org.triplehelix.server;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.triplehelix.graph.Release;

/** The page at the root: what is served and how to ask it, in Chinese or English. */
final class HomeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Release release;
  private final transient Map<String, HomePage> pages = new ConcurrentHashMap<>();
  private final transient TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "org.triplehelix.server.templates");

  HomeFilter(Release release) {
    this.release = release;
  }

  /** The root belongs to the dataset whose endpoints are /sparql and /graphs, hence a filter. */
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads && request.getRequestURI().equals("/")) {
      answer(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render("home.jte", page(language(request)), output);
    response.setContentType("text/html; charset=utf-8");
    response.setHeader("Vary", "Accept-Language");
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream()::write);
  }

  /** A release never changes, so that its counts are taken once for each language. */
  private HomePage page(String language) {
    return pages.computeIfAbsent(language, l -> HomePage.of(release, l));
  }

  /** The language asked for with {@code lang}, else the first that the browser would read. */
  private static String language(HttpServletRequest request) {
    String asked = request.getParameter("lang");
    if ("zh".equals(asked) || "en".equals(asked)) {
      return asked;
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("zh") || language.equals("en"))
        .findFirst()
        .orElse("en");
  }
}
