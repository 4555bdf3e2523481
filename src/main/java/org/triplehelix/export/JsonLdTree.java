package org.triplehelix.export;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Triples as one JSON-LD object that can be read as plain JSON: the thing at the top, what it leads
 * to within it, what leads to it within {@code reverse}; each node stands whole where it is first
 * met, and by its name elsewhere.
 */
public final class JsonLdTree {
  private final Map<Node, List<Triple>> from = new LinkedHashMap<>();
  private final Map<Node, List<Triple>> to = new LinkedHashMap<>();
  private final Map<Node, Map<String, Object>> placed = new LinkedHashMap<>();
  private final Set<Triple> told = new HashSet<>();
  private final Deque<Node> open = new ArrayDeque<>();

  private JsonLdTree(Collection<Triple> triples) {
    for (Triple triple : triples) {
      from.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
      to.computeIfAbsent(triple.getObject(), o -> new ArrayList<>()).add(triple);
    }
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
      JsonObject context,
      String address,
      OutputStream out) {
    Map<String, Object> top = new JsonLdTree(triples).tree(thing);
    JsonObjectBuilder linked = Json.createObjectBuilder().add("@context", address);
    compact(Json.createObjectBuilder(top).build(), context).forEach(linked::add);
    Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
        .createWriter(CloseShieldOutputStream.wrap(out))
        .writeObject(linked.build());
  }

  private static JsonObject compact(JsonObject expanded, JsonObject context) {
    try {
      JsonObject compact =
          JsonLd.compact(JsonDocument.of(expanded), JsonDocument.of(context)).get();
      return Json.createObjectBuilder(compact).remove("@context").build();
    } catch (JsonLdError e) {
      throw new IllegalStateException(e);
    }
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
      top.put("@included", more);
    }
    return top;
  }

  private Map<String, Object> place(Node node) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("@id", node.getURI());
    placed.put(node, object);
    open.add(node);
    return object;
  }

  /** Breadth first, so that what is near stands near. */
  private void fill() {
    for (Node node = open.poll(); node != null; node = open.poll()) {
      Map<String, Object> object = placed.get(node);
      for (Triple triple : from.getOrDefault(node, List.of())) {
        if (told.add(triple)) {
          add(object, triple.getPredicate(), triple.getObject());
        }
      }
      Map<String, Object> reverse = new LinkedHashMap<>();
      for (Triple triple : to.getOrDefault(node, List.of())) {
        if (told.add(triple)) {
          list(reverse, triple.getPredicate().getURI()).add(link(triple.getSubject()));
        }
      }
      if (!reverse.isEmpty()) {
        object.put("@reverse", reverse);
      }
    }
  }

  private void add(Map<String, Object> object, Node predicate, Node value) {
    if (predicate.equals(RDF.Nodes.type)) {
      list(object, "@type").add(value.getURI());
    } else {
      list(object, predicate.getURI()).add(value.isLiteral() ? literal(value) : link(value));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> object, String key) {
    return (List<Object>) object.computeIfAbsent(key, k -> new ArrayList<>());
  }

  /** A node that is met for the first time, whole; else its name. */
  private Map<String, Object> link(Node node) {
    return from.containsKey(node) && !placed.containsKey(node)
        ? place(node)
        : Map.of("@id", node.getURI());
  }

  private static Map<String, Object> literal(Node node) {
    String text = node.getLiteralLexicalForm();
    if (!node.getLiteralLanguage().isEmpty()) {
      return Map.of("@value", text, "@language", node.getLiteralLanguage());
    }
    String datatype = node.getLiteralDatatypeURI();
    if (datatype.equals(XSD.xstring.getURI())) {
      return Map.of("@value", text);
    }
    if (datatype.equals(XSD.xboolean.getURI()) && text.matches("true|false")) {
      return Map.of("@value", Boolean.valueOf(text));
    }
    if (datatype.equals(XSD.integer.getURI()) && text.matches("0|-?[1-9]\\d{0,14}")) {
      return Map.of("@value", Long.valueOf(text));
    }
    return Map.of("@value", text, "@type", datatype);
  }
}
