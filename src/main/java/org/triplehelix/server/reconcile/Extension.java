package org.triplehelix.server.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.pipeline.Problem;

/** Tells the values of properties of entities that were matched. */
final class Extension {
  private static final int MOST_CELLS = 20_000;
  private static final int NEAR = 3;

  private final Service service;
  private final String language;

  Extension(Service service, String language) {
    this.service = service;
    this.language = language;
  }

  /**
   * A property that is asked for.
   *
   * @param id as the client writes it
   * @param limit how many values; 0 for all
   * @param lang of texts; {@code any} for all
   */
  private record Column(String id, Node property, int limit, String lang) {}

  /** Answers a query. */
  Map<String, Object> answer(String text) {
    JsonObject query = Query.object(text, "extend");
    List<String> ids =
        array(query, "ids").stream()
            .filter(JsonValue::isString)
            .map(id -> id.getAsString().value())
            .toList();
    List<Column> columns = array(query, "properties").stream().map(this::column).toList();
    if ((long) ids.size() * columns.size() > MOST_CELLS) {
      throw new Problem(
              Problem.Kind.TOO_LARGE,
              "Too many entities and properties at once.",
              "Ask in several requests.")
          .with("maximum", MOST_CELLS);
    }
    Map<String, Object> rows = new LinkedHashMap<>();
    ids.forEach(id -> rows.put(id, row(id, columns)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("meta", columns.stream().map(this::meta).toList());
    json.put("rows", rows);
    return json;
  }

  private static Collection<JsonValue> array(JsonObject query, String member) {
    JsonValue value = query.get(member);
    if (value == null || !value.isArray()) {
      throw new Problem(
          Problem.Kind.BAD_REQUEST,
          "extend has no array " + member + ".",
          "Write {\"ids\": [\"id/london\"], \"properties\": [{\"id\": \"th:within\"}]}.");
    }
    return value.getAsArray();
  }

  private Column column(JsonValue value) {
    JsonObject json = value.isObject() ? value.getAsObject() : new JsonObject();
    String id = Optional.ofNullable(json.get("id")).map(Extension::text).orElse("");
    Node property = service.schema().node(id);
    if (service.schema().properties().thing(property).isEmpty()) {
      throw new Problem(
              Problem.Kind.BAD_REQUEST,
              "No entity has a property " + id + ".",
              "Use one that the service proposes or suggests.")
          .with(
              "near",
              service.schema().properties().near(id, NEAR).stream()
                  .map(service.schema()::id)
                  .toList());
    }
    Optional<JsonObject> settings =
        Optional.ofNullable(json.get("settings"))
            .filter(JsonValue::isObject)
            .map(JsonValue::getAsObject);
    String limit = settings.map(s -> s.get("limit")).map(Extension::text).orElse("0");
    String lang = settings.map(s -> s.get("lang")).map(Extension::text).orElse("any");
    return new Column(id, property, limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : 0, lang);
  }

  private static String text(JsonValue value) {
    return value.isString() ? value.getAsString().value() : value.toString().strip();
  }

  private Map<String, Object> meta(Column column) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", column.id());
    json.put("name", service.schema().name(column.property(), language));
    service.values().ranges(column.property()).stream()
        .filter(range -> service.schema().types().thing(range).isPresent())
        .findFirst()
        .ifPresent(range -> json.put("type", service.schema().type(range, language)));
    return json;
  }

  private Map<String, Object> row(String id, List<Column> columns) {
    Optional<Named> entity = service.entities().byId(id);
    Map<String, Object> row = new LinkedHashMap<>();
    for (Column column : columns) {
      row.put(column.id(), entity.map(e -> cells(e.node(), column)).orElse(List.of()));
    }
    return row;
  }

  private List<Map<String, Object>> cells(Node entity, Column column) {
    Stream<Node> wanted =
        service.values().of(entity, column.property()).stream()
            .filter(value -> isInLanguage(value, column.lang()));
    List<Node> values = new ArrayList<>(wanted.toList());
    values.sort((one, other) -> text(one).compareTo(text(other)));
    Stream<Map<String, Object>> figures =
        service.values().figures(entity, column.property()).stream()
            .map(this::inWords)
            .sorted()
            .map(text -> Map.of("str", text));
    return Stream.concat(values.stream().map(this::cell), figures)
        .limit(column.limit() == 0 ? Long.MAX_VALUE : column.limit())
        .toList();
  }

  /** A number alone would be taken for more than was said. */
  private String inWords(Values.Figure figure) {
    return figure.bounds().stream()
        .map(
            bound ->
                bound.isURI()
                    ? service.schema().name(bound, language)
                    : bound.getLiteralLexicalForm())
        .collect(Collectors.joining("; ", figure.number().getLiteralLexicalForm() + " (", ")"));
  }

  private static boolean isInLanguage(Node value, String lang) {
    return !value.isLiteral()
        || value.getLiteralLanguage().isEmpty()
        || lang.equals("any")
        || value.getLiteralLanguage().equals(lang);
  }

  private static String text(Node value) {
    return value.isLiteral()
        ? value.getLiteralLexicalForm() + "@" + value.getLiteralLanguage()
        : value.getURI();
  }

  private Map<String, Object> cell(Node value) {
    if (value.isURI()) {
      return service
          .entities()
          .of(value)
          .map(entity -> Entities.json(entity, language))
          .orElseGet(() -> Map.of("str", value.getURI()));
    }
    String text = value.getLiteralLexicalForm();
    if (value.getLiteral().isWellFormed() && value.getLiteralValue() instanceof Number number) {
      boolean whole = number instanceof Integer || number instanceof Long;
      return Map.of(whole ? "int" : "float", number);
    }
    if (XSDDatatype.XSDdate.getURI().equals(value.getLiteralDatatypeURI())
        && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return Map.of("date", text + "T00:00:00Z");
    }
    return Map.of("str", text);
  }
}
