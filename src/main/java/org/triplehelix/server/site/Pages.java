package org.triplehelix.server.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.ProblemPage;

/** Writes pages from their templates. */
public final class Pages implements ProblemPage {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "org.triplehelix.server.templates");

  /** Writes what a template makes of a page. */
  public void write(String template, Object page, OutputStream out) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template, page, output);
    try {
      output.writeTo(out::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Problem problem, String language, String id, OutputStream out) {
    write("problem.jte", ErrorPage.of(problem, language, id), out);
  }
}
