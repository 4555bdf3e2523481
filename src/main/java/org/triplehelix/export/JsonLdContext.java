package org.triplehelix.export;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.Prefixes;
import org.triplehelix.vocab.TH;

/**
 * The JSON-LD context of a release: properties, classes, individuals and datatypes under their
 * local names, ours before those of other vocabularies, which have prefixes where names are taken.
 * What a property leads to (things, texts by language, values of one datatype) is told where all of
 * its statements agree; names of things stay whole.
 */
public final class JsonLdContext {
  private static final Map<String, String> KEYWORDS =
      new TreeMap<>(
          Map.of(
              "id", "@id",
              "type", "@type",
              "value", "@value",
              "language", "@language",
              "reverse", "@reverse",
              "included", "@included"));

  private static final String THING = "@vocab";
  private static final String LANGUAGE = "@language";

  /** Whose values JSON can say itself. */
  private static final Set<String> NATIVE =
      Set.of(XSD.xstring.getURI(), XSD.integer.getURI(), XSD.xboolean.getURI());

  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final Map<String, String> nameOf = new HashMap<>();
  private final Map<String, JsonObject> terms = new TreeMap<>();
  private final Prefixes vocabularies;

  /** The context of a release. */
  public JsonLdContext(Release release) {
    vocabularies = vocabularies(release.prefixes());
    release.quads().forEach(this::use);
    Comparator<String> oursFirst = Comparator.comparing(iri -> !iri.startsWith(TH.NS));
    Comparator<String> order = oursFirst.thenComparing(Comparator.naturalOrder());
    kinds.keySet().stream().sorted(order).forEach(this::define);
    others.stream().sorted(order).forEach(this::define);
  }

  /** Prefixes of terms; those of things would shorten their names. */
  private static Prefixes vocabularies(Prefixes prefixes) {
    Map<String, String> map = new TreeMap<>(prefixes.map());
    map.values().removeIf(namespace -> namespace.startsWith(Family.BASE));
    return new Prefixes(map);
  }

  private void use(Quad quad) {
    Node object = quad.getObject();
    if (quad.getPredicate().equals(RDF.Nodes.type)) {
      others.add(object.getURI());
    } else {
      kinds.computeIfAbsent(quad.getPredicate().getURI(), p -> new HashSet<>()).add(kind(object));
    }
    if (object.isLiteral() && !kind(object).equals(LANGUAGE)) {
      others.add(object.getLiteralDatatypeURI());
    }
    if (quad.getGraph().equals(Graphs.ONTOLOGY) && quad.getSubject().getURI().startsWith(TH.NS)) {
      others.add(quad.getSubject().getURI());
    }
  }

  /** That of things, of texts with a language, or the datatype. */
  private static String kind(Node object) {
    if (!object.isLiteral()) {
      return THING;
    }
    return object.getLiteralLanguage().isEmpty() ? object.getLiteralDatatypeURI() : LANGUAGE;
  }

  private void define(String iri) {
    String local = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    boolean free =
        local.matches("[A-Za-z]\\w*")
            && !KEYWORDS.containsKey(local)
            && !terms.containsKey(local)
            && !nameOf.containsKey(iri);
    String name = free ? local : vocabularies.abbreviate(iri);
    if (!name.startsWith("<")) {
      nameOf.putIfAbsent(iri, name);
      terms.putIfAbsent(nameOf.get(iri), term(iri));
    }
  }

  private JsonObject term(String iri) {
    JsonObjectBuilder term = Json.createObjectBuilder().add("@id", iri);
    String only = only(iri);
    if (only.equals(LANGUAGE)) {
      term.add("@container", LANGUAGE);
    } else if (!only.isEmpty() && !NATIVE.contains(only)) {
      term.add("@type", only);
    }
    return term.build();
  }

  /** The kind of all values of a property; empty if they differ. */
  private String only(String property) {
    Set<String> all =
        nameOf.containsKey(property) ? kinds.getOrDefault(property, Set.of()) : Set.of();
    return all.size() == 1 ? all.iterator().next() : "";
  }

  /** The context as a document that others link to. */
  public JsonObject document() {
    JsonObjectBuilder context = Json.createObjectBuilder().add("@version", 1.1);
    KEYWORDS.forEach(context::add);
    vocabularies
        .map()
        .forEach(
            (prefix, namespace) ->
                context.add(
                    prefix, Json.createObjectBuilder().add("@id", namespace).add("@prefix", true)));
    terms.forEach(context::add);
    return Json.createObjectBuilder().add("@context", context).build();
  }

  /** What a property, class, individual or datatype is called. */
  String name(String iri) {
    return nameOf.getOrDefault(iri, iri);
  }

  /**
   * The values of a property as they stand after its name.
   *
   * @param embedded things that stand here whole, by their nodes
   */
  Object values(String property, List<Node> nodes, Map<Node, Object> embedded) {
    String only = only(property);
    if (only.equals(LANGUAGE)) {
      return byLanguage(nodes);
    }
    List<Object> values = new ArrayList<>();
    nodes.forEach(
        node -> values.add(embedded.containsKey(node) ? embedded.get(node) : value(node, only)));
    return oneOrMore(values);
  }

  private static Object byLanguage(List<Node> nodes) {
    Map<String, List<String>> texts = new TreeMap<>();
    for (Node node : nodes) {
      texts
          .computeIfAbsent(node.getLiteralLanguage(), l -> new ArrayList<>())
          .add(node.getLiteralLexicalForm());
    }
    Map<String, Object> all = new LinkedHashMap<>();
    texts.forEach((language, list) -> all.put(language, oneOrMore(list)));
    return all;
  }

  /** A list of one is that one. */
  static Object oneOrMore(Collection<?> values) {
    return values.size() == 1 ? values.iterator().next() : values;
  }

  private Object value(Node node, String only) {
    if (!node.isLiteral()) {
      return only.equals(THING) ? name(node.getURI()) : Map.of("id", node.getURI());
    }
    String text = node.getLiteralLexicalForm();
    String datatype = node.getLiteralDatatypeURI();
    if (!node.getLiteralLanguage().isEmpty()) {
      return ordered("language", node.getLiteralLanguage(), "value", text);
    }
    if (datatype.equals(only) && !NATIVE.contains(datatype)) {
      return text;
    }
    return plain(datatype, text);
  }

  private Object plain(String datatype, String text) {
    if (datatype.equals(XSD.xstring.getURI())) {
      return text;
    }
    if (datatype.equals(XSD.xboolean.getURI()) && text.matches("true|false")) {
      return Boolean.valueOf(text);
    }
    if (datatype.equals(XSD.integer.getURI()) && text.matches("0|-?[1-9]\\d{0,14}")) {
      return Long.valueOf(text);
    }
    return ordered("type", name(datatype), "value", text);
  }

  private static Map<String, Object> ordered(String key, Object value, String next, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(next, other);
    return map;
  }
}
