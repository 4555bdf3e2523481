package org.triplehelix.server.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.RDFWriter;
import org.triplehelix.graph.ReleaseFolder.Kept;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.pipeline.TooCostly;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.Site;

/** The releases that the server has, the newest first: a page, a feed, versions of DCAT. */
public final class ReleasesRoute implements Route {
  private static final Format ATOM = Format.of("atom", "application/atom+xml");

  private final Site site;
  private final History history;
  private final String all;

  private ReleasesRoute(Site site, Releases releases, History history) {
    this.site = site;
    this.history = history;
    this.all = String.join(" ", releases.all().stream().map(Kept::hash).toList());
  }

  /** The routes to the releases and to what changed between two of them. */
  public static List<Route> all(Site site, Releases releases) {
    History history = new History(releases);
    return List.of(new ReleasesRoute(site, releases, history), new DiffRoute(history, releases));
  }

  @Override
  public String path() {
    return "/releases";
  }

  @Override
  public String example() {
    return "/releases";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Listing(call.language());
  }

  private final class Listing implements Prepared {
    private final String language;

    Listing(String language) {
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(
          Format.HTML,
          ATOM,
          ResultFormats.OF_GRAPHS.get(0),
          ResultFormats.OF_GRAPHS.get(1),
          ResultFormats.OF_GRAPHS.get(2),
          ResultFormats.OF_GRAPHS.get(3));
    }

    @Override
    public String canonical() {
      return all;
    }

    @Override
    public Map<String, String> headers(Format format) {
      return Map.of(
          "Link", Link.to(site.address().reference("/releases?format=atom"), "alternate", ATOM));
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      if (attempt.isShort() && !history.isKnown()) {
        throw new TooCostly();
      }
      ReleasesPage page = new ReleasesPage(site.frame(language, "/releases"), history.steps());
      if (format.equals(Format.HTML)) {
        site.pages().write("releases.jte", page, out);
      } else if (format.equals(ATOM)) {
        new AtomFeed(page).write(out);
      } else {
        RDFWriter.source(DcatVersions.of(page.steps(), site.address()))
            .format(ResultFormats.GRAPHS.get(format))
            .output(out);
      }
    }
  }
}
