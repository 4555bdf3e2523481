package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * How the documents were read.
 *
 * @param frame around the page
 * @param readers who or what read them, and what they did
 * @param sources the documents with what second readers found
 * @param undated how many of the documents do not say when they were published
 * @param credits where identities were read
 * @param behind the question behind it
 */
public record AboutPage(
    Frame frame,
    List<Reader> readers,
    List<Judged> sources,
    long undated,
    List<Credit> credits,
    Behind behind) {

  /** Who or what took part, and how. */
  public record Reader(Ref name, String part) {}

  /**
   * What a second reader found in the reading of a document, before it was mended.
   *
   * @param judged how many statements were judged
   * @param wrong how many of them the text did not bear out
   * @param counted how many facts were looked for
   * @param missing how many of them were missing
   */
  public record Judged(SourceSummary source, int judged, int wrong, int counted, int missing) {

    /** The share of statements that were wrong, in percent. */
    public double wrongPercent() {
      return percent(wrong, judged);
    }

    /** The share of facts that were missing, in percent. */
    public double missingPercent() {
      return percent(missing, counted);
    }

    private static double percent(long part, long whole) {
      return Math.round(1000.0 * part / whole) / 10.0;
    }
  }

  /**
   * A repository that identities or coordinates were read in.
   *
   * @param rights what is said of its licence
   * @param licence the licence; empty where none is stated
   */
  public record Credit(Ref repository, String rights, String licence) {}

  static AboutPage of(Facts facts, Call call) {
    Frame frame = facts.site().frame(call.language(), call.path());
    Claims claims = new Claims(facts, frame);
    return new AboutPage(
        frame,
        Stream.of("first-readers", "second-readers", "examiners", "correctors", "curators")
            .map(name -> reader(NodeFactory.createURI(Family.BASE + "id/" + name), facts, claims))
            .toList(),
        facts.all(TH.Source).stream().map(s -> judged(s, facts, claims, frame)).toList(),
        facts.all(TH.Source).stream()
            .filter(s -> facts.values(s, th("notStated")).contains(DCTerms.issued.asNode()))
            .count(),
        facts
            .having(
                Graphs.IDENTITIES,
                RDF.Nodes.type,
                NodeFactory.createURI("http://www.w3.org/ns/dcat#Dataset"))
            .stream()
            .map(repository -> credit(repository, facts, claims, frame))
            .toList(),
        Behind.of(facts.site(), frame, "second-readings", Map.of()));
  }

  private static Reader reader(Node reader, Facts facts, Claims claims) {
    return new Reader(
        claims.ref(reader), claims.text(facts.values(reader, SKOS.definition.asNode())).orElse(""));
  }

  private static Judged judged(Node source, Facts facts, Claims claims, Frame frame) {
    return new Judged(
        SourceSummary.of(source, facts, claims, frame),
        number(source, "statementsJudged", facts),
        number(source, "statementsWrong", facts),
        number(source, "factsCounted", facts),
        number(source, "factsMissing", facts));
  }

  private static int number(Node source, String property, Facts facts) {
    return facts
        .value(source, th(property))
        .map(number -> Integer.parseInt(number.getLiteralLexicalForm()))
        .orElse(0);
  }

  private static Credit credit(Node repository, Facts facts, Claims claims, Frame frame) {
    Ref name =
        facts
            .site()
            .names()
            .told(frame.language(), repository)
            .map(told -> new Ref(told.text(), told.language(), repository.getURI()))
            .orElseGet(() -> new Ref(repository.getURI(), "", repository.getURI()));
    return new Credit(
        name,
        claims.text(facts.values(repository, DCTerms.rights.asNode())).orElse(""),
        facts.value(repository, DCTerms.license.asNode()).map(Node::getURI).orElse(""));
  }

  /** How many statements were judged, in all documents. */
  public int judged() {
    return sources.stream().mapToInt(Judged::judged).sum();
  }

  /** How many of them the texts did not bear out. */
  public int wrong() {
    return sources.stream().mapToInt(Judged::wrong).sum();
  }

  /** How many facts were looked for. */
  public int counted() {
    return sources.stream().mapToInt(Judged::counted).sum();
  }

  /** How many of them were missing. */
  public int missing() {
    return sources.stream().mapToInt(Judged::missing).sum();
  }

  /** The share of a part of something counted, in percent. */
  public double percent(long part, long whole) {
    return Judged.percent(part, whole);
  }

  /** How many passages are without statements for each reason, in all documents. */
  public Map<String, Long> reasons() {
    return sources.stream()
        .flatMap(source -> source.source().silent().stream())
        .collect(
            Collectors.groupingBy(
                SourceSummary.Silent::reason,
                TreeMap::new,
                Collectors.summingLong(SourceSummary.Silent::count)));
  }

  /** How many passages are without statements, in all documents. */
  public long silent() {
    return sources.stream().mapToLong(source -> source.source().withoutStatements()).sum();
  }

  /** How many passages there are. */
  public int passages() {
    return sources.stream().mapToInt(source -> source.source().passages()).sum();
  }
}
