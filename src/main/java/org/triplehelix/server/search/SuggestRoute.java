package org.triplehelix.server.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.triplehelix.entity.search.Match;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;
import org.triplehelix.server.site.Site;

/** Completes what is typed into a search box, in the form of OpenSearch Suggestions 1.1. */
final class SuggestRoute implements Route {
  private static final Format SUGGESTIONS =
      Format.of("json", "application/x-suggestions+json", "application/json");
  private static final int MOST = 10;

  private final Site site;

  SuggestRoute(Site site) {
    this.site = site;
  }

  @Override
  public String path() {
    return "/search/suggest";
  }

  @Override
  public String example() {
    return "/search/suggest?q=lon&lang=en";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("q");
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String text = SearchQuery.text(call);
    return new Fixed(
        List.of(SUGGESTIONS),
        text,
        (format, out) -> out.write(Json.document(suggestions(text, call.language()))));
  }

  /** What was typed, names, what they are, their addresses. */
  private List<Object> suggestions(String text, String language) {
    Map<String, Named> byName = new LinkedHashMap<>();
    for (Match match : site.search().get().search(text, thing -> true)) {
      byName.putIfAbsent(match.thing().name(language), match.thing());
      if (byName.size() == MOST) {
        break;
      }
    }
    return List.of(
        text,
        byName.keySet(),
        byName.values().stream()
            .map(thing -> thing.definitions().getOrDefault(language, ""))
            .toList(),
        byName.values().stream().map(this::url).toList());
  }

  private String url(Named thing) {
    Optional<String> path = Address.path(thing.node().getURI());
    return path.map(site.address()::absolute).orElse(thing.node().getURI());
  }
}
