package org.triplehelix.server.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.server.pipeline.Address;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.vocab.Prefixes;

/**
 * Paths to searches.
 *
 * @param prefixes by which types are named
 * @param kept parameters that stay as they are: language, format
 */
record SearchLinks(Prefixes prefixes, Map<String, String> kept) {

  /** Links of the answer to a request. */
  static SearchLinks of(Call call, Prefixes prefixes) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : new String[] {"lang", "format", "release"}) {
      call.parameter(name).ifPresent(value -> kept.put(name, value));
    }
    return new SearchLinks(prefixes, kept);
  }

  /** The path of a search, without language and format. */
  String plain(SearchQuery query) {
    return new SearchLinks(prefixes, Map.of()).path(query);
  }

  /** The path of a search. */
  String path(SearchQuery query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("q", query.text());
    query.type().ifPresent(type -> parameters.put("type", prefixes.abbreviate(type.getURI())));
    query.kind().map(Kind::label).ifPresent(kind -> parameters.put("kind", kind));
    parameters.put("limit", Integer.toString(query.limit()));
    if (query.offset() > 0) {
      parameters.put("offset", Integer.toString(query.offset()));
    }
    parameters.putAll(kept);
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + Address.encodedValue(e.getValue()))
        .collect(Collectors.joining("&", "/search?", ""));
  }
}
