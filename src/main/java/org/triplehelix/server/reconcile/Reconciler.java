package org.triplehelix.server.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.search.Match;
import org.triplehelix.entity.search.Name.Form;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.entity.search.Named;
import org.triplehelix.entity.search.Rank;
import org.triplehelix.server.reconcile.Query.Condition;
import org.triplehelix.server.reconcile.Query.Strictness;

/**
 * Finds what a name in somebody's table means.
 *
 * <p>A candidate is a match when it alone has that very name (letters, accents and forms of
 * characters aside), is of the types that are asked for, and meets every condition. Where no entity
 * has the name, one whose identifier it is may be the match.
 */
final class Reconciler {
  private static final int LONGEST = 1_000;

  /** The best by name, which are weighed by type and conditions too. */
  private static final int WEIGHED = 200;

  private static final double WHOLE = 100;
  private static final double ALIAS = 98;
  private static final double IDENTIFIER = 95;
  private static final double OF_CONDITIONS = 0.3;
  private static final double WRONG_TYPE = 0.5;

  private final Entities entities;
  private final Schema schema;
  private final Values values;

  Reconciler(Entities entities, Schema schema, Values values) {
    this.entities = entities;
    this.schema = schema;
    this.values = values;
  }

  /**
   * What a name may mean.
   *
   * @param score from 0 to 100
   * @param name how well the name fits, from 0 to 100
   * @param isOfType whether it is of the types asked for
   * @param met which part of the conditions it meets
   * @param exact how it has the very name; null if it has not
   */
  private record Candidate(
      Named entity, double score, double name, boolean isOfType, double met, Form exact) {}

