package org.triplehelix.server.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.search.Match;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Fixed;

/** Completes what is typed where an entity, a type or a property is to be chosen. */
final class SuggestRoute implements Route {
  private static final int MOST = 20;
  private static final int LONGEST = 1_000;

  private final Service service;
  private final Part part;

  SuggestRoute(Service service, Part part) {
    this.service = service;
    this.part = part;
  }

  @Override
  public String path() {
    return "/reconcile/suggest/" + part.label();
  }

  @Override
  public String example() {
    return path() + "?prefix=ci&lang=en";
  }

  @Override
  public boolean passesUnknownParameters() {
    return true;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String prefix = call.parameter("prefix").orElse("").strip();
    if (prefix.length() > LONGEST) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "prefix has " + prefix.length() + " characters.",
              "Give the beginning of a name.")
          .with("maximum", LONGEST);
    }
    int cursor = cursor(call.parameter("cursor").orElse("0"));
    Optional<String> type = call.parameter("type").filter(t -> part == Part.ENTITY && !t.isBlank());
    return new Fixed(
        List.of(Format.JSON),
        cursor + "\n" + type.orElse("") + "\n" + prefix,
        (format, out) ->
            out.write(
                Json.document(
                    Map.of(
                        "result",
                        found(prefix, type).stream()
                            .skip(cursor)
                            .limit(MOST)
                            .map(thing -> json(thing, call.language()))
                            .toList()))));
  }

  private static int cursor(String given) {
    if (given.matches("\\d{1,9}")) {
      return Integer.parseInt(given);
    }
    throw new Problem(
        Problem.Kind.BAD_REQUEST,
        "cursor is no whole number.",
        "Write cursor=20, or leave it out.");
  }

  private List<Named> found(String prefix, Optional<String> type) {
    return switch (part) {
      case ENTITY -> entities(prefix, type);
      case TYPE -> terms(service.schema().types(), prefix);
      case PROPERTY -> terms(service.schema().properties(), prefix);
    };
  }

  private List<Named> entities(String prefix, Optional<String> type) {
    Optional<Named> identified =
        prefix.contains("/") ? service.entities().byId(prefix) : Optional.empty();
    Optional<Node> of = type.map(service.schema()::node);
    Predicate<Named> wanted =
        thing -> service.entities().isOne(thing) && of.map(thing.allTypes()::contains).orElse(true);
    return identified
        .map(List::of)
        .orElseGet(() -> named(service.entities().index(), prefix, wanted));
  }

  /** All of them where nothing is typed yet. */
  private List<Named> terms(NameIndex index, String prefix) {
    Optional<Named> identified =
        prefix.contains(":") ? index.thing(service.schema().node(prefix)) : Optional.empty();
    if (identified.isPresent()) {
      return List.of(identified.get());
    }
    return prefix.isEmpty() ? index.things() : named(index, prefix, term -> true);
  }

  private static List<Named> named(NameIndex index, String prefix, Predicate<Named> wanted) {
    return index.search(prefix, wanted).stream().map(Match::thing).toList();
  }

  private Map<String, Object> json(Named thing, String language) {
    Schema schema = service.schema();
    return switch (part) {
      case ENTITY -> {
        Map<String, Object> json = new LinkedHashMap<>(Entities.json(thing, language));
        json.put("notable", schema.types(thing, language));
        yield json;
      }
      case TYPE -> {
        Map<String, Object> json = schema.typeWithBroader(thing.node(), language);
        describe(json, thing, language);
        yield json;
      }
      case PROPERTY -> term(schema, thing, language);
    };
  }

  /** A property as clients see it. */
  static Map<String, Object> term(Schema schema, Named term, String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", schema.id(term.node()));
    json.put("name", schema.name(term.node(), language));
    describe(json, term, language);
    return json;
  }

  private static void describe(Map<String, Object> json, Named term, String language) {
    if (term.definitions().containsKey(language)) {
      json.put("description", term.definitions().get(language));
    }
  }
}
