package org.triplehelix.server.document.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.vocab.Prefixes;

/**
 * The topics of the reference. {@code topics.json} names the terms at the head of each; others are
 * of the topic of the nearest head above them, properties of that of what has them, or, if anything
 * may, of what they lead to.
 */
final class Topics {
  private static final String ANYTHING = "relations";

  private final Map<Node, String> heads = new LinkedHashMap<>();
  private final Terms terms;

  Topics(Terms terms, Prefixes prefixes) {
    this.terms = terms;
    for (JsonValue value : topics()) {
      JsonObject topic = value.getAsObject();
      for (JsonValue head : topic.get("heads").getAsArray()) {
        String iri = prefixes.expand(head.getAsString().value()).orElseThrow();
        heads.put(NodeFactory.createURI(iri), topic.getString("name"));
      }
    }
  }

  private static JsonArray topics() {
    try (InputStream in = Topics.class.getResourceAsStream("topics.json")) {
      return JSON.parseAny(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getAsArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their names, in order. */
  List<String> names() {
    return heads.values().stream().distinct().collect(Collectors.toList());
  }

  /** The topic of a term. */
  String of(Node term) {
    return switch (terms.kind(term)) {
      case CLASS -> nearest(term).orElse(ANYTHING);
      case INDIVIDUAL ->
          terms.values(term, RDF.Nodes.type).stream()
              .flatMap(type -> nearest(type).stream())
              .findFirst()
              .orElse(ANYTHING);
      case PROPERTY -> ofProperty(term);
    };
  }

  private String ofProperty(Node property) {
    if (heads.containsKey(property)) {
      return heads.get(property);
    }
    Optional<String> domain = terms.domain(property).flatMap(this::nearest);
    return domain
        .filter(topic -> !topic.equals(ANYTHING))
        .or(() -> terms.range(property).flatMap(this::nearest))
        .orElse(ANYTHING);
  }

  private Optional<String> nearest(Node term) {
    return terms.nearest(term, heads.keySet()).map(heads::get);
  }
}
