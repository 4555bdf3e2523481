package org.triplehelix.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.graph.Release;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * Cites what is in a release.
 *
 * @param release that is cited
 * @param dataset the release, to be looked up
 * @param names of what is in it
 */
public record Citations(Release release, DatasetGraph dataset, Names names) {
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private static final List<Node> ORDINARY = List.of(TH.Stated, TH.Accepted);
  private static final String BIBO = "http://purl.org/ontology/bibo/";
  private static final String SOSA = "http://www.w3.org/ns/sosa/";
  private static final Node EDITOR = NodeFactory.createURI(BIBO + "editor");
  private static final Node ISSUE = NodeFactory.createURI(BIBO + "issue");
  private static final Node OF = NodeFactory.createURI(SOSA + "hasFeatureOfInterest");
  private static final Node INDICATOR = NodeFactory.createURI(SOSA + "observedProperty");

  /** A thing, node, claim, passage or document of the release. */
  public Citation of(Node thing) {
    Map<String, String> titles = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> titles.put(language, title(thing, language)));
    String iri = thing.getURI();
    String key = iri.substring(Family.BASE.length()).replaceAll("[^A-Za-z0-9]+", "-");
    return of(key, iri, titles, readings(thing));
  }

  /**
   * Something else that is answered from the release.
   *
   * @param key a short name
   * @param path below the base, with its parameters
   * @param titles in {@code zh} and {@code en}
   */
  public Citation of(String key, String path, Map<String, String> titles) {
    return of(key, Family.BASE + path, titles, List.of());
  }

  private Citation of(
      String key, String url, Map<String, String> titles, List<Citation.Reading> readings) {
    return new Citation(key, url, titles, release.hash(), readings, Optional.empty());
  }

  /** Values in whichever graph: marks of claims stand in one of their own. */
  private List<Node> values(Node thing, Node property) {
    TreeSet<Node> values = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    dataset
        .find(Node.ANY, thing, property, Node.ANY)
        .forEachRemaining(quad -> values.add(quad.getObject()));
    return new ArrayList<>(values);
  }

  private Optional<Node> value(Node thing, Node property) {
    return values(thing, property).stream().findFirst();
  }

  private boolean isSource(Node thing) {
    return dataset.contains(Quad.create(Quad.defaultGraphIRI, thing, RDF.Nodes.type, TH.Source));
  }

  private String name(Node thing, String language) {
    return thing.isLiteral()
        ? thing.getLiteralLexicalForm()
        : names.in(language, thing).orElseGet(() -> release.prefixes().abbreviate(thing.getURI()));
  }

  /** What is planned, held or doubted is not cited as if it were so. */
  private String title(Node thing, String language) {
    boolean chinese = language.equals("zh");
    if (isSource(thing)) {
      String document = name(thing, language);
      return chinese ? "〈" + document + "〉的阅读建模" : "Reading of “" + document + "”";
    }
    String marks =
        Stream.of(TH.modality, TH.status)
            .flatMap(property -> values(thing, property).stream())
            .filter(mark -> !ORDINARY.contains(mark))
            .map(mark -> name(mark, language))
            .collect(Collectors.joining(chinese ? "，" : ", "));
    String plain = plainTitle(thing, language);
    if (marks.isEmpty()) {
      return plain;
    }
    String open = plain.replaceFirst("[.。]$", "");
    return open + (chinese ? "（" + marks + "）" : " (" + marks + ")");
  }

  private String plainTitle(Node thing, String language) {
    boolean chinese = language.equals("zh");
    Optional<Node> of = value(thing, OF);
    Optional<Node> indicator = value(thing, INDICATOR);
    if (of.isPresent() && indicator.isPresent()) {
      return name(of.get(), language)
          + (chinese ? "：" : ": ")
          + name(indicator.get(), language)
          + (chinese ? "，" : ", ")
          + name(thing, language);
    }
    return names
        .claimed(thing)
        .map(parts -> parts.stream().map(p -> name(p, language)).collect(Collectors.joining(" ")))
        .orElseGet(() -> name(thing, language));
  }

  private List<Citation.Reading> readings(Node thing) {
    if (isSource(thing)) {
      return List.of(new Citation.Reading("", thing.getURI(), records(thing)));
    }
    List<Node> passages = new ArrayList<>(values(thing, TH.statedIn));
    if (values(thing, RDF.Nodes.type).contains(TH.Passage)) {
      passages.add(thing);
    }
    return passages.stream().map(this::reading).toList();
  }

  private Citation.Reading reading(Node passage) {
    String label = release.prefixes().abbreviate(passage.getURI());
    return new Citation.Reading(
        label, passage.getURI(), source(passage).map(this::records).orElseThrow());
  }

  private Optional<Node> source(Node part) {
    return isSource(part)
        ? Optional.of(part)
        : value(part, DCTerms.isPartOf.asNode()).flatMap(this::source);
  }

  /** The document's record in both languages. */
  private Map<String, String> records(Node source) {
    Map<String, String> records = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> records.put(language, record(source, language)));
    return records;
  }

  private String record(Node source, String language) {
    boolean chinese = language.equals("zh");
    List<String> parts = new ArrayList<>();
    List<Node> makers = new ArrayList<>(values(source, DCTerms.creator.asNode()));
    makers.addAll(values(source, EDITOR));
    if (!makers.isEmpty()) {
      parts.add(
          makers.stream()
              .map(maker -> name(maker, language))
              .collect(Collectors.joining(chinese ? "、" : " and ")));
    }
    String title = name(source, language);
    parts.add(chinese ? "《" + title + "》" : "\"" + title + "\"");
    value(source, DCTerms.isPartOf.asNode()).ifPresent(whole -> parts.add(name(whole, language)));
    value(source, ISSUE)
        .map(Node::getLiteralLexicalForm)
        .ifPresent(issue -> parts.add(chinese ? "第" + issue + "期" : "no. " + issue));
    value(source, DCTerms.issued.asNode()).map(Node::getLiteralLexicalForm).ifPresent(parts::add);
    value(source, TH.writtenBetween)
        .map(Node::getLiteralLexicalForm)
        .ifPresent(
            time ->
                parts.add(chinese ? "写于" + timeInChinese(time) : "written " + timeInEnglish(time)));
    return String.join(chinese ? "，" : ", ", parts);
  }

  /** A time of EDTF, its end open or not: {@code 2021/2022}, {@code 2018/..}. */
  private static String timeInEnglish(String edtf) {
    return edtf.replaceFirst("/\\.\\.$", " or later").replace("/", "–");
  }

  private static String timeInChinese(String edtf) {
    String time =
        edtf.replaceAll("(\\d{4})-0?(\\d+)", "$1年$2月").replaceAll("(\\d{4})(?!年|\\d)", "$1年");
    return time.replaceFirst("/\\.\\.$", "或以后").replaceFirst("年/(?=\\d{4}年$)|/", "—");
  }
}
