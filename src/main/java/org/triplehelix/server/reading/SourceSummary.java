package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.text.NumberFormat;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.When;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * A document in short.
 *
 * @param name in addresses
 * @param href of the page on it
 * @param titles in the language of the page, then in the other
 * @param record who wrote and published it and when, or that it does not say so
 * @param counts of what it gave
 * @param silent how many passages are without statements, by reason
 * @param passages how many there are
 */
public record SourceSummary(
    String name,
    String href,
    List<Ref> titles,
    List<Row> record,
    Counts counts,
    List<Silent> silent,
    int passages) {

  /** What the record of a document says: a property, its values, and whether it says none. */
  public record Row(String label, List<Ref> values, boolean isNotStated) {}

  /** How much a document gave. */
  public record Counts(int statements, int figures, int things, int doubted) {}

  /** How many passages give no statement for a reason. */
  public record Silent(String reason, long count) {}

  static SourceSummary of(Node source, Facts facts, Claims claims, Frame frame) {
    List<Node> passages = passages(source, facts);
    return new SourceSummary(
        Facts.name(source),
        frame.page("/sources/" + Facts.name(source)),
        titles(facts.values(source, DCTerms.title.asNode()), frame),
        record(source, facts, claims, frame),
        counts(passages, facts),
        silent(passages, facts, claims),
        passages.size());
  }

  static List<Node> passages(Node source, Facts facts) {
    return facts.all(TH.Passage).stream()
        .filter(passage -> Facts.source(passage).equals(source))
        .toList();
  }

  static List<Ref> titles(Collection<Node> titles, Frame frame) {
    return titles.stream()
        .map(t -> new Ref(t.getLiteralLexicalForm(), t.getLiteralLanguage(), ""))
        .sorted((a, b) -> Boolean.compare(isIn(frame, b), isIn(frame, a)))
        .toList();
  }

  private static boolean isIn(Frame frame, Ref title) {
    return title.language().equals(frame.language());
  }

  private static List<Row> record(Node source, Facts facts, Claims claims, Frame frame) {
    return Stream.of("creator", "publisher", "isPartOf", "issued")
        .map(property -> row(source, property, facts, claims, frame))
        .filter(row -> row.isNotStated() || !row.values().isEmpty())
        .toList();
  }

  private static Row row(Node source, String property, Facts facts, Claims claims, Frame frame) {
    Node term = NodeFactory.createURI(DCTerms.NS + property);
    List<Ref> values =
        stated(source, term, facts).stream()
            .map(
                value ->
                    value.isLiteral()
                        ? new Ref(new When(value.getLiteralLexicalForm()).text(frame), "", "")
                        : claims.ref(value))
            .toList();
    return new Row(
        frame.text("source." + property),
        values,
        facts.values(source, th("notStated")).contains(term));
  }

  /** A collection has the authors of its pieces. */
  private static List<Node> stated(Node source, Node term, Facts facts) {
    List<Node> values = facts.values(source, term);
    return values.isEmpty() && term.equals(DCTerms.creator.asNode())
        ? facts.all(TH.Section).stream()
            .filter(section -> Facts.source(section).equals(source))
            .flatMap(section -> facts.values(section, term).stream())
            .distinct()
            .toList()
        : values;
  }

  private static Counts counts(List<Node> passages, Facts facts) {
    Set<Node> things = new HashSet<>();
    int statements = 0;
    int figures = 0;
    int doubted = 0;
    for (Node passage : passages) {
      for (Node claim : facts.claims(passage)) {
        statements++;
        figures += facts.is(claim, th("Figure")) ? 1 : 0;
        Set<Node> status = facts.ofClaim(claim, TH.status);
        doubted += status.contains(TH.Doubted) || status.contains(TH.Rejected) ? 1 : 0;
      }
      things.addAll(things(passage, facts));
    }
    return new Counts(statements, figures, things.size(), doubted);
  }

  private static Set<Node> things(Node passage, Facts facts) {
    Set<Node> things = new HashSet<>();
    facts
        .site()
        .dataset()
        .find(passage, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> things.addAll(named(quad)));
    return things;
  }

  private static List<Node> named(Quad quad) {
    return Stream.of(quad.getSubject(), quad.getObject())
        .filter(Node::isURI)
        .filter(node -> node.getURI().startsWith(Family.BASE + "id/"))
        .toList();
  }

  private static List<Silent> silent(List<Node> passages, Facts facts, Claims claims) {
    Map<String, Long> reasons = new TreeMap<>();
    for (Node passage : passages) {
      facts
          .value(passage, TH.noStatement)
          .ifPresent(reason -> reasons.merge(claims.ref(reason).text(), 1L, Long::sum));
    }
    return reasons.entrySet().stream()
        .map(e -> new Silent(e.getKey(), e.getValue()))
        .sorted((a, b) -> Long.compare(b.count(), a.count()))
        .toList();
  }

  /** How many passages are without statements. */
  public long withoutStatements() {
    return silent.stream().mapToLong(Silent::count).sum();
  }

  /** The share of passages without statements. */
  public String silentShare() {
    NumberFormat percent = NumberFormat.getPercentInstance(Locale.ROOT);
    percent.setMaximumFractionDigits(1);
    return percent.format((double) withoutStatements() / passages);
  }
}
