package org.triplehelix.server.discovery;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFWriter;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.Site;

/** The catalogue: in RDF for programs, as a page for people. */
final class CatalogRoute implements Route {
  private static final List<Format> FORMATS =
      Stream.concat(Stream.of(Format.HTML), ResultFormats.OF_GRAPHS.stream()).toList();

  private final Site site;
  private final Construction construction;

  CatalogRoute(Site site, Construction construction) {
    this.site = site;
    this.construction = construction;
  }

  @Override
  public String path() {
    return "/catalog";
  }

  @Override
  public String example() {
    return "/catalog?lang=en";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(
        FORMATS,
        "",
        (format, out) -> {
          if (format.equals(Format.HTML)) {
            CatalogPage page =
                new CatalogPage(call.language(), new Described(construction.graph()), site);
            site.pages().write("catalog.jte", page, out);
          } else {
            RDFWriter.source(construction.graph())
                .format(ResultFormats.GRAPHS.get(format))
                .output(out);
          }
        });
  }
}
