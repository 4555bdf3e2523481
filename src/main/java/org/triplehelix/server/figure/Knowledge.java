package org.triplehelix.server.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.entity.Citations;
import org.triplehelix.entity.Slugs;
import org.triplehelix.entity.search.Match;
import org.triplehelix.entity.search.Named;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.Site;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** What the routes of the API know of the release, and how they write its terms. */
public final class Knowledge {
  private static final int NEAR = 5;

  private final Site site;
  private final Supplier<Attestations> attestations;

  public Knowledge(Site site) {
    this.site = site;
    this.attestations =
        new Lazy<>(
            () ->
                new Attestations(site.evidence().get(), site.dataset(), site.release().prefixes()));
  }

  public Site site() {
    return site;
  }

  /** Finds things by the names that people write. */
  public Slugs slugs() {
    return site.slugs().get();
  }

  /** Finds the passages that say something. */
  public Attestations attestations() {
    return attestations.get();
  }

  /** Tells how things are cited. */
  public Citations citations() {
    return new Citations(site.release(), site.dataset(), site.names());
  }

  /** Names like one that is not there, as paths in its folder. */
  public List<String> near(String path, String folder) {
    return nearSlugs(path, Family.BASE + folder).stream().map(slug -> folder + slug).toList();
  }

  /**
   * The last parts of the names of a namespace that a text may mean: of what is called so in
   * Chinese or English, or nearly so; else of what is written like it.
   */
  public List<String> nearSlugs(String text, String namespace) {
    String name = Slugs.lastPart(text).replace('-', ' ');
    List<String> called =
        site.search().get().near(name, NEAR, thing -> isIn(namespace, thing.node())).stream()
            .map(Slugs::of)
            .toList();
    return called.isEmpty() ? slugs().near(text, namespace) : called;
  }

  /** The thing that a text names: by its name in the graph, or in Chinese or English. */
  public Optional<Node> meant(String text) {
    return slugs().find(text, Family.ID.namespace()).or(() -> called(text));
  }

  private Optional<Node> called(String name) {
    return site.search().get().search(name, thing -> true).stream()
        .map(Match::thing)
        .filter(
            thing ->
                thing.name("zh").equalsIgnoreCase(name) || thing.name("en").equalsIgnoreCase(name))
        .map(Named::node)
        .filter(Node::isURI)
        .findFirst();
  }

  private static boolean isIn(String namespace, Node name) {
    return name.getURI().equals(namespace + Slugs.of(name));
  }

  /** How questions of readers are evaluated: by the engine that is asked, which may hold more. */
  public Evaluation asking(String name) {
    return new Evaluation(name, site.engine(), site.limits());
  }

  /** How queries of pages are evaluated. */
  public Evaluation evaluation(String name) {
    return new Evaluation(name, site.dataset(), site.limits());
  }

  /** The values of a property of a thing, in the default graph. */
  public List<Node> values(Node thing, Node property) {
    List<Node> values = new ArrayList<>();
    site.dataset()
        .find(Quad.defaultGraphIRI, thing, property, Node.ANY)
        .forEachRemaining(quad -> values.add(quad.getObject()));
    return values;
  }

  /** The only or first value of a property of a thing. */
  public Optional<Node> value(Node thing, Node property) {
    return values(thing, property).stream().findFirst();
  }

  /** Whether something is a document that was read. */
  public boolean isSource(Node thing) {
    return values(thing, RDF.Nodes.type).contains(TH.Source);
  }

  /** The texts of a property of a thing in a language, else in whichever there is. */
  public String text(Node thing, Node property, String language) {
    List<Node> all =
        values(thing, property).stream()
            .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
            .toList();
    List<Node> own = all.stream().filter(n -> n.getLiteralLanguage().equals(language)).toList();
    return (own.isEmpty() ? all : own)
        .stream().map(Node::getLiteralLexicalForm).collect(Collectors.joining("；"));
  }

  /** The document that a passage is a part of. */
  public Node source(Node passage) {
    Node part = passage;
    for (Optional<Node> whole = Optional.of(part);
        whole.isPresent();
        whole = value(part, DCTerms.isPartOf.asNode())) {
      part = whole.get();
      if (isSource(part)) {
        return part;
      }
    }
    return part;
  }

  /** What a thing is called. */
  public String name(Node thing, String language) {
    return site.names()
        .in(language, thing)
        .orElseGet(() -> site.release().prefixes().abbreviate(thing.getURI()));
  }

  /** A text in both languages, in a fixed order. */
  public static Map<String, Object> inBoth(String chinese, String english) {
    Map<String, Object> texts = new LinkedHashMap<>();
    texts.put("zh", chinese);
    texts.put("en", english);
    return texts;
  }

  /** A term as plain JSON: what has a name of its own with it, numbers and truth as such. */
  public Object json(Node node, String language) {
    if (node == null) {
      return null;
    }
    if (node.isURI()) {
      return thing(node, language);
    }
    return literal(node);
  }

  /** A thing with its name. */
  public Map<String, Object> thing(Node node, String language) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("id", node.getURI());
    thing.put("name", name(node, language));
    return thing;
  }

  /** A literal: numbers and truth values as such, all others as texts. */
  public static Object literal(Node node) {
    Object value = node.getLiteral().isWellFormed() ? node.getLiteralValue() : null;
    if (value instanceof Boolean) {
      return value;
    }
    return value instanceof Number
        ? new BigDecimal(node.getLiteralLexicalForm())
        : node.getLiteralLexicalForm();
  }
}