  /** The candidates for a query, the best first, as clients see them. */
  List<Map<String, Object>> candidates(Query query, String language) {
    List<Candidate> candidates = new ArrayList<>();
    matches(query).stream()
        .filter(m -> query.strict() == Strictness.SHOULD || isOfType(query, m.thing()))
        .limit(WEIGHED)
        .forEach(match -> candidates.add(candidate(query, match)));
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(c -> -c.entity().weight())
            .thenComparing(c -> c.entity().node().getURI()));
    Optional<Candidate> certain = certain(candidates);
    return candidates.stream()
        .limit(query.limit())
        .map(c -> json(c, certain.filter(c::equals).isPresent(), query, language))
        .toList();
  }

  private List<Match> matches(Query query) {
    String text = query.text();
    if (text.isEmpty()) {
      return query.conditions().isEmpty() ? List.of() : byConditions(query.conditions());
    }
    if (text.length() > LONGEST) {
      return List.of();
    }
    Optional<Match> identified =
        text.contains("/") || text.contains(":")
            ? entities.byId(text).map(entity -> whole(entity, Form.PREFERRED))
            : Optional.empty();
    return identified.map(List::of).orElseGet(() -> byName(text));
  }

  private static Match whole(Named entity, Form form) {
    return new Match(
        entity,
        entity.names().stream().filter(n -> n.form() == form).findFirst().orElseThrow(),
        Rank.EXACT);
  }

  /** English names go with or without their article. */
  private List<Match> byName(String text) {
    Predicate<Named> wanted = entities::isOne;
    List<Match> matches = entities.index().search(text, wanted);
    boolean none = matches.isEmpty() || matches.get(0).rank() != Rank.EXACT;
    if (none && text.regionMatches(true, 0, "the ", 0, 4)) {
      List<Match> bare = entities.index().search(text.substring(4), wanted);
      return bare.isEmpty() ? matches : bare;
    }
    return matches;
  }

  /** Without a name, all that meet the first condition come into question. */
  private List<Match> byConditions(List<Condition> conditions) {
    return entities.all().stream()
        .filter(entity -> isMet(entity, conditions.get(0)))
        .map(entity -> whole(entity, Form.PREFERRED))
        .toList();
  }

  private Candidate candidate(Query query, Match match) {
    boolean ofType = isOfType(query, match.thing());
    double name = name(query.text(), match);
    long count = query.conditions().stream().filter(c -> isMet(match.thing(), c)).count();
    double met = query.conditions().isEmpty() ? 1 : (double) count / query.conditions().size();
    double share = query.conditions().isEmpty() ? 0 : OF_CONDITIONS;
    double score = (1 - share) * name + share * met * WHOLE;
    return new Candidate(
        match.thing(),
        ofType ? score : score * WRONG_TYPE,
        name,
        ofType,
        met,
        match.rank() == Rank.EXACT ? match.name().form() : null);
  }

  private boolean isOfType(Query query, Named entity) {
    if (query.types().isEmpty()) {
      return true;
    }
    Predicate<String> has = type -> entity.allTypes().contains(schema.node(type));
    return query.strict() == Strictness.ALL
        ? query.types().stream().allMatch(has)
        : query.types().stream().anyMatch(has);
  }

  /** How well a name fits: how it was found, and how much of it was given. */
  private static double name(String text, Match match) {
    if (text.isEmpty()) {
      return WHOLE;
    }
    String asked = NameIndex.key(text);
    String found = NameIndex.key(match.name().text());
    double part = Math.min(1, (double) asked.length() / Math.max(1, found.length()));
    return switch (match.rank()) {
      case EXACT ->
          switch (match.name().form()) {
            case PREFERRED -> WHOLE;
            case ALIAS -> ALIAS;
            case IDENTIFIER -> IDENTIFIER;
          };
      case PREFIX, WORDS -> 60 + 30 * part;
      case WORD, SUBSTRING -> 50 + 30 * part;
      case PINYIN -> 85;
      case INITIALS -> 70;
      case PINYIN_PART -> 40;
      case FUZZY -> 75 * new JaroWinklerSimilarity().apply(asked, found);
    };
  }

  private boolean isMet(Named entity, Condition condition) {
    Node property = schema.node(condition.property());
    Set<Node> known = values.of(entity.node(), property);
    values.figures(entity.node(), property).forEach(figure -> known.add(figure.number()));
    return condition.values().stream()
        .anyMatch(wanted -> known.stream().anyMatch(value -> isSame(wanted, value)));
  }

  /** By identifier, by any name, or as text. */
  private boolean isSame(String wanted, Node value) {
    if (value.isLiteral()) {
      return NameIndex.key(wanted).equals(NameIndex.key(value.getLiteralLexicalForm()));
    }
    if (entities.byId(wanted).filter(e -> e.node().equals(value)).isPresent()
        || schema.node(wanted).equals(value)) {
      return true;
    }
    String key = NameIndex.key(wanted);
    return entities
        .index()
        .thing(value)
        .filter(thing -> thing.names().stream().anyMatch(n -> NameIndex.key(n.text()).equals(key)))
        .isPresent();
  }

  private static Optional<Candidate> certain(List<Candidate> candidates) {
    List<Candidate> fitting =
        candidates.stream().filter(c -> c.exact() != null && c.isOfType() && c.met() == 1).toList();
    List<Candidate> named = fitting.stream().filter(c -> c.exact() != Form.IDENTIFIER).toList();
    List<Candidate> meant = named.isEmpty() ? fitting : named;
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private Map<String, Object> json(
      Candidate candidate, boolean match, Query query, String language) {
    Map<String, Object> json = new LinkedHashMap<>(Entities.json(candidate.entity(), language));
    json.put("type", schema.types(candidate.entity(), language));
    json.put("score", rounded(candidate.score()));
    json.put("match", match);
    List<Map<String, Object>> features = new ArrayList<>();
    features.add(feature("name", rounded(candidate.name())));
    if (!query.types().isEmpty()) {
      features.add(feature("type", candidate.isOfType()));
    }
    if (!query.conditions().isEmpty()) {
      features.add(feature("properties", rounded(WHOLE * candidate.met())));
    }
    json.put("features", features);
    return json;
  }

  private static Map<String, Object> feature(String id, Object value) {
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("id", id);
    feature.put("value", value);
    return feature;
  }

  private static double rounded(double score) {
    return Math.round(score * 10) / 10.0;
  }
}
