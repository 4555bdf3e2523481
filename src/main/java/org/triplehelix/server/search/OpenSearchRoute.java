package org.triplehelix.server.search;

import java.util.List;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Site;

/** Tells browsers how the site is searched: a description of OpenSearch 1.1. */
final class OpenSearchRoute implements Route {
  private static final Format DESCRIPTION =
      Format.of("xml", "application/opensearchdescription+xml", "application/xml", "text/xml");

  private final Site site;

  OpenSearchRoute(Site site) {
    this.site = site;
  }

  @Override
  public String path() {
    return "/opensearch.xml";
  }

  @Override
  public String example() {
    return "/opensearch.xml?lang=zh";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Fixed(
        List.of(DESCRIPTION),
        "",
        (format, out) ->
            site.pages()
                .write(
                    "opensearch.jte",
                    new OpenSearchPage(site.address().absolute(""), call.language()),
                    out));
  }
}
