package org.triplehelix.server.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.search.Highlight;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.entity.search.Match;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.site.Site;

/** What was found, for programs. */
final class SearchJson {
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private final Site site;
  private final SearchResult result;
  private final SearchLinks links;
  private final boolean isHinted;

  SearchJson(Site site, SearchResult result, SearchLinks links) {
    this.site = site;
    this.result = result;
    this.links = links;
    SearchQuery query = result.query();
    this.isHinted = query.text().isEmpty() && query.type().isEmpty() && query.kind().isEmpty();
  }

  /** The document. */
  Map<String, Object> document() {
    SearchQuery query = result.query();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("release", site.release().hash());
    json.put("query", query.text());
    query.type().ifPresent(type -> json.put("type", type(type)));
    query.kind().ifPresent(kind -> json.put("kind", kind.label()));
    json.put("total", result.total());
    json.put("limit", query.limit());
    json.put("offset", query.offset());
    result.next().ifPresent(next -> json.put("next", url(next)));
    result.previous().ifPresent(previous -> json.put("prev", url(previous)));
    if (isHinted) {
      json.put("hint", "Give a name or a part of one as q, or a class as type.");
    }
    json.put("kinds", result.kinds().stream().map(this::kind).toList());
    json.put("types", result.types().stream().map(this::typeCount).toList());
    json.put("results", result.page().stream().map(this::match).toList());
    return json;
  }

  private String url(SearchQuery query) {
    return site.address().absolute(links.path(query));
  }

  private Map<String, Object> kind(SearchResult.Count<Kind> count) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", count.of().label());
    json.put("count", count.number());
    return json;
  }

  private Map<String, Object> typeCount(SearchResult.Count<Node> count) {
    Map<String, Object> json = type(count.of());
    json.put("count", count.number());
    return json;
  }

  private Map<String, Object> type(Node type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", site.release().prefixes().abbreviate(type.getURI()));
    json.put("iri", type.getURI());
    Map<String, String> labels = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      site.names().in(language, type).ifPresent(name -> labels.put(language, name));
    }
    json.put("label", labels);
    return json;
  }

  private Map<String, Object> match(Match match) {
    Named thing = match.thing();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("iri", thing.node().getURI());
    Address.path(thing.node().getURI())
        .ifPresent(path -> json.put("url", site.address().absolute(path)));
    json.put("kind", thing.kind().label());
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> definitions = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      thing.preferred(language).ifPresent(name -> names.put(language, name));
      if (thing.definitions().containsKey(language)) {
        definitions.put(language, thing.definitions().get(language));
      }
    }
    json.put("name", names);
    if (!result.query().text().isEmpty()) {
      json.put("matched", matched(match));
    }
    json.put("types", thing.types().stream().map(this::type).toList());
    json.put("definition", definitions);
    json.put("statements", thing.weight());
    return json;
  }

  private Map<String, Object> matched(Match match) {
    List<Highlight> parts = Highlight.of(result.query().text(), match);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", match.name().text());
    json.put("language", match.name().language());
    json.put("form", match.name().form().label());
    json.put("rank", match.rank().label());
    json.put("highlights", parts.stream().map(SearchJson::highlight).toList());
    json.put("marked", Marked.html(match.name().text(), parts));
    return json;
  }

  /** Offsets in UTF-16 code units, as in JavaScript. */
  private static Map<String, Object> highlight(Highlight part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("start", part.start());
    json.put("end", part.end());
    return json;
  }
}
