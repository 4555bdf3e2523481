package org.triplehelix.server.document;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.triplehelix.server.document.ontology.OntologyPage;
import org.triplehelix.server.document.ontology.Usage;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** The ontology, whole, at the address of which its terms are fragments. */
final class OntologyRoute implements Route {
  private final String path;
  private final Things things;
  private final DocumentWriter writer;
  private final Site site;
  private final Supplier<Usage> usage;

  /**
   * The ontology at a path.
   *
   * @param path of its name, or of that of its version
   * @param usage of its terms in the release
   */
  OntologyRoute(
      String path, Things things, DocumentWriter writer, Site site, Supplier<Usage> usage) {
    this.usage = usage;
    this.path = path;
    this.things = things;
    this.writer = writer;
    this.site = site;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String example() {
    return path;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Whole(call.language());
  }

  private final class Whole implements Prepared {
    private final Links links = new Links(site.address(), Things.ONTOLOGY);
    private final String language;

    Whole(String language) {
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return DocumentFormats.ALL;
    }

    @Override
    public String canonical() {
      return path;
    }

    @Override
    public Map<String, String> headers(Format format) {
      return Map.of("Link", links.ofDocument(format));
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      if (format.equals(Format.HTML)) {
        OntologyPage page =
            OntologyPage.of(
                things.ontology(),
                usage.get(),
                site.frame(language, path),
                site,
                links.downloads());
        site.pages().write("ontology.jte", page, out);
      } else {
        writer.write(things.ontology(), format, out);
      }
    }
  }
}
