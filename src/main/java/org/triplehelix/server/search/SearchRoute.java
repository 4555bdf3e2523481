package org.triplehelix.server.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Site;

/** Finds things by their names, in Chinese and English. */
public final class SearchRoute implements Route {
  private static final Format CSV = Format.text("csv", "text/csv");

  private final Site site;

  private SearchRoute(Site site) {
    this.site = site;
  }

  /** The routes by which a site is searched. */
  public static List<Route> all(Site site) {
    return List.of(new SearchRoute(site), new SuggestRoute(site), new OpenSearchRoute(site));
  }

  @Override
  public String path() {
    return "/search";
  }

  @Override
  public String example() {
    return "/search?q=london&lang=en";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("q", "type", "kind", "limit", "offset");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    SearchQuery query = SearchQuery.of(call, site.search().get(), site.release().prefixes());
    SearchLinks links = SearchLinks.of(call, site.release().prefixes());
    return new Search(query, links, call.language());
  }

  /** A search that was understood. */
  private final class Search implements Prepared {
    private final SearchQuery query;
    private final SearchLinks links;
    private final String language;
    private SearchResult result;

    Search(SearchQuery query, SearchLinks links, String language) {
      this.query = query;
      this.links = links;
      this.language = language;
    }

    private SearchResult result() {
      if (result == null) {
        result = SearchResult.of(query, site.search().get());
      }
      return result;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.JSON, Format.HTML, CSV);
    }

    @Override
    public String canonical() {
      return links.path(query);
    }

    @Override
    public Map<String, String> headers(Format format) {
      List<String> relations = new ArrayList<>();
      result().next().ifPresent(next -> relations.add(link(next, "next")));
      result().previous().ifPresent(previous -> relations.add(link(previous, "prev")));
      return relations.isEmpty() ? Map.of() : Map.of("Link", String.join(", ", relations));
    }

    private String link(SearchQuery other, String relation) {
      return Link.to(site.address().reference(links.path(other)), relation);
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      if (format.equals(Format.JSON)) {
        out.write(Json.document(new SearchJson(site, result(), links).document()));
      } else if (format.equals(CSV)) {
        SearchCsv.write(result(), site.release().prefixes(), out);
      } else {
        site.pages().write("search.jte", new SearchPage(site, result(), links, language), out);
      }
    }
  }
}
