package org.triplehelix.server;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.triplehelix.graph.ReleaseFolder;
import org.triplehelix.graph.Releases;
import org.triplehelix.server.discovery.SchemaDataset;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.server.site.Site;

/**
 * The page at the root: what is served and how to ask it, in Chinese or English. Programs that ask
 * for RDF there mean the dataset, and are led to its description.
 */
final class HomeRoute implements Route {
  private static final List<Format> FORMATS =
      Stream.concat(Stream.of(Format.HTML), ResultFormats.OF_GRAPHS.stream()).toList();

  private final Site site;
  private final Releases releases;

  HomeRoute(Site site, Releases releases) {
    this.site = site;
    this.releases = releases;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String example() {
    return "/?lang=zh";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Home(call.language());
  }

  private final class Home implements Prepared {
    private final String language;

    Home(String language) {
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return FORMATS;
    }

    @Override
    public String canonical() {
      return "";
    }

    @Override
    public int status(Format format) {
      return format.equals(Format.HTML) ? 200 : 303;
    }

    @Override
    public Map<String, String> headers(Format format) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put(
          "Link",
          String.join(
              ", ",
              link("/.well-known/void", "describedby"),
              link("/catalog", "alternate"),
              link("/sparql", "service-desc")));
      if (!format.equals(Format.HTML)) {
        headers.put(
            "Location",
            site.address().reference("/.well-known/void") + "?format=" + format.label());
      }
      return headers;
    }

    private String link(String path, String relation) {
      return Link.to(site.address().reference(path), relation, ResultFormats.TURTLE);
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      if (format.equals(Format.HTML)) {
        HomePage page =
            HomePage.of(site, language, sincePrevious(), attempt, SchemaDataset.json(site));
        site.pages().write("home.jte", page, out);
      }
    }

    /** Where it is told what changed since the release before. */
    private String sincePrevious() {
      List<String> all = releases.all().stream().map(ReleaseFolder.Kept::hash).toList();
      int place = all.indexOf(site.release().hash());
      return place > 0 ? "/releases/" + all.get(place - 1) + "/" + all.get(place) : "";
    }
  }
}
