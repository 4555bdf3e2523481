package org.triplehelix.export;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.TH;

/**
 * The JSON-LD context of a release: properties, classes, individuals and datatypes under their
 * local names, ours before those of other vocabularies. What a property leads to (things, texts by
 * language, values of one datatype) is told where all of its statements agree; names of things stay
 * whole.
 */
public final class JsonLdContext {
  private static final Map<String, String> KEYWORDS =
      Map.of("id", "@id", "type", "@type", "reverse", "@reverse", "included", "@included");

  /** What JSON can say itself. */
  private static final Set<String> NATIVE =
      Set.of(XSD.xstring.getURI(), XSD.integer.getURI(), XSD.xboolean.getURI());

  private static final String THING = "@vocab";
  private static final String LANGUAGE = "@language";

  private final Map<String, Set<String>> properties = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final Map<String, JsonObject> terms = new TreeMap<>();

  private JsonLdContext(Release release) {
    release.quads().forEach(this::use);
    Comparator<String> oursFirst = Comparator.comparing(iri -> !iri.startsWith(TH.NS));
    Comparator<String> order = oursFirst.thenComparing(Comparator.naturalOrder());
    properties.keySet().stream().sorted(order).forEach(iri -> define(iri, property(iri)));
    others.stream().sorted(order).forEach(iri -> define(iri, Json.createObjectBuilder()));
  }

  /** The context of a release, as a document that others link to. */
  public static JsonObject of(Release release) {
    JsonObjectBuilder context = Json.createObjectBuilder().add("@version", 1.1);
    KEYWORDS.forEach(context::add);
    new JsonLdContext(release).terms.forEach(context::add);
    return Json.createObjectBuilder().add("@context", context).build();
  }

  private void use(Quad quad) {
    Node object = quad.getObject();
    if (quad.getPredicate().equals(RDF.Nodes.type)) {
      others.add(object.getURI());
    } else {
      properties
          .computeIfAbsent(quad.getPredicate().getURI(), p -> new HashSet<>())
          .add(kind(object));
    }
    if (kind(object).startsWith("http")) {
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

  private JsonObjectBuilder property(String iri) {
    JsonObjectBuilder term = Json.createObjectBuilder();
    Set<String> kinds = properties.get(iri);
    String only = kinds.size() == 1 ? kinds.iterator().next() : "";
    if (only.equals(LANGUAGE)) {
      return term.add("@container", LANGUAGE);
    }
    return only.isEmpty() || NATIVE.contains(only) ? term : term.add("@type", only);
  }

  private void define(String iri, JsonObjectBuilder term) {
    String local = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    if (local.matches("[A-Za-z]\\w*") && !KEYWORDS.containsKey(local)) {
      terms.putIfAbsent(local, term.add("@id", iri).build());
    }
  }
}
