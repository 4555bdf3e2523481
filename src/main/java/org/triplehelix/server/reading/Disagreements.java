package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.triplehelix.graph.Graphs;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.vocab.TH;

/**
 * Where the documents disagree, with each other, themselves or what is known.
 *
 * @param frame around the page
 * @param real disagreements that stand
 * @param apparent those where both sides agree after all
 * @param doubted claims, with reasons
 * @param rejected claims, with reasons
 * @param behind the question behind it
 */
public record Disagreements(
    Frame frame,
    List<Pair> real,
    List<Pair> apparent,
    List<Claim> doubted,
    List<Claim> rejected,
    Behind behind) {

  /**
   * Claims that do not fit together.
   *
   * @param anchor in the page
   * @param href its own page
   * @param kind in what way; empty where they agree after all
   * @param sides the claims, and what else is held against them
   * @param note of the curators
   * @param isBetweenDocuments whether more than one document is in it
   */
  public record Pair(
      String anchor,
      String href,
      String kind,
      List<Claim> sides,
      String note,
      boolean isBetweenDocuments) {}

  static Disagreements of(Facts facts, Call call) {
    Frame frame = facts.site().frame(call.language(), call.path());
    Claims claims = new Claims(facts, frame);
    return new Disagreements(
        frame,
        pairs("Disagreement", facts, claims),
        pairs("ApparentDisagreement", facts, claims),
        withStatus(TH.Doubted, facts, claims),
        withStatus(TH.Rejected, facts, claims),
        Behind.of(facts.site(), frame, "disagreements-by-kind", Map.of()));
  }

  private static List<Pair> pairs(String type, Facts facts, Claims claims) {
    return facts.all(th(type)).stream()
        .map(pair -> pair(pair, facts, claims))
        .sorted(Comparator.comparing(pair -> !pair.isBetweenDocuments()))
        .toList();
  }

  private static Pair pair(Node pair, Facts facts, Claims claims) {
    List<Claim> sides = facts.values(pair, th("between")).stream().map(claims::of).toList();
    return new Pair(
        Facts.name(pair),
        claims.ref(pair).href(),
        facts.value(pair, th("kind")).map(claims::ref).map(Ref::text).orElse(""),
        sides,
        claims.text(facts.values(pair, TH.note)).orElse(""),
        sides.stream()
                .filter(side -> side.place() != null)
                .map(side -> side.place().source().href())
                .distinct()
                .count()
            > 1);
  }

  private static List<Claim> withStatus(Node status, Facts facts, Claims claims) {
    return facts.having(Graphs.CLAIMS, TH.status, status).stream()
        .map(claims::of)
        .filter(claim -> claim.place() != null)
        .sorted(Comparator.comparing(claim -> claim.place().href()))
        .toList();
  }
}
