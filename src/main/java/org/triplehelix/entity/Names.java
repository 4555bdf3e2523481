package org.triplehelix.entity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.graph.Graphs;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.TH;

/** What people call the things of a release, in Chinese and English; claims by what they say. */
public final class Names {
  /** From the best to the least. */
  private static final List<Node> NAMING =
      List.of(
          SKOS.prefLabel.asNode(),
          RDFS.label.asNode(),
          DCTerms.title.asNode(),
          NodeFactory.createURI("https://schema.org/name"),
          TH.gloss,
          TH.asWritten);

  private static final List<Node> OF_CLAIMS =
      List.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());

  private final Map<Node, Map<Integer, Map<String, String>>> names = new HashMap<>();
  private final Map<Node, Node[]> claims = new HashMap<>();

  /** The names in a release. */
  public Names(Release release) {
    release.quads().forEach(this::take);
  }

  private void take(Quad quad) {
    int rank = NAMING.indexOf(quad.getPredicate());
    Node object = quad.getObject();
    if (rank >= 0 && object.isLiteral()) {
      names
          .computeIfAbsent(quad.getSubject(), s -> new TreeMap<>())
          .computeIfAbsent(rank, r -> new TreeMap<>())
          .putIfAbsent(object.getLiteralLanguage(), object.getLiteralLexicalForm());
    }
    int part = OF_CLAIMS.indexOf(quad.getPredicate());
    if (part >= 0 && quad.getGraph().equals(Graphs.CLAIMS)) {
      claims.computeIfAbsent(quad.getSubject(), s -> new Node[OF_CLAIMS.size()])[part] = object;
    }
  }

  /** The best name of a thing: Chinese and English, or what there is. */
  public Optional<String> of(Node thing) {
    return Optional.ofNullable(names.get(thing))
        .map(ranks -> ranks.values().iterator().next())
        .map(Names::joined);
  }

  /** The best name of a thing in a language, else in the other. */
  public Optional<String> in(String language, Node thing) {
    return told(language, thing).map(Name::text);
  }

  /**
   * A name and what language it is really in.
   *
   * @param language empty if it is of none
   */
  public record Name(String text, String language) {}

  /** The best name of a thing in a language, else in the other, which is told. */
  public Optional<Name> told(String language, Node thing) {
    return Optional.ofNullable(names.get(thing)).map(ranks -> chosen(ranks.values(), language));
  }

  private static Name chosen(Collection<Map<String, String>> ranks, String language) {
    return ranks.stream()
        .filter(byLanguage -> byLanguage.containsKey(language))
        .findFirst()
        .map(byLanguage -> new Name(byLanguage.get(language), language))
        .orElseGet(() -> first(ranks.iterator().next()));
  }

  private static Name first(Map<String, String> byLanguage) {
    Map.Entry<String, String> entry = byLanguage.entrySet().iterator().next();
    return new Name(entry.getValue(), entry.getKey());
  }

  private static String joined(Map<String, String> byLanguage) {
    String zh = byLanguage.get("zh");
    String en = byLanguage.get("en");
    if (zh != null && en != null) {
      return zh.equals(en) ? zh : zh + " / " + en;
    }
    if (zh == null && en == null) {
      return byLanguage.values().iterator().next();
    }
    return zh == null ? en : zh;
  }

  /** Subject, predicate and object of the plain triple that a claim is. */
  public Optional<List<Node>> claimed(Node claim) {
    return Optional.ofNullable(claims.get(claim))
        .map(Arrays::asList)
        .filter(parts -> !parts.contains(null));
  }
}
