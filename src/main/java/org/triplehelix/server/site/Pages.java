package org.triplehelix.server.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.ProblemPage;

/** Writes pages from their templates. */
public final class Pages implements ProblemPage {
  /** It loads a class for each template, once for all editions. */
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "org.triplehelix.server.templates");

  private final Address address;
  private final String release;
  private final boolean takesReports;

  /**
   * The pages of a server.
   *
   * @param release the first digits of the hash of the release that is shown
   * @param takesReports whether readers can report errors
   */
  public Pages(Address address, String release, boolean takesReports) {
    this.address = address;
    this.release = release;
    this.takesReports = takesReports;
  }

  /** Writes what a template makes of a page. */
  public void write(String template, Object page, OutputStream out) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    TEMPLATES.render(template, page, output);
    try {
      output.writeTo(out::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(Problem problem, String language, String target, String id, OutputStream out) {
    Frame frame = new Frame(address, release, language, target, takesReports);
    write("problem.jte", ErrorPage.of(problem, frame, id), out);
  }
}
