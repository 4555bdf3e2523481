package org.triplehelix.export;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * Triples as one JSON-LD object that can be read as plain JSON: the thing at the top, what it leads
 * to within it, what leads to it within {@code reverse}; each node stands whole where it is first
 * met, what is near before what is far, and by its name elsewhere.
 */
public final class JsonLdTree {
  /** First of what is said of a node. */
  private static final List<Node> FIRST =
      List.of(
          RDF.Nodes.type,
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          SKOS.definition.asNode());

  private final JsonLdContext context;
  private final Map<Node, Map<Node, List<Node>>> from = new LinkedHashMap<>();
  private final Map<Node, Map<Node, List<Node>>> to = new HashMap<>();
  private final Map<Node, Map<String, Object>> placed = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();

  private JsonLdTree(Collection<Triple> triples, JsonLdContext context) {
    this.context = context;
    for (Triple triple : triples) {
      put(from, triple.getSubject(), triple.getPredicate(), triple.getObject());
      put(to, triple.getObject(), triple.getPredicate(), triple.getSubject());
    }
  }

  private static void put(
      Map<Node, Map<Node, List<Node>>> map, Node node, Node predicate, Node other) {
    map.computeIfAbsent(node, n -> new LinkedHashMap<>())
        .computeIfAbsent(predicate, p -> new ArrayList<>())
        .add(other);
  }

  /**
   * Writes triples to a stream, which stays open.
   *
   * @param thing at the top
   * @param context whose terms are used
   * @param address where the context is found
   */
  public static void write(
      Node thing,
      Collection<Triple> triples,
      JsonLdContext context,
      String address,
      OutputStream out) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", address);
    document.putAll(new JsonLdTree(triples, context).tree(thing));
    Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
        .createWriter(CloseShieldOutputStream.wrap(out))
        .writeObject(Json.createObjectBuilder(document).build());
  }

  private Map<String, Object> tree(Node thing) {
    Map<String, Object> top = place(thing);
    fill();
    List<Object> more = new ArrayList<>();
    for (Node subject : from.keySet()) {
      if (!placed.containsKey(subject)) {
        more.add(place(subject));
        fill();
      }
    }
    if (!more.isEmpty()) {
      top.put("included", more);
    }
    return top;
  }

  private Map<String, Object> place(Node node) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", node.getURI());
    placed.put(node, object);
    open.add(node);
    return object;
  }

  private void fill() {
    for (Node node = open.poll(); node != null; node = open.poll()) {
      Map<String, Object> object = placed.get(node);
      Map<Node, List<Node>> said = from.getOrDefault(node, Map.of());
      FIRST.stream().filter(said::containsKey).forEach(p -> say(object, p, said.get(p)));
      said.keySet().stream()
          .filter(p -> !FIRST.contains(p))
          .forEach(p -> say(object, p, said.get(p)));
      reverse(node, object);
    }
  }

  private void say(Map<String, Object> object, Node predicate, List<Node> values) {
    if (predicate.equals(RDF.Nodes.type)) {
      object.put(
          "type",
          JsonLdContext.oneOrMore(values.stream().map(v -> context.name(v.getURI())).toList()));
      return;
    }
    Map<Node, Object> embedded = new HashMap<>();
    for (Node value : values) {
      if (isNew(value)) {
        embedded.put(value, place(value));
      }
    }
    String iri = predicate.getURI();
    object.put(context.name(iri), context.values(iri, values, embedded));
  }

  private boolean isNew(Node node) {
    return from.containsKey(node) && !placed.containsKey(node);
  }

  /** What leads here and stands nowhere else yet. */
  private void reverse(Node node, Map<String, Object> object) {
    Map<String, Object> reverse = new LinkedHashMap<>();
    to.getOrDefault(node, Map.of())
        .forEach(
            (predicate, subjects) -> {
              List<Object> found = new ArrayList<>();
              for (Node subject : subjects) {
                if (isNew(subject)) {
                  forget(subject, predicate, node);
                  found.add(place(subject));
                }
              }
              if (!found.isEmpty()) {
                reverse.put(context.name(predicate.getURI()), found);
              }
            });
    if (!reverse.isEmpty()) {
      object.put("reverse", reverse);
    }
  }

  private void forget(Node subject, Node predicate, Node object) {
    Map<Node, List<Node>> said = from.get(subject);
    said.get(predicate).remove(object);
    if (said.get(predicate).isEmpty()) {
      said.remove(predicate);
    }
  }
}
