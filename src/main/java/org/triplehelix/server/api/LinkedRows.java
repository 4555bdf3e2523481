package org.triplehelix.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;
import org.triplehelix.server.figure.Attestation;
import org.triplehelix.vocab.TH;

/**
 * Rows as JSON-LD: each is an object with a name of its own, its columns are properties below the
 * question's address, and there are no blank nodes.
 *
 * @param base the question's address
 * @param self the same with its parameters
 * @param columns of the rows
 * @param rows all of them, which decide what a column holds
 */
record LinkedRows(String base, String self, List<String> columns, List<Binding> rows) {

  /**
   * A part of the rows.
   *
   * @param offset the number of the first
   * @param evidence of each row of the part; empty if it is not asked for
   */
  Map<String, Object> of(List<Binding> part, int offset, List<List<Attestation>> evidence) {
    List<Map<String, Object>> graph = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      Map<String, Object> row = row(part.get(i), offset + i + 1);
      if (!evidence.isEmpty()) {
        row.put(
            "evidence",
            evidence.get(i).stream()
                .filter(e -> !e.claim().isEmpty())
                .map(LinkedRows::of)
                .toList());
      }
      graph.add(row);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", context());
    document.put("@graph", graph);
    return document;
  }

  private Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("evidence", Map.of("@id", "http://www.w3.org/ns/prov#wasDerivedFrom"));
    context.put("th", TH.NS);
    for (String term : List.of("statedIn", "status", "modality", "saidBy")) {
      context.put("th:" + term, Map.of("@type", "@id"));
    }
    context.put("th:asWritten", Map.of("@language", "zh"));
    for (String column : columns) {
      Map<String, Object> term = new LinkedHashMap<>();
      term.put("@id", base + "#" + column);
      if (holdsNames(column)) {
        term.put("@type", "@id");
      }
      context.put(column, term);
    }
    return context;
  }

  private boolean holdsNames(String column) {
    return rows.stream().map(r -> r.get(column)).filter(Objects::nonNull).allMatch(Node::isURI);
  }

  private Map<String, Object> row(Binding binding, int number) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("@id", self + "#row=" + number);
    for (String column : columns) {
      Node value = binding.get(column);
      if (value != null) {
        row.put(column, value.isURI() && holdsNames(column) ? value.getURI() : object(value));
      }
    }
    return row;
  }

  private static Object object(Node value) {
    if (value.isURI()) {
      return Map.of("@id", value.getURI());
    }
    String text = value.getLiteralLexicalForm();
    String type = value.getLiteralDatatypeURI();
    if (!value.getLiteralLanguage().isEmpty()) {
      return valued(text, "@language", value.getLiteralLanguage());
    }
    return type.equals(XSD.xstring.getURI()) ? text : valued(text, "@type", type);
  }

  private static Map<String, Object> valued(String text, String key, String mark) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("@value", text);
    value.put(key, mark);
    return value;
  }

  private static Map<String, Object> of(Attestation attestation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@id", attestation.claim());
    json.put("th:statedIn", attestation.passage());
    json.put("th:asWritten", attestation.wording());
    json.put("th:status", TH.NS + attestation.status());
    json.put("th:modality", TH.NS + attestation.modality());
    json.put("th:saidBy", attestation.saidBy());
    json.values().removeIf(""::equals);
    return json;
  }
}
