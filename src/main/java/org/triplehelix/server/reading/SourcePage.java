package org.triplehelix.server.reading;

import static org.triplehelix.server.reading.Facts.th;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.triplehelix.entity.Citations;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Cited;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;
import org.triplehelix.server.site.When;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * A document, section by section.
 *
 * @param frame around the page
 * @param source in short
 * @param note of the curators on it; may be empty
 * @param written when, as far as the curators can tell; may be empty
 * @param href of its own page as a thing
 * @param cited how it is cited
 * @param sections in order
 * @param behind the question behind it
 */
public record SourcePage(
    Frame frame,
    SourceSummary source,
    String note,
    String written,
    String href,
    Cited cited,
    List<Section> sections,
    Behind behind) {

  /**
   * A section with what stands directly below its heading.
   *
   * @param anchor in the page
   * @param titles in the language of the page, then in the other
   * @param depth 0 for the outermost
   */
  public record Section(String anchor, List<Ref> titles, int depth, List<Passage> passages) {

    /** How many of its passages give statements. */
    public long read() {
      return passages.stream().filter(p -> !p.claims().isEmpty()).count();
    }

    /** The level of its heading. */
    public int level() {
      return Math.min(depth, 2) + 2;
    }
  }

  /**
   * A passage with what it gave.
   *
   * @param name its anchor
   * @param href of its own page
   * @param gloss in English
   * @param sentence as printed, where the document is at hand; else empty
   * @param reason why it gives no statement; empty if it does
   */
  public record Passage(
      String name,
      String href,
      String gloss,
      String sentence,
      String reason,
      long figures,
      List<Claim> claims) {}

  static SourcePage of(Facts facts, Call call) {
    Node source =
        NodeFactory.createURI(
            Family.SOURCE.namespace() + call.path().substring("/sources/".length()));
    if (!facts.is(source, TH.Source)) {
      throw new Problem(
          Problem.Kind.NOT_FOUND,
          "No document is called " + Facts.name(source) + ".",
          "Choose one at /sources.");
    }
    Frame frame = facts.site().frame(call.language(), call.path());
    return new Making(facts, frame, new Claims(facts, frame), new ArrayList<>()).page(source);
  }

  /** Whether the document is at hand. */
  public boolean hasSentences() {
    return sections.stream()
        .flatMap(s -> s.passages().stream())
        .anyMatch(p -> !p.sentence().isEmpty());
  }

  private record Making(Facts facts, Frame frame, Claims claims, List<Section> sections) {

    SourcePage page(Node source) {
      List<Passage> opening = passages(source);
      if (!opening.isEmpty()) {
        sections.add(
            new Section(
                "opening",
                List.of(new Ref(frame.text("source.opening"), frame.language(), "")),
                0,
                opening));
      }
      addParts(source, 0);
      return new SourcePage(
          frame,
          SourceSummary.of(source, facts, claims, frame),
          claims.text(facts.values(source, TH.note)).orElse(""),
          facts
              .value(source, TH.writtenBetween)
              .map(time -> new When(time.getLiteralLexicalForm()).text(frame))
              .orElse(""),
          claims.ref(source).href(),
          Cited.of(
              frame,
              new Citations(facts.site().release(), facts.site().dataset(), facts.site().names())
                  .of(source),
              "/cite/source/" + Facts.name(source)),
          sections,
          Behind.of(
              facts.site(),
              frame,
              "passages-without-statements",
              Map.of("source", "source:" + Facts.name(source))));
    }

    private void addParts(Node whole, int depth) {
      List<Node> parts = facts.having(DCTerms.isPartOf.asNode(), whole);
      parts.stream()
          .filter(part -> facts.is(part, TH.Section))
          .sorted(Comparator.comparing(this::position))
          .forEach(section -> addSection(section, depth));
    }

    private void addSection(Node section, int depth) {
      List<Node> titles = new ArrayList<>(facts.values(section, DCTerms.title.asNode()));
      if (titles.isEmpty()) {
        titles.addAll(facts.values(section, SKOS.prefLabel.asNode()));
      }
      sections.add(
          new Section(
              Facts.name(section), SourceSummary.titles(titles, frame), depth, passages(section)));
      addParts(section, depth + 1);
    }

    private List<Passage> passages(Node whole) {
      return facts.having(DCTerms.isPartOf.asNode(), whole).stream()
          .filter(part -> facts.is(part, TH.Passage))
          .sorted(Comparator.comparing(this::start))
          .map(this::passage)
          .toList();
    }

    private int position(Node section) {
      return facts.value(section, TH.position).map(p -> integer(p)).orElse(0);
    }

    private int start(Node passage) {
      return facts
          .value(passage, TH.ranges)
          .map(ranges -> Integer.parseInt(ranges.getLiteralLexicalForm().split("-")[0]))
          .orElse(Integer.MAX_VALUE);
    }

    private static int integer(Node number) {
      return Integer.parseInt(number.getLiteralLexicalForm());
    }

    private Passage passage(Node passage) {
      Claim.Place place = claims.place(passage);
      return new Passage(
          place.number(),
          claims.ref(passage).href(),
          place.gloss(),
          place.sentence(),
          facts.value(passage, TH.noStatement).map(r -> claims.ref(r).text()).orElse(""),
          facts.claims(passage).stream().filter(c -> facts.is(c, th("Figure"))).count(),
          facts.claims(passage).stream().map(claims::of).toList());
    }
  }
}
