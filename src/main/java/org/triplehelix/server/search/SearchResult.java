package org.triplehelix.server.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.entity.search.Match;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.entity.search.Named;
import org.triplehelix.entity.search.Rank;

/**
 * What was found.
 *
 * @param query what was looked for
 * @param total how many there are on all pages
 * @param page those of this page
 * @param kinds how many of each kind there are, were it not for the kind that is asked for
 * @param types how many of each type there are, were it not for the type that is asked for
 */
record SearchResult(
    SearchQuery query,
    int total,
    List<Match> page,
    List<Count<Kind>> kinds,
    List<Count<Node>> types) {
  private static final int MOST_TYPES = 30;

  /** How many there are of something. */
  record Count<T>(T of, long number) {}

  /** Looks for something; without a text it tells all of the type or kind. */
  static SearchResult of(SearchQuery query, NameIndex index) {
    List<Match> all = all(query, index);
    List<Match> found = all.stream().filter(m -> ofType(query, m) && ofKind(query, m)).toList();
    return new SearchResult(
        query,
        found.size(),
        found.stream().skip(query.offset()).limit(query.limit()).toList(),
        counts(
            all.stream().filter(m -> ofType(query, m)).map(m -> List.of(m.thing().kind())).toList(),
            Comparator.naturalOrder()),
        counts(
            all.stream().filter(m -> ofKind(query, m)).map(m -> m.thing().types()).toList(),
            Comparator.comparing(Node::getURI)));
  }

  private static List<Match> all(SearchQuery query, NameIndex index) {
    if (!query.text().isEmpty()) {
      return index.search(query.text(), thing -> true);
    }
    return query.type().isEmpty() && query.kind().isEmpty()
        ? List.of()
        : index.things().stream().map(SearchResult::listed).toList();
  }

  private static Match listed(Named thing) {
    return new Match(thing, thing.names().get(0), Rank.PREFIX);
  }

  private static boolean ofType(SearchQuery query, Match match) {
    return query.type().map(match.thing().allTypes()::contains).orElse(true);
  }

  private static boolean ofKind(SearchQuery query, Match match) {
    return query.kind().map(match.thing().kind()::equals).orElse(true);
  }

  private static <T> List<Count<T>> counts(List<List<T>> values, Comparator<T> order) {
    Map<T, Long> counts =
        values.stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> new Count<>(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong((Count<T> count) -> -count.number())
                .thenComparing(Count::of, order))
        .limit(MOST_TYPES)
        .toList();
  }

  /** The page after this. */
  Optional<SearchQuery> next() {
    int end = query.offset() + page.size();
    return page.isEmpty() || end >= total ? Optional.empty() : Optional.of(query.from(end));
  }

  /** The page before this. */
  Optional<SearchQuery> previous() {
    return query.offset() == 0
        ? Optional.empty()
        : Optional.of(query.from(Math.max(0, Math.min(total, query.offset()) - query.limit())));
  }
}
