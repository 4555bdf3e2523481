package org.triplehelix.server.document;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.triplehelix.entity.Description;
import org.triplehelix.server.document.page.ThingPage;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** What is told of a thing, for people: {@code /page/id/london}. */
final class PageRoute implements Route {
  private static final String FOLDER = "/page";

  private final Things things;
  private final Site site;

  PageRoute(Things things, Site site) {
    this.things = things;
    this.site = site;
  }

  @Override
  public String path() {
    return FOLDER + "/*";
  }

  @Override
  public String example() {
    return "/page/id/london";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    Links links = new Links(site.address(), call.path().substring(FOLDER.length()));
    return new Page(links, things.described(links), call.language());
  }

  private final class Page implements Prepared {
    private final Links links;
    private final Description description;
    private final String language;

    Page(Links links, Description description, String language) {
      this.links = links;
      this.description = description;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return links.iri();
    }

    @Override
    public Map<String, String> headers(Format format) {
      return Map.of("Link", links.ofDocument(format));
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      ThingPage page = ThingPage.of(description, links.path(), links.downloads(), site, language);
      site.pages().write("thing.jte", page, out);
    }
  }
}
